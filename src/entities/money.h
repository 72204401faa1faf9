// Sums of money → "USD 1.5e9", "INR 5e7", ranges "USD 5e6/1e7".
//
// A currency whose name several countries share is settled once for the article: by the country of its web address,
// else by the one such country that the article names; "$", "pounds" and "Rs" mean USD, GBP and INR where it names
// none. Where that leaves several, the sum has no value.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "article/document.h"
#include "entities/currency_table.h"
#include "entities/value_atoms.h"

namespace newsgloss {

/// What the article's shared currency names stand for; empty where that is not known.
struct LocalCurrencies {
  std::array<std::string_view, currency::family_count> iso{};
};

/// Reads the article once. Linear in its tokens.
[[nodiscard]] LocalCurrencies local_currencies(const Document& document);

/// ISO 3166-1 code of the article's web address by its top-level domain ("https://www.example.co.ke/…" → "KE");
/// empty where it names no country.
[[nodiscard]] std::string country_of_url(std::string_view url);

struct FoundMoney {
  std::uint32_t last = 0;
  std::optional<std::string> value;
};

[[nodiscard]] std::optional<FoundMoney> find_money(const Atoms& atoms, std::uint32_t at, const LocalCurrencies& local);

}  // namespace newsgloss
