// The `newsgloss` command: finds the command that is meant and runs it.
#include <cstdio>

#include "cli/commands.h"
#include "cli/output.h"

namespace newsgloss::cli {
namespace {

constexpr std::string_view help = R"(newsgloss - who is in a news article, who said what, and what its pictures show

Usage: newsgloss COMMAND [OPTION...] [FILE...|-]

Commands
  annotate   articles (plain text, JSON, JSON Lines) to annotations
  tag        tokens, one a line, to entity and attribution labels
  eval       how well it does on files annotated by hand
  info       version and what is built in

  newsgloss COMMAND --help    tells what a command takes
  newsgloss --version         prints the version

Exit status: 0 fine, 1 some input failed, 2 wrong usage.
)";

struct Command {
  std::string_view name;
  int (*run)(const Arguments&);
};

constexpr Command commands[] = {
    {"annotate", run_annotate},
    {"tag", run_tag},
    {"eval", run_eval},
    {"info", run_info},
};

int run(const Arguments& arguments) {
  if (arguments.empty()) {
    std::fputs(help.data(), stderr);
    return exit_usage;
  }
  const std::string& name = arguments.front();
  if (name == "--help" || name == "-h" || name == "help") {
    write_out(help);
    return finish_output(exit_fine);
  }
  if (name == "--version") {
    write_out("newsgloss " NEWSGLOSS_VERSION "\n");
    return finish_output(exit_fine);
  }
  for (const Command& command : commands)
    if (command.name == name) return command.run(Arguments(arguments.begin() + 1, arguments.end()));
  write_error("newsgloss: unknown command \"" + name + "\"");
  write_error("Try: newsgloss --help");
  return exit_usage;
}

}  // namespace

int usage_error(std::string_view command, std::string_view message) {
  const std::string name = "newsgloss " + std::string(command);
  write_error(name + ": " + std::string(message));
  write_error("Try: " + name + " --help");
  return exit_usage;
}

bool write_out(std::string_view text) { return output().write(text); }

int finish_output(int status) {
  if (output().finish()) return status;
  write_error("newsgloss: cannot write the output: " + output().problem());
  return exit_failed;
}

void write_error(std::string_view line) {
  std::string whole(line);
  whole += '\n';
  std::fwrite(whole.data(), 1, whole.size(), stderr);
}

}  // namespace newsgloss::cli

int main(int argc, char** argv) { return newsgloss::cli::run({argv + 1, argv + (argc > 0 ? argc : 1)}); }
