// An archive of made-up articles, and the command running beside the test: fed, watched and interrupted.
#pragma once

#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace newsgloss::test {

/// A line of JSON Lines; `i` is its id.
inline std::string archived_article(std::size_t i) {
  std::string text = "Minister Ana Otieno said on Tuesday that talks with Kenya had begun in hall " +
                     std::to_string(i) + ". \"We act now,\" she said.";
  return nlohmann::json{{"id", std::to_string(i)}, {"blocks", {{{"text", text}}}}}.dump() + '\n';
}

inline std::string archive(std::size_t articles) {
  std::string out;
  for (std::size_t i = 0; i < articles; ++i) out += archived_article(i);
  return out;
}

/// Each with its line break, if it has one.
inline std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    out.push_back(text.substr(at, end == std::string::npos ? end : end - at + 1));
    at = end == std::string::npos ? text.size() : end + 1;
  }
  return out;
}

/// The command as a child process. What a test does not wait for ends with it.
class Running {
 public:
  struct Streams {
    int in = -1;   // a descriptor; -1: none
    int out = -1;  // likewise; -1: the file `out` in the folder
    int error = -1;
  };

  Running(const std::filesystem::path& folder, const std::vector<std::string>& arguments, Streams streams)
      : child_(fork()) {
    if (child_ != 0) return;
    if (streams.in >= 0) dup2(streams.in, STDIN_FILENO);
    if (streams.out >= 0)
      dup2(streams.out, STDOUT_FILENO);
    else if (!std::freopen((folder / "out").c_str(), "w", stdout))
      _exit(99);
    if (streams.error >= 0)
      dup2(streams.error, STDERR_FILENO);
    else if (!std::freopen((folder / "err").c_str(), "w", stderr))
      _exit(99);
    if (chdir(folder.c_str()) != 0) _exit(99);
    std::vector<std::string> words = {NEWSGLOSS_COMMAND};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> argv;
    for (std::string& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);
    execv(argv[0], argv.data());
    _exit(99);
  }
  ~Running() {
    if (child_ <= 0) return;
    kill(child_, SIGKILL);
    waitpid(child_, nullptr, 0);
  }
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;

  void interrupt(int signal) const { kill(child_, signal); }

  /// Its exit status; -1 when a signal ended it.
  int wait() {
    int status = 0;
    waitpid(std::exchange(child_, -1), &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

  /// The same, and the most memory it has had, looked at every 2 ms. (What wait4 tells begins with what this process
  /// had when it forked.)
  int wait(long& kilobytes) {
    int status = 0;
    while (waitpid(child_, &status, WNOHANG) == 0) {
      const std::filesystem::path about = "/proc/" + std::to_string(child_);
      std::string word;
      std::ifstream(about / "comm") >> word;
      std::ifstream file(about / "status");
      const bool begun = word == "newsgloss";  // and no copy of this process any more
      while (begun && file >> word)
        if (word == "VmHWM:" && file >> kilobytes) break;
      std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    child_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

 private:
  pid_t child_;
};

}  // namespace newsgloss::test
