// Interrupts: the first SIGINT, SIGTERM or SIGHUP (unless under nohup) asks the command to end after what is under way;
// the second ends it.
#pragma once

namespace newsgloss::cli {

/// From now on signals are noted. Reading that is under way is broken off (EINTR), writing is not.
void watch_interrupts();

/// Was there one?
[[nodiscard]] bool interrupted() noexcept;

/// The exit status of a command that a signal ended, as shells have it: 128 + the signal.
[[nodiscard]] int interrupted_status() noexcept;

}  // namespace newsgloss::cli
