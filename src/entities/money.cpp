#include "entities/money.h"

#include <algorithm>

#include "entities/numbers.h"

namespace newsgloss {
namespace {

using currency::Family;

constexpr bool words_sorted = [] {
  for (std::size_t i = 1; i < std::size(currency::country_words); ++i)
    if (currency::country_words[i - 1].word >= currency::country_words[i].word) return false;
  return true;
}();
static_assert(words_sorted, "country_words must be sorted by word: it is searched in halves");

std::string_view country_of(std::string_view lower) {
  const auto* const end = std::end(currency::country_words);
  const auto* at = std::lower_bound(std::begin(currency::country_words), end, lower,
                                    [](const currency::CountryWord& w, std::string_view s) { return w.word < s; });
  return at != end && at->word == lower ? at->country : std::string_view();
}

std::string_view local_iso(Family family, std::string_view country) {
  for (const currency::Local& local : currency::locals)
    if (local.family == family && local.country == country) return local.iso;
  return {};
}

bool is_code(std::string_view text) {
  return text.size() == 3 && std::binary_search(std::begin(currency::codes), std::end(currency::codes), text);
}

struct Currency {
  Family family = Family::none;
  std::string_view iso;  // empty: not known
};

Currency settle(Family family, std::string_view iso, const LocalCurrencies& local) {
  if (family == Family::none) return {family, iso};
  return {family, local.iso[static_cast<std::size_t>(family)]};
}

/// A currency before an amount that starts at `number`. Single letters are told by `needs_size`.
struct Prefix {
  Currency currency;
  std::uint32_t number = 0;
  bool needs_size = false;
};

std::optional<Prefix> sign_before(const Atoms& a, std::uint32_t at, const LocalCurrencies& local) {
  if (a[at].kind == AtomKind::symbol) {
    for (const currency::Character& c : currency::characters)
      if (c.sign == a[at].sign) return Prefix{settle(c.family, c.iso, local), at + 1, false};
    return std::nullopt;
  }
  if (a[at].kind != AtomKind::word || !a[at].capital) return std::nullopt;
  const std::string_view text = a[at].text;
  if (a[at + 1].sign == U'$' && a[at + 1].glued()) {
    for (const currency::Sign& sign : currency::dollar_prefixes)
      if (sign.text == text) return Prefix{{Family::none, sign.iso}, at + 2, false};
  }
  if (is_code(text)) {
    const std::uint32_t number = a[at + 1].sign == U'$' ? at + 2 : at + 1;  // USD $5
    return Prefix{{Family::none, text}, number, false};
  }
  for (const currency::Sign& sign : currency::abbreviations) {
    if (sign.text != text || (sign.iso.empty() && sign.family == Family::none)) continue;
    std::uint32_t number = at + 1;
    if (a[number].is_sign(U'.') && a[number].glued()) ++number;
    if (a[number].sign == 0xA2 || a[number].sign == 0x20B5) ++number;  // GH¢5
    return Prefix{settle(sign.family, sign.iso, local), number, false};
  }
  for (const currency::Sign& sign : currency::letters)
    if (sign.text == text && !a[at].glued()) return Prefix{settle(sign.family, sign.iso, local), at + 1, true};
  return std::nullopt;
}

struct Suffix {
  Currency currency;
  std::uint32_t last = 0;
  bool pence = false;
};

/// "dollars", "US dollars", "Hong Kong dollars", "euros", "USD", a sign after the amount.
std::optional<Suffix> currency_after(const Atoms& a, std::uint32_t at, const NumberPhrase& amount,
                                     const LocalCurrencies& local) {
  if (a[at].kind == AtomKind::symbol) {
    if (a[at].sign == U'$' && (a[at + 1].glued() || a[at].space_before)) return std::nullopt;  // "5 $10 notes"
    for (const currency::Character& c : currency::characters)
      if (c.sign == a[at].sign && a[at + 1].kind != AtomKind::number)
        return Suffix{settle(c.family, c.iso, local), at + 1, false};
    return std::nullopt;
  }
  std::uint32_t i = at;
  if (a[i].is_sign(U'-') && a[i].glued() && a[i + 1].glued()) ++i;  // a 5-million-dollar house
  if (is_code(a[i].text) && a[i + 1].kind != AtomKind::number) return Suffix{{Family::none, a[i].text}, i + 1, false};
  if (a[i].text == "RMB") return Suffix{{Family::none, "CNY"}, i + 1, false};
  std::string_view country;
  if (a[i].kind == AtomKind::word && a[i].capital) {  // whose
    const bool two = a[i].is_word("hong") || a[i].is_word("new") || a[i].is_word("sri") || a[i].is_word("south") ||
                     a[i].is_word("cfa");
    if (a[i].is_word("cfa")) {
      if (a[i + 1].is_word("francs")) return Suffix{{Family::none, {}}, i + 2, false};  // XOF or XAF
      return std::nullopt;
    }
    const std::uint32_t word = two ? i + 1 : i;
    country = country_of(a[word].lower);
    if (country.empty() && !a[i].is_word("turkish") && !a[i].is_word("russian") && !a[word].is_word("korean") &&
        !a[word].is_word("african"))
      return std::nullopt;
    i = word + 1;
  }
  for (const currency::Sign& name : currency::names) {
    if (!a[i].is_word(name.text)) continue;
    // "pounds" is a weight unless the sum is large; "won" and "som" are other words unless the sum is
    if (name.family == Family::pound && country.empty() && !amount.has_magnitude && !a[i + 1].is_word("sterling"))
      return std::nullopt;
    if ((name.text == "won" || name.text == "som" || name.text == "soles" || name.text == "kip") && country.empty() &&
        !amount.has_magnitude && !(amount.in_digits && amount.value && !amount.value->less_than(Decimal{1, 3, false})))
      return std::nullopt;
    Suffix found{settle(name.family, name.iso, local), i + 1, name.text == "pence"};
    if (!country.empty()) {
      if (name.family != Family::none) found.currency.iso = local_iso(name.family, country);
    }
    if (name.family == Family::pound && a[i + 1].is_word("sterling")) {
      found.currency.iso = "GBP";
      ++found.last;
    }
    return found;
  }
  return std::nullopt;
}

bool is_dash(const Atom& atom) { return atom.is_sign(U'-') || atom.is_sign(0x2013); }

std::string money_value(std::string_view iso, const Decimal& from, const std::optional<Decimal>& to) {
  std::string out(iso);
  out.append(" ").append(from.to_string());
  if (to) out.append("/").append(to->to_string());
  return out;
}

/// "$5-10 million" means from five million.
void share_magnitude(NumberPhrase& from, const NumberPhrase& to) {
  if (from.has_magnitude || !to.has_magnitude || !from.value || !to.value) return;
  if (!from.value->less_than(Decimal{1, 3, false})) return;
  for (const int power : {12, 9, 7, 6, 5, 3}) {
    const Decimal scaled = from.value->shifted(power);
    if (scaled.less_than(*to.value)) {
      from.value = scaled;
      return;
    }
  }
}

}  // namespace

std::string country_of_url(std::string_view url) {
  const std::size_t scheme = url.find("://");
  std::size_t begin = scheme == std::string_view::npos ? 0 : scheme + 3;
  std::size_t end = url.find_first_of("/:?#", begin);
  if (end == std::string_view::npos) end = url.size();
  const std::string_view host = url.substr(begin, end - begin);
  const std::size_t dot = host.rfind('.');
  if (dot == std::string_view::npos || host.size() - dot != 3) return {};
  std::string country(host.substr(dot + 1));
  for (char& c : country) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - ('a' - 'A'));
    if (c < 'A' || c > 'Z') return {};
  }
  return country == "UK" ? "GB" : country;
}

