#include "article/front_matter.h"

namespace newsgloss {
FrontMatter read_front_matter(const Article&) { return {}; }
std::optional<Dateline> find_dateline(std::string_view, std::optional<CivilDate>) { return std::nullopt; }
}  // namespace newsgloss
