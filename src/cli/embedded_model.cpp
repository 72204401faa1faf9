// The assembler takes the file's bytes in as they are (.incbin); NEWSGLOSS_MODEL is its path, from the build.
#include "cli/embedded_model.h"

__asm__(
    ".section .rodata\n"
    ".balign 16\n"
    ".global newsgloss_model_begin\n"
    "newsgloss_model_begin:\n"
    ".incbin \"" NEWSGLOSS_MODEL
    "\"\n"
    ".global newsgloss_model_end\n"
    "newsgloss_model_end:\n"
    ".previous\n");

extern "C" {
extern const std::byte newsgloss_model_begin[];  // NOLINT(*-avoid-c-arrays)
extern const std::byte newsgloss_model_end[];    // NOLINT(*-avoid-c-arrays)
}

namespace newsgloss::cli {

std::span<const std::byte> embedded_model() noexcept {
  return {newsgloss_model_begin, static_cast<std::size_t>(newsgloss_model_end - newsgloss_model_begin)};
}

}  // namespace newsgloss::cli
