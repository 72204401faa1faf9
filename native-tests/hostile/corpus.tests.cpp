// The fuzz targets on the seeds that are in the repository: fuzz/corpus, and the golden articles. What `make fuzz` once
// found goes to fuzz/corpus and is read again here, by any compiler, with every test run.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "../../fuzz/targets.h"
#include "catch.h"

using namespace newsgloss;

namespace {

using Data = std::vector<std::uint8_t>;
using Target = void (*)(fuzz::Bytes);

std::vector<std::filesystem::path> files_of(const std::string& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(NEWSGLOSS_SOURCE_DIR "/" + folder))
    if (entry.is_regular_file()) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

// A copy whose end is the end of its memory: a read past it shows under a sanitiser.
Data read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(file)), {});
  return {bytes.begin(), bytes.end()};
}

}  // namespace

TEST_CASE("hostile: the seeds of the fuzz targets break no promise", "[hostile]") {
  struct Row {
    const char* folder;
    Target target;
  };
  const Row rows[] = {{"text", fuzz::text},
                      {"article_json", fuzz::article_json},
                      {"plain_text", fuzz::plain_text},
                      {"pipeline", fuzz::pipeline}};
  for (const Row& row : rows) {
    const auto files = files_of(std::string("fuzz/corpus/") + row.folder);
    CHECK(files.size() >= 4);
    for (const auto& file : files) {
      CAPTURE(file.string());
      const Data bytes = read(file);
      row.target(bytes);
      // No target may mind bytes that another is meant for.
      for (const Row& other : rows) other.target(bytes);
    }
  }
  for (const auto& file : files_of("native-tests/golden")) {
    if (file.extension() == ".txt") fuzz::pipeline(read(file));
    if (file.extension() == ".json") fuzz::article_json(read(file));
  }
}