LocalCurrencies local_currencies(const Document& document) {
  std::array<bool, std::size(currency::locals)> named{};
  for (const DocumentBlock& block : document.blocks) {
    for (const Token& token : block.tokens) {
      const std::string_view text = slice(block.text, token.span);
      if (token.kind != TokenKind::word || text.size() > 12 || text.front() < 'A' || text.front() > 'Z') continue;
      char lower[12];
      std::size_t size = 0;
      for (char c : text) lower[size++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
      if (size > 1 && lower[size - 1] == '.') --size;
      const std::string_view country = country_of({lower, size});
      if (country.empty()) continue;
      for (std::size_t i = 0; i < named.size(); ++i)
        if (currency::locals[i].country == country) named[i] = true;
    }
  }
  LocalCurrencies local;
  const std::string country = document.article != nullptr ? country_of_url(document.article->url) : std::string();
  for (std::size_t f = 0; f < local.iso.size(); ++f) {
    const auto family = static_cast<Family>(f);
    if (const std::string_view here = local_iso(family, country); !here.empty()) {
      local.iso[f] = here;
      continue;
    }
    // "$" and "pounds" are printed without their country in too many articles that name others
    if (family == Family::dollar || family == Family::pound) {
      local.iso[f] = family == Family::dollar ? "USD" : "GBP";
      continue;
    }
    std::string_view found;
    bool several = false;
    for (std::size_t i = 0; i < named.size(); ++i) {
      if (!named[i] || currency::locals[i].family != family) continue;
      several |= !found.empty() && found != currency::locals[i].iso;
      found = currency::locals[i].iso;
    }
    if (several) continue;
    if (found.empty() && family == Family::rupee) found = "INR";
    if (found.empty() && family == Family::dirham) found = "AED";
    local.iso[f] = found;
  }
  return local;
}

std::optional<FoundMoney> find_money(const Atoms& a, std::uint32_t at, const LocalCurrencies& local) {
  FoundMoney found;
  if (const auto prefix = sign_before(a, at, local)) {
    if (a[prefix->number].kind != AtomKind::number) return std::nullopt;
    auto amount = read_number(a, prefix->number, true);
    if (!amount) return std::nullopt;
    if (prefix->needs_size) {  // N95 and R2 are no sums
      const bool grouped =
          a[prefix->number].text.find(',') != std::string_view::npos || amount->last > prefix->number + 1;
      const bool spaced_groups = a[amount->last - 1].text.size() == 3 && amount->last > prefix->number + 1;
      if (!grouped || (a[prefix->number].space_before && !amount->has_magnitude && !spaced_groups)) return std::nullopt;
    }
    std::optional<Decimal> to;
    found.last = amount->last;
    std::uint32_t next = found.last;
    if (is_dash(a[next]) || (a[next].is_word("to") && !a[at - 1].is_word("from")) ||
        (a[next].is_word("and") && a[at - 1].is_word("between"))) {
      ++next;
      const auto second = sign_before(a, next, local);
      const std::uint32_t number = second && second->currency.iso == prefix->currency.iso ? second->number : next;
      const bool same_currency = number != next || is_dash(a[found.last]) || a[found.last].is_word("and");
      if (const auto until =
              same_currency && a[number].kind == AtomKind::number ? read_number(a, number, true) : std::nullopt) {
        share_magnitude(*amount, *until);
        if (amount->value && until->value && amount->value->less_than(*until->value)) {
          to = until->value;
          found.last = until->last;
        }
      }
    }
    if (is_dash(a[found.last]) && a[found.last].glued() && a[found.last + 1].is_word("a")) return std::nullopt;
    std::string_view iso = prefix->currency.iso;
    if (const auto after =
            currency_after(a, found.last, *amount, local)) {  // $5 million dollars; $5 US; $5 Canadian dollars
      found.last = after->last;
      if (prefix->currency.family != Family::none && !after->currency.iso.empty()) iso = after->currency.iso;
    }
    if (!iso.empty() && amount->value) found.value = money_value(iso, *amount->value, to);
    return found;
  }
  auto amount = read_number(a, at, false);
  if (!amount) return std::nullopt;
  found.last = amount->last;
  std::optional<NumberPhrase> until;
  const bool to_word = a[found.last].is_word("to") && !a[at - 1].is_word("from");
  if ((is_dash(a[found.last]) && a[found.last].glued() == a[found.last + 1].glued()) || to_word ||
      (a[found.last].is_word("and") && a[at - 1].is_word("between"))) {
    until = read_number(a, found.last + 1, false);
    if (until) found.last = until->last;
  }
  const auto after = currency_after(a, found.last, until ? *until : *amount, local);
  if (!after) {
    if (!until) return std::nullopt;
    found.last = amount->last;  // "from 5 dollars to 10": only the first is ours
    until.reset();
    const auto own = currency_after(a, found.last, *amount, local);
    if (!own) return std::nullopt;
    found.last = own->last;
    if (!own->currency.iso.empty() && amount->value)
      found.value =
          money_value(own->currency.iso, own->pence ? amount->value->shifted(-2) : *amount->value, std::nullopt);
    return found;
  }
  found.last = after->last;
  if (after->currency.iso.empty() || !amount->value) return found;
  if (until) {
    share_magnitude(*amount, *until);
    if (!until->value || !amount->value->less_than(*until->value)) return found;
  }
  const int shift = after->pence ? -2 : 0;
  std::optional<Decimal> to;
  if (until) to = until->value->shifted(shift);
  found.value = money_value(after->currency.iso, amount->value->shifted(shift), to);
  return found;
}

}  // namespace newsgloss
