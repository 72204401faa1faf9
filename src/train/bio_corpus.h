// Corpora in BIO columns, as the entity trainer reads them: token, TAB, …, TAB, label; a blank line after each chunk
// (a sentence or a paragraph); -DOCSTART- before each document. Labels are Worldwide's (Shan et al. 2023); Date and
// Money count as outside. A corpus without labels has O everywhere.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "tagger/entity_features.h"

namespace newsgloss::training {

inline constexpr int type_count = 7;
inline constexpr std::array<const char*, type_count> type_names = {"Person",   "Organization", "Location", "NORP",
                                                                   "Facility", "Product",      "Misc"};

struct Chunk {
  std::vector<std::string> tokens;
  std::vector<int> type;     // of each token: index into type_names, -1 outside
  std::vector<bool> begins;  // is the token the first of its span?
};
using CorpusDocument = std::vector<Chunk>;

/// Ends the program when `path` cannot be read.
[[nodiscard]] std::vector<CorpusDocument> read_bio(const std::string& path);

/// Clusters from a file of clusters.py: `key coarse middle fine` a line, the key being the top 24 bits of
/// WordForm::lower. Ends the program when there are none.
class FileClusters final : public ClusterSource {
 public:
  explicit FileClusters(const std::string& path);
  [[nodiscard]] WordClusters clusters(std::uint64_t lower) const override;

 private:
  std::unordered_map<std::uint32_t, WordClusters> table_;
};

}  // namespace newsgloss::training
