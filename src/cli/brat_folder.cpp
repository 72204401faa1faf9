#include "cli/brat_folder.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "output/brat.h"
#include "output/file_name.h"

namespace newsgloss::cli {
namespace {

enum class Written : unsigned char { yes, is_there, no };

/// A new file with these bytes; `errno` says why not. What could not be written whole is taken away again.
Written write_new(const std::string& path, std::string_view bytes) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (file < 0) return errno == EEXIST ? Written::is_there : Written::no;
  int problem = 0;
  while (!bytes.empty() && problem == 0) {
    const ssize_t taken = ::write(file, bytes.data(), bytes.size());
    if (taken >= 0)
      bytes.remove_prefix(static_cast<std::size_t>(taken));
    else if (errno != EINTR)
      problem = errno;
  }
  if (close(file) != 0 && problem == 0) problem = errno;
  if (problem == 0) return Written::yes;
  unlink(path.c_str());
  errno = problem;
  return Written::no;
}

std::string because(const std::string& path) { return path + ": " + std::strerror(errno); }

}  // namespace

std::string BratFolder::path_of(const std::string& name, std::string_view suffix) const {
  return folder_ + (folder_.ends_with('/') ? "" : "/") + name + std::string(suffix);
}

std::string BratFolder::open(const std::string& folder, bool append) {
  folder_ = folder;
  std::error_code problem;
  std::filesystem::create_directories(folder, problem);
  if (problem) return folder + ": " + problem.message();
  for (std::filesystem::directory_iterator entry(folder, problem), end; !problem && entry != end;
       entry.increment(problem)) {
    const std::filesystem::path file = entry->path().filename();
    if (file.extension() != ".ann" && file.extension() != ".txt") continue;
    if (!append)
      return folder + ": holds " + file.string() +
             " already, which is not replaced: add to it with --append, or name another folder";
    taken_.try_emplace(folded_name(file.stem().string()), 1);
  }
  if (problem) return folder + ": " + problem.message();
  const std::string configuration = path_of("annotation", ".conf");
  return write_new(configuration, brat_configuration()) == Written::no ? because(configuration) : "";
}

std::string BratFolder::add(std::string_view id, std::string_view ann, std::string_view txt) {
  const std::string wanted = file_name_of(id);
  std::size_t& number = taken_[folded_name(wanted)];
  for (;;) {
    ++number;
    const std::string name = number == 1 ? wanted : wanted + '-' + std::to_string(number);
    // "story-2" may be another article's own name.
    if (number > 1 && !taken_.try_emplace(folded_name(name), 1).second) continue;
    const std::string txt_path = path_of(name, ".txt");
    const Written text = write_new(txt_path, txt);
    if (text == Written::is_there) continue;
    if (text == Written::no) return because(txt_path);
    const std::string ann_path = path_of(name, ".ann");
    const Written annotations = write_new(ann_path, ann);
    if (annotations == Written::yes) return "";
    std::string problem = because(ann_path);
    unlink(txt_path.c_str());
    if (annotations == Written::no) return problem;
  }
}

}  // namespace newsgloss::cli
