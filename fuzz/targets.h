// Fuzz targets: what the engine promises about any bytes, as functions that abort where a promise is broken.
//
// libFuzzer calls them with bytes of its own making (`make fuzz`); native-tests/hostile calls them with damaged copies
// of known articles, so that the ordinary tests run them too.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace newsgloss::fuzz {

using Bytes = std::span<const std::uint8_t>;

/// UTF-8 repair, tokens, sentences, offsets.
void text(Bytes bytes);
/// The JSON article reader.
void article_json(Bytes bytes);
/// The plain text reader and the classification of blocks.
void plain_text(Bytes bytes);
/// The model file: as it is, and with its checksums made right, so that what they protect is reached too.
void model_file(Bytes bytes);
/// A plain text through the whole pipeline and every writer.
void pipeline(Bytes bytes);

}  // namespace newsgloss::fuzz
