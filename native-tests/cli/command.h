// Runs the built `newsgloss` command as a user's shell would, and keeps what it printed.
#pragma once

#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

namespace newsgloss::test {

struct Run {
  int status = -1;  // exit status; -1 when it did not exit by itself
  std::string out;
  std::string error;
};

/// A folder for one test case, removed after it. Commands run in it, so that file names in messages are short.
class Workplace {
 public:
  Workplace() {
    std::string name = (std::filesystem::temp_directory_path() / "newsgloss-XXXXXX").string();
    folder_ = mkdtemp(name.data()) ? name : ".";
  }
  ~Workplace() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  Workplace(const Workplace&) = delete;
  Workplace& operator=(const Workplace&) = delete;

  void write(const std::string& name, std::string_view bytes) const {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
  }
  [[nodiscard]] std::string read(const std::string& name) const {
    std::ifstream file(folder_ / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  [[nodiscard]] const std::filesystem::path& folder() const noexcept { return folder_; }
  void make_folder(const std::string& name) const { std::filesystem::create_directory(folder_ / name); }

  /// `arguments` as in a shell; may redirect. Standard input is `input`.
  [[nodiscard]] Run run(const std::string& arguments, std::string_view input = "") const {
    write(".in", input);
    const std::string line = "cd '" + folder_.string() + "' && '" NEWSGLOSS_COMMAND "' " + arguments;
    const int result = std::system(("{ " + line + "; } <'" + (folder_ / ".in").string() + "' >'" +
                                    (folder_ / ".out").string() + "' 2>'" + (folder_ / ".err").string() + "'")
                                       .c_str());
    return {WIFEXITED(result) ? WEXITSTATUS(result) : -1, read(".out"), read(".err")};
  }

 private:
  std::filesystem::path folder_;
};

}  // namespace newsgloss::test
