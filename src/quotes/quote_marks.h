// Quote marks: the quotations of a document, with those that run over paragraphs, and what each of them is.
//
//   "We tried.            an open mark without its close: goes on ...
//   "It worked," he said. ... in the next paragraph, which opens again (or, in older style, only closes)
//
//   speech     words said, whole clauses: "It worked," he said.
//   fragment   part of a reported sentence: He called it "a step back for all of us".
//   label      a name, title or scare-quoted term: the "Friendship Plan", so-called "experts"
//
// Only outermost quotations are listed, in order. A mark that nothing closes is a quotation only where it opens its
// block; elsewhere it reaches to the end of its sentence. Stray close marks are passed over (unless whole sentences
// from the start of the block stand before them: an open mark was lost), so one wrong mark spoils its own sentence and
// no more. Complexity: linear.
#pragma once

#include <cstdint>
#include <vector>

#include "article/document.h"

namespace newsgloss {

enum class QuotationSort : unsigned char { speech, fragment, label };

struct Quotation {
  TokenRange tokens;  // with its marks
  QuotationSort sort = QuotationSort::speech;
  bool goes_on = false;    // not closed in this block, and the next one goes on
  bool continues = false;  // goes on from the block before
  friend bool operator==(const Quotation&, const Quotation&) = default;
};

/// One list for each block; empty for blocks that are not read.
[[nodiscard]] std::vector<std::vector<Quotation>> find_quotations(const Document& document);

}  // namespace newsgloss
