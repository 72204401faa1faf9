#include "article/article_json.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "article/civil_date.h"
#include "article/json_mistake.h"
#include "article/line.h"
#include "text/characters.h"
#include "text/utf8.h"

namespace newsgloss {
namespace {

using nlohmann::json;

constexpr std::size_t longest_message = 240;  // a message never repeats a whole article

/// A value as a JSON reader hands it over, as far as an Article cares.
struct Scalar {
  enum class Type : unsigned char { null, boolean, number, string };
  Type type = Type::null;
  std::string text;
};

/// Builds an Article from parse events. Members that the schema does not name are skipped, however deep they are.
class ArticleReader : public nlohmann::json_sax<json> {
 public:
  Article article;
  std::string problem;
  std::size_t problem_at = 0;  // byte, 1-based; 0 when the problem has no place in the text

  [[nodiscard]] bool has_blocks() const noexcept { return has_blocks_; }

  bool null() override { return value({Scalar::Type::null, {}}); }
  bool boolean(bool) override { return value({Scalar::Type::boolean, {}}); }
  bool number_integer(number_integer_t n) override { return value({Scalar::Type::number, std::to_string(n)}); }
  bool number_unsigned(number_unsigned_t n) override { return value({Scalar::Type::number, std::to_string(n)}); }
  bool number_float(number_float_t, const string_t& s) override { return value({Scalar::Type::number, s}); }
  bool string(string_t& s) override { return value({Scalar::Type::string, std::move(s)}); }
  bool binary(binary_t&) override { return false; }

  bool start_object(std::size_t) override {
    switch (place_) {
      case Place::root:
        if (depth_ == 0) {
          ++depth_;
          return true;
        }
        break;
      case Place::blocks:
        ++depth_;
        place_ = Place::block;
        article.blocks.emplace_back();
        has_text_ = false;
        key_.clear();
        return true;
      default:
        break;
    }
    return open_container("an object");
  }

  bool end_object() override {
    --depth_;
    if (skipping()) return true;
    if (place_ == Place::block && depth_ == 2) {
      if (!has_text_) return fail(path() + ".text: missing");
      place_ = Place::blocks;
    }
    return true;
  }

  bool start_array(std::size_t) override {
    if (place_ == Place::root && depth_ == 1 && key_ == "blocks") {
      ++depth_;
      place_ = Place::blocks;
      has_blocks_ = true;
      article.blocks.clear();
      return true;
    }
    return open_container("an array");
  }

  bool end_array() override {
    --depth_;
    if (skipping()) return true;
    if (place_ == Place::blocks && depth_ == 1) place_ = Place::root;
    return true;
  }

  bool key(string_t& name) override {
    if (skip_from_ == 0) key_ = std::move(name);
    return true;
  }

  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& error) override {
    problem = error.what();
    const std::size_t prefix = problem.find("] ");  // "[json.exception.parse_error.101] "
    if (prefix != std::string::npos) problem.erase(0, prefix + 2);
    if (problem.compare(0, 14, "parse error at") == 0) {  // "parse error at line 1, column 2: "
      const std::size_t colon = problem.find(": ");
      if (colon != std::string::npos) problem.erase(0, colon + 2);
    }
    problem_at = std::max<std::size_t>(position, 1);
    return false;
  }

 private:
  enum class Place : unsigned char { root, blocks, block };

  /// True, and up to date, while inside a member that is skipped.
  bool skipping() noexcept {
    if (skip_from_ == 0) return false;
    if (depth_ < skip_from_) skip_from_ = 0;
    return true;
  }

  bool fail(std::string message) {
    if (problem.empty()) problem = std::move(message);
    return false;
  }

  [[nodiscard]] std::string path() const {
    if (place_ == Place::root) return key_;
    return "blocks[" + std::to_string(article.blocks.size() - (place_ == Place::block ? 1 : 0)) + "]";
  }

  [[nodiscard]] bool named_member() const noexcept {
    if (place_ == Place::block) return key_ == "kind" || key_ == "text";
    return key_ == "id" || key_ == "url" || key_ == "lang" || key_ == "published" || key_ == "blocks";
  }

  /// An object or array where none is expected: an error for a member that the schema names, else skipped.
  bool open_container(std::string_view what) {
    ++depth_;
    if (skip_from_ != 0) return true;
    if (depth_ == 1) return fail("expected an object, found " + std::string(what));
    if (place_ == Place::blocks) return fail(path() + ": expected an object, found " + std::string(what));
    if (named_member()) {
      const bool blocks = place_ == Place::root && key_ == "blocks";
      const std::string where = place_ == Place::block ? path() + "." + key_ : key_;
      return fail(where + (blocks ? ": expected an array, found " : ": expected a string, found ") + std::string(what));
    }
    skip_from_ = depth_;
    return true;
  }

  bool value(Scalar scalar) {
    if (skip_from_ != 0) return true;
    if (depth_ == 0) return fail("expected an object");
    if (place_ == Place::blocks) return fail(path() + ": expected an object");
    return place_ == Place::block ? block_member(std::move(scalar)) : root_member(std::move(scalar));
  }

