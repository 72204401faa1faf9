// Words that steer speaker resolution: nouns of office, nouns that speak for somebody else, groups. Written by hand.
#pragma once

#include <array>
#include <string_view>

namespace newsgloss {

// clang-format off
/// Heads of a title that may carry "of ..." before a name: "minister of health Ann Li", "head of state X".
inline constexpr std::array office_nouns = std::to_array<std::string_view>({
    "ambassador", "archbishop", "attorney", "bishop", "ceo", "chair", "chairman", "chairperson", "chairwoman",
    "chancellor", "chief", "commander", "commissioner", "coordinator", "dean", "deputy", "director", "emir", "envoy",
    "governor", "head", "inspector", "king", "leader", "manager", "mayor", "member", "minister", "ministry", "office",
    "officer", "pope", "premier", "president", "prince", "princess", "professor", "queen", "rector", "representative",
    "secretary", "senator", "speaker", "sultan", "superintendent", "undersecretary", "under-secretary", "vice-chairman", "vice-president"});

/// Titles that stand directly before a name and belong to it.
inline constexpr std::array title_nouns = std::to_array<std::string_view>({
    "actor", "actress", "analyst", "attorney", "author", "brother", "captain", "chairman", "chairwoman", "chancellor",
    "chief", "coach", "col", "col.", "colonel", "commissioner", "congressman", "congresswoman", "daughter", "democrat", "deputy",
    "director", "doctor", "dr", "dr.", "economist", "executive", "father", "former", "gen", "gen.", "general",
    "gov", "gov.", "governor", "husband", "judge", "justice", "lawyer", "lady", "late", "leader", "lieutenant", "lord", "major", "manager", "mayor",
    "minister", "mother", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "premier", "president", "prime", "prof", "prof.",
    "professor", "publisher", "republican", "rep", "rep.", "reporter", "resident", "secretary", "sen", "sen.", "senator", "sergeant", "sheriff",
    "singer", "sir", "sister", "son", "speaker", "spokesman", "spokesperson", "spokeswoman", "then", "vice", "wife", "writer"});

/// Words that mean the head of a body, each as good as the other in "the party's ...".
inline constexpr std::array leader_nouns = std::to_array<std::string_view>({
    "boss", "ceo", "chair", "chairman", "chairperson", "chairwoman", "chief", "director", "head", "leader", "premier",
    "president"});

/// Bodies that go by one noun: "the commission", "the company".
inline constexpr std::array body_nouns = std::to_array<std::string_view>({
    "academy", "administration", "agency", "alliance", "army", "assembly", "association", "authority", "bank", "board",
    "bureau", "cabinet", "centre", "center", "club", "coalition", "college", "commission", "committee", "company",
    "conference", "congress", "consortium", "corporation", "council", "court", "department", "embassy", "federation",
    "firm", "forum", "foundation", "fund", "group", "hospital", "institute", "league", "legislature", "ministry",
    "museum", "network", "newspaper", "office", "organisation", "organization", "parliament", "party", "secretariat",
    "senate", "society", "summit", "tribunal", "union", "university"});

/// Papers that speak for the body that issued them.
inline constexpr std::array paper_nouns = std::to_array<std::string_view>({
    "analysis", "announcement", "bulletin", "communique", "data", "document", "figures", "letter", "memo", "poll", "release",
    "report", "research", "statement", "study", "survey"});

/// "the company" and the like: which one, only the text before says.
inline constexpr std::array any_body_nouns = std::to_array<std::string_view>({
    "agency", "airline", "archives", "association", "authority", "bank", "body", "broadcaster", "carrier", "charity", "club",
    "company", "corporation", "firm", "foundation", "group", "institution", "lender", "manufacturer", "network", "newspaper",
    "operator", "organisation", "organization", "outlet", "publisher", "regulator", "retailer", "watchdog"});

/// Those of them that say nothing of the kind of body.
inline constexpr std::array vague_body_nouns =
    std::to_array<std::string_view>({"body", "institution", "organisation", "organization"});
// clang-format on

}  // namespace newsgloss
