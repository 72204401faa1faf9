// The commands of `newsgloss`. Each takes its arguments (without the command's own name), writes to standard output
// and standard error, and returns the exit status.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace newsgloss::cli {

inline constexpr int exit_fine = 0;
inline constexpr int exit_failed = 1;  // some input failed
inline constexpr int exit_usage = 2;

using Arguments = std::vector<std::string>;

int run_annotate(const Arguments& arguments);
int run_tag(const Arguments& arguments);
int run_eval(const Arguments& arguments);
int run_info(const Arguments& arguments);

/// Prints "newsgloss COMMAND: MESSAGE" and how to get help; returns `exit_usage`.
int usage_error(std::string_view command, std::string_view message);

/// Writes all of `text` to the output (output.h). False when that failed (disk full).
bool write_out(std::string_view text);

/// Ends the output; `status`, or `exit_failed` with a message when what was written did not arrive.
int finish_output(int status);

/// One line on standard error.
void write_error(std::string_view line);

}  // namespace newsgloss::cli