  bool root_member(Scalar scalar) {
    const bool null = scalar.type == Scalar::Type::null;
    if (key_ == "blocks") return fail("blocks: expected an array");
    std::string* into = key_ == "id"     ? &article.id
                        : key_ == "url"  ? &article.url
                        : key_ == "lang" ? &article.lang
                                         : nullptr;
    if (into != nullptr) {
      const bool number = scalar.type == Scalar::Type::number && key_ == "id";
      if (!null && !number && scalar.type != Scalar::Type::string) return fail(key_ + ": expected a string");
      *into = std::move(scalar.text);
      return true;
    }
    if (key_ == "published") {
      article.published.reset();
      if (null) return true;
      if (scalar.type != Scalar::Type::string) return fail("published: expected a date such as \"2025-11-07\"");
      const std::string_view text = trim(scalar.text);
      if (text.empty()) return true;
      article.published = parse_iso_date(text);
      if (!article.published)
        return fail("published: \"" + std::string(clip(text, 40)) + "\" is not a date such as \"2025-11-07\"");
    }
    return true;
  }

  bool block_member(Scalar scalar) {
    Block& block = article.blocks.back();
    if (key_ == "text") {
      if (scalar.type != Scalar::Type::string) return fail(path() + ".text: expected a string");
      block.text = std::move(scalar.text);
      has_text_ = true;
    } else if (key_ == "kind" && scalar.type == Scalar::Type::null) {
      block.kind_given = false;  // of two, the last counts
      block.kind = BlockKind::paragraph;
    } else if (key_ == "kind") {
      if (scalar.type != Scalar::Type::string) return fail(path() + ".kind: expected a string");
      const std::optional<BlockKind> kind = block_kind(scalar.text);
      if (!kind) return fail(path() + ".kind: unknown kind \"" + std::string(clip(scalar.text, 40)) + "\"");
      block.kind = *kind;
      block.kind_given = true;
    }
    return true;
  }

  Place place_ = Place::root;
  std::size_t depth_ = 0;
  std::size_t skip_from_ = 0;  // the depth of the skipped member's container; 0: nothing is skipped
  std::string key_;
  bool has_text_ = false;
  bool has_blocks_ = false;
};

/// The code unit of the escape \uXXXX at `at`; nothing for any other text.
std::optional<unsigned> escaped_unit(std::string_view text, std::size_t at) noexcept {
  if (text.size() - at < 6 || text[at] != '\\' || text[at + 1] != 'u') return std::nullopt;
  unsigned unit = 0;
  for (std::size_t i = at + 2; i < at + 6; ++i) {
    const char c = text[i];
    const char low = static_cast<char>(c | 0x20);
    if (is_ascii_digit(c))
      unit = unit * 16 + static_cast<unsigned>(c - '0');
    else if (low >= 'a' && low <= 'f')
      unit = unit * 16 + static_cast<unsigned>(low - 'a' + 10);
    else
      return std::nullopt;
  }
  return unit;
}

/// Escapes of lone surrogates, which JavaScript writes for a cut string, become U+FFFD in place.
void replace_lone_surrogates(std::string& text) {
  for (std::size_t at = text.find('\\'); at != std::string::npos && at + 1 < text.size(); at = text.find('\\', at)) {
    const std::optional<unsigned> unit = escaped_unit(text, at);
    if (!unit) {
      at += 2;
      continue;
    }
    const bool high = *unit >= 0xD800 && *unit <= 0xDBFF;
    const bool low = *unit >= 0xDC00 && *unit <= 0xDFFF;
    if (high && at + 6 < text.size()) {
      const std::optional<unsigned> second = escaped_unit(text, at + 6);
      if (second && *second >= 0xDC00 && *second <= 0xDFFF) {
        at += 12;
        continue;
      }
    }
    if (high || low) text.replace(at + 2, 4, "fffd");
    at += 6;
  }
}

std::string at_place(std::string_view text, std::size_t position, const std::string& message) {
  const std::string_view before = text.substr(0, std::min(position - 1, text.size()));
  const auto lines = std::count(before.begin(), before.end(), '\n');
  const std::size_t line_begin = before.rfind('\n') + 1;  // npos + 1 is 0
  const auto column = std::count_if(before.begin() + static_cast<std::ptrdiff_t>(line_begin), before.end(),
                                    [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
  return "line " + std::to_string(lines + 1) + ", column " + std::to_string(column + 1) + ": " + message;
}

}  // namespace

std::variant<Article, JsonProblem> parse_article_json(std::string_view text) {
  std::string clean = is_valid_utf8(text) ? std::string(text) : replace_invalid_utf8(text);
  replace_lone_surrogates(clean);
  ArticleReader reader;
  const bool read = json::sax_parse(clean, &reader);
  if (read && reader.has_blocks()) return std::move(reader.article);
  std::string message = reader.problem.empty() ? "blocks: missing" : std::move(reader.problem);
  if (!is_valid_utf8(message)) message = replace_invalid_utf8(message);  // a token quoted up to half a character
  if (message.size() > longest_message) message = std::string(clip(message, longest_message)) + "\xE2\x80\xA6";
  if (reader.problem_at > 0) {
    std::string_view json_text = clean;
    if (json_text.starts_with("\xEF\xBB\xBF")) json_text.remove_prefix(3);
    // A number beyond what the library can hold is JSON, and keeps the library's words.
    const auto mistake = find_json_mistake(json_text);
    message =
        mistake ? at_place(json_text, mistake->at + 1, mistake->message) : at_place(clean, reader.problem_at, message);
  }
  return JsonProblem{std::move(message)};
}

}  // namespace newsgloss
