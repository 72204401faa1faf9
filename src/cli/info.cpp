// `newsgloss info`: version and what is built in.
#include "cli/commands.h"
#include "cli/options.h"

namespace newsgloss::cli {

int run_info(const Arguments& arguments) {
  Options options;
  const std::string problem = options.parse(arguments, {{"help", false}});
  if (!problem.empty()) return usage_error("info", problem);
  if (options.has("help")) {
    write_out("Usage: newsgloss info\n\nPrints the version, the schema, the engine and the licence.\n");
    return finish_output(exit_fine);
  }
  if (!options.operands().empty()) return usage_error("info", "takes no file");
  write_out("newsgloss " NEWSGLOSS_VERSION
            "\n"
            "schema    newsgloss/1\n"
            "engine    rules (lexica, word shape, voting over the document); no model file\n"
            "licence   MIT\n");
  return finish_output(exit_fine);
}

}  // namespace newsgloss::cli
