// Source audit: who is quoted, how much, named or not, over many articles.
//
//   SourceAudit audit;
//   audit.add(digest_of(annotations));      // for each article; digests are made on any thread, added on one
//   std::string page = audit.html(25);
//
// A statement's source is a named person, another name (an organisation, a government), unnamed ("officials", a
// pronoun that was not resolved), or nobody (speech that goes on without a source). A person is the same in two
// articles when the full names are the same, letter for letter: people of one name are counted as one, and one person
// under two spellings as two. A person with one word for a name is counted anew in every article. Gender is what each
// article gives evidence of; what it does not tell is unknown, and never guessed. Memory: the distinct names, outlets
// and months.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "annotate/annotations.h"

namespace newsgloss {

enum class SourceClass : unsigned char { person, other_name, unnamed, nobody };
inline constexpr int source_class_count = 4;

/// What the audit keeps of one article.
struct ArticleDigest {
  struct Statement {
    SourceClass source = SourceClass::nobody;
    QuoteKind kind = QuoteKind::indirect;
    std::string name;  // of the first speaker
    EntityType type = EntityType::person;
    Gender gender = Gender::unknown;
    std::string role;
    std::size_t words = 0;  // said
  };
  std::string outlet;  // the URL's host without "www."; empty: unknown
  std::string month;   // "2025-11"; empty: unknown
  std::vector<Statement> statements;
};

[[nodiscard]] ArticleDigest digest_of(const Annotations& annotations);

class SourceAudit {
 public:
  void add(const ArticleDigest& digest);

  /// A page for a terminal; tables as CSV (RFC 4180); a page of HTML that stands alone, with charts and without
  /// script. `most` sources are listed.
  [[nodiscard]] std::string text(std::size_t most) const;
  [[nodiscard]] std::string csv(std::size_t most) const;
  [[nodiscard]] std::string html(std::size_t most) const;

  struct Tally {
    std::size_t articles = 0;
    std::size_t statements = 0;
    std::size_t direct = 0;  // word for word, in whole or in part
    std::size_t words = 0;
    std::array<std::size_t, source_class_count> by_source{};
    std::array<std::size_t, 3> by_gender{};  // statements of named persons, by Gender
    void add(const ArticleDigest::Statement& statement);
  };
  [[nodiscard]] const Tally& all() const noexcept { return all_; }
  [[nodiscard]] const std::map<std::string, Tally>& outlets() const noexcept { return outlets_; }
  [[nodiscard]] const std::map<std::string, Tally>& months() const noexcept { return months_; }

  struct Source {
    std::string name;
    EntityType type = EntityType::person;
    std::size_t articles = 0;
    std::size_t statements = 0;
    std::size_t direct = 0;
    std::size_t words = 0;
    std::array<std::size_t, 3> genders{};          // articles, by Gender
    std::map<std::string, std::size_t> roles;      // statements under each
    [[nodiscard]] Gender gender() const noexcept;  // of the most articles with evidence
    [[nodiscard]] std::string role() const;        // the most frequent
  };
  /// The `most` heard: by statements, then words, then name.
  [[nodiscard]] std::vector<const Source*> sources(std::size_t most) const;
  [[nodiscard]] std::size_t source_count() const noexcept { return sources_.size(); }
  /// Distinct named persons, by Gender.
  [[nodiscard]] std::array<std::size_t, 3> persons() const;

 private:
  Tally all_;
  std::map<std::string, Tally> outlets_;
  std::map<std::string, Tally> months_;
  std::map<std::pair<std::string, EntityType>, Source> sources_;  // by name; one-word persons by article too
};

}  // namespace newsgloss
