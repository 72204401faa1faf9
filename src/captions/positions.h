// Where in the picture the people of a caption stand: "left", "(R)", "second from right", "center".
//
//   Jane Doe (left) and John Roe         Jane Doe: left
//   Jane Doe, second from right, with …  Jane Doe: second from right
//   From left, Jane Doe, John Roe        both: From left (the order in the text is the one in the picture)
#pragma once

#include <vector>

#include "captions/captions.h"

namespace newsgloss {

/// A name in a caption, by place.
struct NamedInCaption {
  EntityId entity = 0;
  TokenRange tokens;
  bool person = false;
};

/// `names` ordered by place. Linear in the caption's tokens.
[[nodiscard]] std::vector<PicturePosition> find_positions(const DocumentBlock& block,
                                                          const std::vector<NamedInCaption>& names);

}  // namespace newsgloss
