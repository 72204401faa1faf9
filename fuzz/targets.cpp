#include "targets.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "annotate/annotator.h"
#include "article/article_json.h"
#include "article/classify.h"
#include "article/plain_text.h"
#include "output/brat.h"
#include "output/conll.h"
#include "output/csv.h"
#include "output/html.h"
#include "output/json.h"
#include "output/report.h"
#include "output/schema_org.h"
#include "output/source_audit.h"
#include "output/web_annotation.h"
#include "tagger/model_file.h"
#include "tagger/model_tagger.h"
#include "tagger/rule_tagger.h"
#include "text/offsets.h"
#include "text/sentences.h"
#include "text/utf8.h"

namespace newsgloss::fuzz {
namespace {

void promise(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "broken promise: %s\n", what);
  std::abort();
}

std::string_view view_of(Bytes bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

bool is_boundary(std::string_view text, std::uint32_t at) {
  return at == text.size() || (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80);
}

bool is_span_of(std::string_view text, Span span) {
  return span.begin <= span.end && is_boundary(text, span.begin) && is_boundary(text, span.end);
}

void check_tokens(std::string_view text, const std::vector<Token>& tokens) {
  std::uint32_t at = 0;
  for (const Token& token : tokens) {
    promise(token.span.begin >= at && !token.span.empty() && is_span_of(text, token.span), "tokens are ordered spans");
    at = token.span.end;
  }
  std::vector<TokenRange> sentences;
  split_sentences(text, tokens, sentences);
  std::uint32_t next = 0;
  for (const TokenRange& sentence : sentences) {
    promise(sentence.first == next && !sentence.empty(), "sentences cover the tokens");
    next = sentence.last;
  }
  promise(next == tokens.size(), "sentences cover all tokens");
}

void check_article(const Article& article) {
  for (const Block& block : article.blocks) promise(is_valid_utf8(block.text), "blocks are UTF-8");
}

void check_annotations(const Annotations& a) {
  const std::vector<Block>& blocks = a.article.blocks;
  const auto in_block = [&blocks](std::uint32_t block, Span span) {
    return block < blocks.size() && is_span_of(blocks[block].text, span);
  };
  for (const Entity& entity : a.entities)
    for (const Mention& mention : entity.mentions) {
      promise(mention.block < blocks.size() && !mention.tokens.empty() &&
                  mention.tokens.last <= a.tokens[mention.block].size() && in_block(mention.block, a.span_of(mention)),
              "mentions lie in their block");
    }
  for (const Value& value : a.values) promise(in_block(value.block, value.span), "values lie in their block");
  for (const Quote& quote : a.quotes) {
    promise(!quote.content.empty(), "a quote has content");
    for (const BlockSpan& part : quote.content) promise(in_block(part.block, part.span), "contents lie in their block");
    if (quote.cue) promise(in_block(quote.cue->block, quote.cue->span), "cues lie in their block");
    if (quote.source) promise(in_block(quote.source->block, quote.source->span), "sources lie in their block");
    for (const EntityId id : quote.speakers) promise(id < a.entities.size(), "speakers are entities");
  }
  for (const Caption& caption : a.captions) {
    promise(in_block(caption.block, caption.description), "descriptions lie in their block");
    if (caption.credit) promise(in_block(caption.block, caption.credit->span), "credits lie in their block");
    for (const EntityId id : caption.entities) promise(id < a.entities.size(), "the shown are entities");
    for (const ParagraphLink& link : caption.paragraphs) promise(link.block < blocks.size(), "paragraphs are blocks");
  }
}

// Numbers of a model file's header, little-endian.
std::uint32_t number_at(const std::vector<std::uint8_t>& bytes, std::size_t at) {
  return static_cast<std::uint32_t>(bytes[at]) | static_cast<std::uint32_t>(bytes[at + 1]) << 8 |
         static_cast<std::uint32_t>(bytes[at + 2]) << 16 | static_cast<std::uint32_t>(bytes[at + 3]) << 24;
}
void put_number(std::vector<std::uint8_t>& bytes, std::size_t at, std::uint32_t value) {
  for (std::size_t i = 0; i < 4; ++i) bytes[at + i] = static_cast<std::uint8_t>(value >> (8 * i));
}

// The checksums of a model file (model_file.h) made right for whatever its sections hold.
std::vector<std::uint8_t> with_checksums(Bytes given) {
  std::vector<std::uint8_t> bytes(given.begin(), given.end());
  constexpr std::size_t table = 24;
  if (bytes.size() < table) return bytes;
  const std::size_t sections = number_at(bytes, 12);
  if (sections > ModelFile::max_sections || table + sections * 16 > bytes.size()) return bytes;
  for (std::size_t i = 0; i < sections; ++i) {
    const std::size_t row = table + i * 16;
    const std::size_t offset = number_at(bytes, row + 4);
    const std::size_t size = number_at(bytes, row + 8);
    if (offset > bytes.size() || size > bytes.size() - offset) continue;
    put_number(bytes, row + 12, crc32(std::as_bytes(std::span(bytes).subspan(offset, size))));
  }
  const auto all = std::as_bytes(std::span(bytes));
  put_number(bytes, 20, crc32(all.subspan(table, sections * 16), crc32(all.first(20))));
  return bytes;
}

void use_model(std::span<const std::byte> model) {
  ModelTagger made = make_model_tagger(model, AttributionsFrom::rules_and_model);
  promise((made.tagger != nullptr) == made.status.ok(), "a model is an error or a tagger");
  if (!made.tagger) return;
  Annotator annotator(std::move(made.tagger));
  check_annotations(annotator.annotate(parse_plain_text(
      "Minister Ana Otieno of Kenya said on Tuesday that \"talks had begun\".\n\nShe urged Uganda to wait.\n", "x")));
}

}  // namespace

void text(Bytes bytes) {
  const std::string clean = replace_invalid_utf8(view_of(bytes));
  promise(is_valid_utf8(clean), "repair gives UTF-8");
  if (is_valid_utf8(view_of(bytes))) promise(clean == view_of(bytes), "valid text stays as it is");
  std::vector<Token> tokens;
  tokenize(clean, tokens);
  check_tokens(clean, tokens);
  for (const OffsetUnit unit : {OffsetUnit::utf8, OffsetUnit::utf16, OffsetUnit::code_point}) {
    const OffsetMap map(clean, unit);
    std::uint32_t before = 0;
    for (const Token& token : tokens) {
      promise(map(token.span.begin) >= before && map(token.span.end) > map(token.span.begin), "offsets rise");
      before = map(token.span.end);
    }
  }
}

void article_json(Bytes bytes) {
  const auto parsed = parse_article_json(view_of(bytes));
  if (const auto* problem = std::get_if<JsonProblem>(&parsed))
    promise(!problem->message.empty() && is_valid_utf8(problem->message), "problems are said in UTF-8");
  else
    check_article(std::get<Article>(parsed));
}

void plain_text(Bytes bytes) {
  Article article = parse_plain_text(view_of(bytes), "x");
  check_article(article);
  for (const Block& block : article.blocks)
    promise(!block.text.empty() && block.text.find('\n') == std::string::npos,
            "a block is a line with something in it");
  classify_blocks(article);
}

void model_file(Bytes bytes) {
  use_model(std::as_bytes(bytes));
  const std::vector<std::uint8_t> right = with_checksums(bytes);
  use_model(std::as_bytes(std::span(right)));
}

void pipeline(Bytes bytes) {
  Annotator annotator(make_rule_tagger());
  const Annotations a = annotator.annotate(parse_plain_text(view_of(bytes), "x"));
  check_annotations(a);
  const std::string json = to_json(a);
  promise(is_valid_utf8(json), "JSON is UTF-8");
  promise(json == to_json(annotator.annotate(parse_plain_text(view_of(bytes), "x"))), "the same again");
  promise(to_schema_org(a).find('<') == std::string::npos, "schema.org JSON ends no element");
  const std::string html = to_html(a, "x");
  promise(is_valid_utf8(html) && html.find("<script") == std::string::npos, "no script in HTML");
  promise(is_valid_utf8(to_web_annotation(a)) && is_valid_utf8(to_brat(a)) && is_valid_utf8(to_conll(a)) &&
              is_valid_utf8(to_csv(a)) && is_valid_utf8(to_report(a)),
          "formats are UTF-8");
  SourceAudit audit;
  audit.add(digest_of(a));
  promise(is_valid_utf8(audit.html(5)), "audits are UTF-8");
}

}  // namespace newsgloss::fuzz
