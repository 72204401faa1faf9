// `newsgloss info`: version and what is built in.
#include <cstdio>

#include "cli/commands.h"
#include "cli/embedded_model.h"
#include "cli/options.h"
#include "tagger/model_file.h"

namespace newsgloss::cli {
namespace {

std::string line_of(const ModelFile::Section& section) {
  char line[64];
  const int length = std::snprintf(line, sizeof line, "          %-4s  %8zu bytes  crc32 %08x\n",
                                   std::string(name_of(section.kind)).c_str(), section.bytes.size(), section.checksum);
  return {line, static_cast<std::size_t>(length)};
}

std::string describe_model() {
  ModelFile file;
  if (const ModelStatus status = file.open(embedded_model()); !status.ok())
    return "model     " + std::string(describe(status.error)) + "\n";
  std::string text = "model     built in, " + std::to_string(embedded_model().size()) + " bytes\n";
  for (const ModelFile::Section& section : file.sections()) text += line_of(section);
  return text.append(file.meta()).append("\n");
}

}  // namespace

int run_info(const Arguments& arguments) {
  Options options;
  const std::string problem = options.parse(arguments, {{"help", false}});
  if (!problem.empty()) return usage_error("info", problem);
  if (options.has("help")) {
    write_out("Usage: newsgloss info\n\nPrints the version, the schema, the licence and what the built-in model is.\n");
    return finish_output(exit_fine);
  }
  if (!options.operands().empty()) return usage_error("info", "takes no file");
  write_out("newsgloss " NEWSGLOSS_VERSION
            "\n"
            "schema    newsgloss/1\n"
            "licence   MIT\n" +
            describe_model());
  return finish_output(exit_fine);
}

}  // namespace newsgloss::cli
