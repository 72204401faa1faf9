// libFuzzer's entry: one executable for each target, named by the build.
#include "targets.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  newsgloss::fuzz::NEWSGLOSS_FUZZ_TARGET({data, size});
  return 0;
}
