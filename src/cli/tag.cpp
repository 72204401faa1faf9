#include "cli/commands.h"
namespace newsgloss::cli {
int run_tag(const Arguments&) { return usage_error("tag", "is not available in this version"); }
}  // namespace newsgloss::cli
