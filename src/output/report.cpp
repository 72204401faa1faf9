#include "output/report.h"

namespace newsgloss {
std::string to_report(const Annotations&, int) { return "\n"; }
}  // namespace newsgloss
