#include "article/front_matter.h"

#include <string>

#include "article/byline.h"
#include "article/civil_date.h"
#include "article/line.h"
#include "text/characters.h"

namespace newsgloss {
namespace {

constexpr std::uint32_t dateline_paragraphs =
    2;  // a dateline opens the first paragraph, or the one after an editor's note

class Reader {
 public:
  explicit Reader(const Article& article) : article_(article), published_(article.published) {}

  FrontMatter read() {
    for (std::uint32_t i = 0; i < article_.blocks.size(); ++i) block(i);
    FrontMatter& front = front_;
    if (front.authors.empty()) front.authors = std::move(tail_authors_);
    if (!published_) published_ = date_block_ ? date_block_ : byline_date_;
    if (front.dateline) {
      // Read again now that the year is known.
      const std::uint32_t at = front.dateline->whole.block;
      front.dateline = find_dateline(article_.blocks[at].text, published_);
      front.dateline->whole.block = at;
      if (!published_) published_ = front.dateline->date;
    }
    if (!published_) published_ = updated_;
    front.published = published_;
    return std::move(front_);
  }

 private:
  void block(std::uint32_t i) {
    const Block& block = article_.blocks[i];
    switch (block.kind) {
      case BlockKind::headline:
        if (!front_.headline) front_.headline = i;
        break;
      case BlockKind::byline:
        byline(i);
        break;
      case BlockKind::date:
        date(block);
        break;
      case BlockKind::dateline:
        dateline(i);
        break;
      case BlockKind::paragraph:
        if (paragraphs_++ < dateline_paragraphs) dateline(i);
        break;
      default:
        break;
    }
  }

  void dateline(std::uint32_t i) {
    if (front_.dateline) return;
    front_.dateline = find_dateline(article_.blocks[i].text, published_);
    if (front_.dateline) front_.dateline->whole.block = i;
  }

  void date(const Block& block) {
    if (block.text.size() > longest_line) return;
    const Line line = read_line(block.text);
    if (const auto found = read_date_line(line)) note(*found, date_block_);
  }

  void byline(std::uint32_t i) {
    const Block& block = article_.blocks[i];
    if (block.text.size() > longest_line) return;
    const Line line = read_line(block.text);
    const std::optional<Byline> found = read_byline(line);
    if (!found) {
      if (const auto dated = read_date_line(line)) note(*dated, byline_date_);
      return;
    }
    std::vector<BlockSpan>& authors = found->tail ? tail_authors_ : front_.authors;
    for (const Span author : found->authors) {
      bool known = false;
      for (const BlockSpan& other : authors) {
        const std::string_view text = slice(article_.blocks[other.block].text, other.span);
        known |= fold_case(text) == fold_case(slice(block.text, author));
      }
      if (!known && authors.size() < most_authors) authors.push_back({i, author});
    }
    note(*found, byline_date_);
  }

  /// The first day of publication counts, and the day of an update where no other is printed.
  void note(const Byline& line, std::optional<CivilDate>& publication) {
    std::optional<CivilDate>& into = line.updated ? updated_ : publication;
    if (!into) into = line.date;
  }

  static constexpr std::size_t most_authors = 40;  // keeps the search for repeats constant

  const Article& article_;
  FrontMatter front_;
  std::vector<BlockSpan> tail_authors_;  // "Reporting by …", for articles without a byline at their head
  std::optional<CivilDate> published_;
  std::optional<CivilDate> date_block_;
  std::optional<CivilDate> byline_date_;
  std::optional<CivilDate> updated_;
  std::uint32_t paragraphs_ = 0;
};

}  // namespace

FrontMatter read_front_matter(const Article& article) { return Reader(article).read(); }

}  // namespace newsgloss
