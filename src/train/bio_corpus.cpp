#include "bio_corpus.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string_view>
#include <utility>

namespace newsgloss::training {
namespace {

[[noreturn]] void give_up(const char* problem, const std::string& path) {
  std::fprintf(stderr, "%s %s\n", problem, path.c_str());
  std::exit(1);
}

int type_index(std::string_view name) {
  for (int i = 0; i < type_count; ++i)
    if (name == type_names[static_cast<std::size_t>(i)]) return i;
  return -1;
}

void add(Chunk& chunk, std::string_view line) {
  chunk.tokens.emplace_back(line.substr(0, line.find('\t')));
  const std::string_view tag = line.substr(line.rfind('\t') + 1);
  const int type = tag.size() > 2 ? type_index(tag.substr(2)) : -1;
  const bool goes_on = !chunk.type.empty() && tag.front() == 'I' && chunk.type.back() == type;
  chunk.type.push_back(type);
  chunk.begins.push_back(type >= 0 && !goes_on);
}

}  // namespace

std::vector<CorpusDocument> read_bio(const std::string& path) {
  std::ifstream in(path);
  if (!in) give_up("cannot read", path);
  std::vector<CorpusDocument> documents(1);
  Chunk chunk;
  const auto flush = [&] {
    if (!chunk.tokens.empty()) documents.back().push_back(std::exchange(chunk, {}));
  };
  std::string line;
  while (std::getline(in, line)) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    const bool start = line.starts_with("-DOCSTART-");
    if (line.empty() || start) flush();
    if (start && !documents.back().empty()) documents.emplace_back();
    if (!line.empty() && !start) add(chunk, line);
  }
  flush();
  if (documents.back().empty()) documents.pop_back();
  return documents;
}

FileClusters::FileClusters(const std::string& path) {
  std::ifstream in(path);
  std::uint32_t key = 0;
  WordClusters c;
  while (in >> key >> c.id[0] >> c.id[1] >> c.id[2]) table_.emplace(key, c);
  if (table_.empty()) give_up("no clusters in", path);
}

WordClusters FileClusters::clusters(std::uint64_t lower) const {
  const auto it = table_.find(static_cast<std::uint32_t>(lower >> 40));
  return it == table_.end() ? WordClusters{} : it->second;
}

}  // namespace newsgloss::training
