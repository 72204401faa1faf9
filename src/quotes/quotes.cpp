#include "quotes/quotes.h"

#include <array>

#include "quotes/quote_marks.h"
#include "quotes/relations.h"
#include "quotes/speakers.h"

namespace newsgloss {
namespace {
constexpr std::array<std::string_view, 3> kind_names = {"direct", "indirect", "mixed"};
constexpr std::array<std::string_view, 4> basis_names = {"name", "pronoun", "nominal", "implicit"};
}  // namespace

std::string_view name_of(QuoteKind kind) noexcept { return kind_names[static_cast<std::size_t>(kind)]; }
std::string_view name_of(SpeakerBasis basis) noexcept { return basis_names[static_cast<std::size_t>(basis)]; }

std::vector<Quote> find_quotes(const Document& document, const Tagging& tagging, std::vector<Entity>& entities) {
  return find_speakers(document, find_relations(document, tagging, find_quotations(document)), entities);
}

}  // namespace newsgloss
