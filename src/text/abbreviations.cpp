#include "text/abbreviations.h"

#include <algorithm>
#include <iterator>

namespace newsgloss {
namespace {

struct Entry {
  std::string_view word;
  Abbreviation kind;
};

using enum Abbreviation;

// Sorted by word (byte order).
constexpr Entry entries[] = {
    {"Adj", title},      {"Adm", title},      {"Ala", place},     {"Apr", month},      {"Ariz", place},
    {"Ark", place},      {"Assn", suffix},    {"Asst", title},    {"Atty", title},     {"Aug", month},
    {"Ave", suffix},     {"B.Sc", suffix},    {"Bhd", suffix},    {"Bldg", suffix},    {"Blvd", suffix},
    {"Brig", title},     {"Bros", suffix},    {"Calif", suffix},  {"Capt", title},     {"Cdr", title},
    {"Cmdr", title},     {"Co", suffix},      {"Col", title},     {"Colo", place},     {"Conn", place},
    {"Corp", suffix},    {"Cpl", title},      {"Ct", suffix},     {"Dec", month},      {"Del", place},
    {"Dept", title},     {"Dr", title},       {"Drs", title},     {"Esq", suffix},     {"Feb", month},
    {"Fig", numbering},  {"Figs", numbering}, {"Fla", suffix},    {"Fr", title},       {"Fri", month},
    {"Ft", title},       {"Ga", place},       {"Gen", title},     {"Gov", title},      {"Govt", suffix},
    {"Hon", title},      {"Ill", place},      {"Inc", suffix},    {"Ind", place},      {"Insp", title},
    {"Jan", month},      {"Jr", suffix},      {"Jul", month},     {"Jun", month},      {"Kan", place},
    {"Ky", place},       {"La", place},       {"Lt", title},      {"Ltd", suffix},     {"Ltda", suffix},
    {"M.Sc", suffix},    {"Maj", title},      {"Mar", place},     {"Mass", place},     {"Md", place},
    {"Messrs", title},   {"Mich", place},     {"Minn", place},    {"Miss", place},     {"Mme", title},
    {"Mo", place},       {"Mon", place},      {"Mont", place},    {"Mr", title},       {"Mrs", title},
    {"Ms", title},       {"Msgr", title},     {"Mt", title},      {"Neb", place},      {"Nev", place},
    {"No", numbering},   {"Nos", numbering},  {"Nov", month},     {"Oct", month},      {"Okla", place},
    {"Ont", place},      {"Ore", place},      {"Pa", place},      {"Ph.D", suffix},    {"PhD", suffix},
    {"Pres", title},     {"Prof", title},     {"Profs", title},   {"Pte", suffix},     {"Pty", suffix},
    {"Pvt", title},      {"Que", place},      {"Rd", suffix},     {"Rep", title},      {"Reps", title},
    {"Rev", title},      {"Rt", title},       {"S.p.A", suffix},  {"Sat", place},      {"Sen", title},
    {"Sens", title},     {"Sep", month},      {"Sept", month},    {"Sgt", title},      {"Sq", suffix},
    {"Sr", suffix},      {"St", title},       {"Ste", title},     {"Sun", place},      {"Supt", title},
    {"Tenn", place},     {"Tex", place},      {"Thu", month},     {"Thur", month},     {"Thurs", month},
    {"Tue", month},      {"Tues", month},     {"Univ", title},    {"Va", place},       {"Vol", numbering},
    {"Vols", numbering}, {"Vt", place},       {"Wash", place},    {"Wed", place},      {"Wis", place},
    {"Wyo", place},      {"approx", title},   {"art", numbering}, {"ca", numbering},   {"cf", title},
    {"ch", numbering},   {"dept", title},     {"ed", place},      {"eds", place},      {"esp", title},
    {"est", numbering},  {"etc", suffix},     {"fig", numbering}, {"figs", numbering}, {"govt", suffix},
    {"no", numbering},   {"nos", numbering},  {"pp", numbering},  {"vol", numbering},  {"vs", title},
};
static_assert(std::is_sorted(std::begin(entries), std::end(entries),
                             [](const Entry& a, const Entry& b) { return a.word < b.word; }));

}  // namespace

Abbreviation abbreviation(std::string_view word) noexcept {
  if (word.size() > 7) return none;
  const auto* found = std::lower_bound(std::begin(entries), std::end(entries), word,
                                       [](const Entry& entry, std::string_view key) { return entry.word < key; });
  return found != std::end(entries) && found->word == word ? found->kind : none;
}

}  // namespace newsgloss
