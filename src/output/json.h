// Annotations → JSON, schema newsgloss/1. Keys in a fixed order, numbers from integers: the same bytes everywhere.
#pragma once

#include <string>

#include "annotate/annotations.h"
#include "text/offsets.h"

namespace newsgloss {

enum class JsonStyle : unsigned char { compact, pretty };

/// One object, no line break at its end. Linear in the article and its annotations.
[[nodiscard]] std::string to_json(const Annotations& annotations, OffsetUnit unit = OffsetUnit::utf16,
                                  JsonStyle style = JsonStyle::compact);

}  // namespace newsgloss
