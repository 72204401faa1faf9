#include "captions/credit_parts.h"

#include <tuple>
#include <utility>
#include <vector>

#include "article/agencies_lexicon.h"
#include "article/line.h"
#include "captions/credit_words.h"
#include "captions/words.h"
#include "text/characters.h"

namespace newsgloss {
namespace {

constexpr std::string_view copyright = "\xC2\xA9";

std::string_view strip_end(std::string_view text) {
  text = trim(text);
  while (!text.empty() && (text.back() == '.' || text.back() == ',' || text.back() == ';') &&
         !(text.size() > 2 && text.back() == '.' && text[text.size() - 3] == '.')) {
    // "Inc." and "Bros." keep their period in print; a credit's final period goes
    text.remove_suffix(1);
    text = trim(text);
  }
  return text;
}

/// Folded, without periods and colons at its end.
std::string bare(std::string_view word) {
  std::string folded = fold_case(word);
  while (!folded.empty() && (folded.back() == ':' || folded.back() == '.' || folded.back() == ',')) folded.pop_back();
  return folded;
}

std::string_view without_brackets(std::string_view text) {
  text = trim(text);
  if (text.size() < 2) return text;
  const char close = text.front() == '(' ? ')' : text.front() == '[' ? ']' : '\0';
  if (close == '\0') return text;
  const std::size_t end = text.find(close);
  return trim(text.substr(1, end == std::string_view::npos ? std::string_view::npos : end - 1));  // the first group
}

bool is_remark(std::string_view part) { return in_table(credit_words::remarks, fold_case(trim(part))); }

/// "AP Photo" prints the agency AP.
std::string_view agency_of(std::string_view part) {
  constexpr std::string_view suffixes[] = {" Photo", " PHOTO", " Photos", " photo", " Pix"};
  for (std::string_view suffix : suffixes)
    if (part.ends_with(suffix) && fold_case(part) != "un photo")
      return trim(part.substr(0, part.size() - suffix.size()));
  return part;
}

/// Where the photographer ends and the agency begins: "/", "|", " via ", " for ", "-AGENCY", ", ". `skip` is the
/// separator's size; npos for none.
struct Cut {
  std::size_t at = std::string_view::npos;
  std::size_t skip = 0;
};

Cut first_cut(std::string_view text) {
  Cut best;
  auto offer = [&](std::size_t at, std::size_t skip) {
    if (at != std::string_view::npos && at < best.at) best = {at, skip};
  };
  offer(text.find('/'), 1);
  offer(text.find('|'), 1);
  offer(text.find(" via "), 5);
  offer(text.find(" for "), 5);
  offer(text.find(" on behalf of "), 14);
  offer(text.find(" - "), 3);
  offer(text.find(" \xE2\x80\x93 "), 5);
  offer(text.find(" \xE2\x80\x94 "), 5);
  if (best.at != std::string_view::npos) return best;
  for (std::size_t at = text.find_first_of("-,("); at != std::string_view::npos;
       at = text.find_first_of("-,(", at + 1)) {
    std::string_view rest = trim(text.substr(at + 1));
    if (!rest.empty() && rest.back() == ')') rest.remove_suffix(1);
    if (is_agency_name(rest) || is_remark(rest) || (text[at] == ',' && is_organisation_name(rest))) return {at, 1};
  }
  return best;
}

}  // namespace

bool is_agency_name(std::string_view name) {
  const std::string folded = bare(trim(name));
  return !folded.empty() && find_agency(folded) != nullptr;
}

bool is_organisation_name(std::string_view name) {
  if (is_agency_name(name)) return true;
  const auto words = split_words(trim(name));
  for (std::string_view word : words) {
    const std::string folded = bare(word);
    if (in_table(credit_words::organisation_words, folded) || folded == "of" || folded == "the" || folded == "&")
      return true;
    if (folded.ends_with("'s") || folded.find(".com") != std::string::npos || folded.starts_with("@")) return true;
  }
  return words.size() > 5;
}

bool is_person_name(std::string_view name) {
  const auto words = split_words(trim(name));
  if (words.size() < 2 || words.size() > 9 || is_organisation_name(name)) return false;
  int capitals = 0;
  for (std::string_view word : words) {
    for (char c : word)
      if (c >= '0' && c <= '9') return false;
    const std::size_t hyphen = word.find('-');
    const bool joined = hyphen != std::string_view::npos && hyphen + 1 < word.size() &&
                        is_capitalised(word.substr(hyphen + 1)) &&
                        in_table(credit_words::particles, fold_case(word.substr(0, hyphen)));  // al-Kalbani
    if (is_capitalised(word) || joined)
      ++capitals;
    else if (!in_table(credit_words::particles, bare(word)) && !is_all_lower(word) && has_letter(word))
      continue;  // scripts without case
    else if (!in_table(credit_words::particles, bare(word)))
      return false;
  }
  return capitals >= 2;
}

std::size_t credit_label_size(std::string_view text) {
  std::size_t at = 0;
  auto next = [&](std::size_t from) {
    while (from < text.size() && text[from] == ' ') ++from;
    std::size_t end = from;
    while (end < text.size() && text[end] != ' ' && text[end] != ':' && text[end] != '/' && text[end] != '|') ++end;
    return std::pair{from, end};
  };
  if (text.starts_with(copyright)) return copyright.size();
  auto [from, end] = next(0);
  std::string word = fold_case(text.substr(from, end - from));
  bool label = false;
  const bool colon = end < text.size() && text[end] == ':';
  if (colon && in_table(credit_words::verbs, word)) return end + 1;  // Supplied: …
  if (in_table(credit_words::label_adjectives, word)) {
    at = end;
    std::tie(from, end) = next(at);
    word = fold_case(text.substr(from, end - from));
    if (!in_table(credit_words::label_nouns, word)) {
      const bool verb_alone = text.substr(0, at).find(' ') == std::string_view::npos &&
                              in_table(credit_words::verbs, fold_case(text.substr(0, at)));
      if (!verb_alone) return 0;
      label = true;
      end = at;
    }
  }
  while (!label && in_table(credit_words::label_nouns, word)) {
    at = end;
    if (at < text.size() && (text[at] == ':' || text[at] == '|')) return at + 1;
    if (at < text.size() && text[at] == '/') return at + 1;
    std::tie(from, end) = next(at);
    if (text.substr(from).starts_with(copyright)) return from + copyright.size();
    word = fold_case(text.substr(from, end - from));
    label = !in_table(credit_words::label_nouns, word);
    if (!label) continue;
    break;
  }
  const bool noun = at > 0;
  const bool verb = in_table(credit_words::verbs, word);
  if (!noun && !verb) return 0;
  // "by", "courtesy of", "provided by the"
  std::size_t links = 0;
  std::size_t reached = noun ? at : 0;
  std::tie(from, end) = next(reached);
  while (from < text.size()) {
    word = fold_case(text.substr(from, end - from));
    if (!in_table(credit_words::label_links, word) && !in_table(credit_words::verbs, word)) break;
    ++links;
    reached = end;
    if (reached < text.size() && (text[reached] == ':' || text[reached] == '/')) return reached + 1;
    std::tie(from, end) = next(reached);
  }
  if (links == 0) return 0;
  return reached;
}

CreditParts read_credit_parts(std::string_view credit) {
  CreditParts parts;
  std::string_view text = without_brackets(credit);
  for (int n = 0; n < 2; ++n) {
    const std::size_t label = credit_label_size(text);
    if (label > 0) text = trim(text.substr(label));
    text = without_brackets(text);
  }
  text = strip_end(text);
  if (text.empty()) return parts;
  auto as_photographer = [&](std::string_view part) {
    if (part = strip_end(part); !part.empty()) parts.photographer = std::string(part);
  };
  auto as_agency = [&](std::string_view part) {
    if (part = strip_end(agency_of(strip_end(part))); !part.empty()) parts.agency = std::string(part);
  };
  auto single = [&](std::string_view part) {
    part = strip_end(part);
    if (part.empty() || is_remark(part)) {
      if (fold_case(part).starts_with("handout") || fold_case(part) == "pool") as_agency(part);
      return;
    }
    if (is_person_name(part))
      as_photographer(part);
    else
      as_agency(part);
  };
  const Cut cut = first_cut(text);
  if (cut.at == std::string_view::npos) {
    single(text);
    return parts;
  }
  const std::string_view first = trim(text.substr(0, cut.at));
  std::string_view rest = trim(text.substr(cut.at + cut.skip));
  if (!rest.empty() && rest.back() == ')' && rest.find('(') == std::string_view::npos) rest.remove_suffix(1);
  // an unknown agency in front of its photographer: "MERIDIAN/Jane Doe", "Andes Wire Photo/Jane Doe"
  const std::string_view behind = strip_end(rest.substr(0, rest.find_first_of("/,|")));
  const bool unknown_first = text[cut.at] == '/' && is_person_name(behind) && !is_person_name(first) &&
                             (is_organisation_name(first) || split_words(first).size() == 1);
  if (unknown_first || is_agency_name(first) || is_agency_name(agency_of(first)) ||
      (is_remark(first) && text[cut.at] == '/')) {
    // REUTERS/Jane Doe/File: the agency comes first
    const bool slash = text[cut.at] == '/' || text[cut.at] == '|' || text[cut.at] == '-' || text[cut.at] == ',';
    if (!slash) {  // AFP via Getty Images
      as_agency(text);
      return parts;
    }
    const std::size_t next = rest.find_first_of("/,|");
    const std::string_view second = strip_end(rest.substr(0, next));
    if (is_remark(first)) {
      single(rest);
    } else if (is_person_name(second)) {
      as_agency(first);
      as_photographer(second);
    } else if (second.empty() || is_remark(second) || fold_case(second) == fold_case(first)) {
      as_agency(first);
    } else {
      as_agency(text);
    }
    return parts;
  }
  if (fold_case(rest).starts_with("handout") && text[cut.at] == '/') {  // whose picture it is, not who took it
    as_agency(text);
    return parts;
  }
  if (is_person_name(first) ||
      (text[cut.at] == '/' && split_words(first).size() >= 2 && !is_organisation_name(first))) {
    as_photographer(first);
    std::string_view agency = rest;
    // "Jane Doe/REUTERS/File", "Jane Doe/Pool via AP": remarks at the end go, inside they stay as printed
    const std::size_t last = agency.find_last_of("/,");
    if (last != std::string_view::npos && is_remark(agency.substr(last + 1))) agency = agency.substr(0, last);
    if (!agency.empty() &&
        !(is_remark(agency) && fold_case(trim(agency)) != "handout" && fold_case(trim(agency)) != "pool"))
      as_agency(agency);
    return parts;
  }
  as_agency(text);
  return parts;
}

}  // namespace newsgloss
