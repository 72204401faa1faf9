// File names out of ids: one component, whatever an id holds.
#include "output/file_name.h"

#include "catch.h"
#include "text/utf8.h"

using newsgloss::file_name_of;
using newsgloss::folded_name;

TEST_CASE("file_name_of: ids and what becomes of them", "[output]") {
  struct Row {
    std::string id;
    std::string name;
  };
  const Row rows[] = {
      {"", "article"},
      {"story-17", "story-17"},
      {"2025_11.07", "2025_11.07"},
      {"Caf\xC3\xA9 \xE5\x8C\x97\xE4\xBA\xAC", "Caf\xC3\xA9_\xE5\x8C\x97\xE4\xBA\xAC"},
      {"../../etc/x", "_etc_x"},
      {"/etc/passwd", "_etc_passwd"},
      {"..", "article"},
      {".", "article"},
      {"///", "article"},
      {"a/../b", "a_b"},
      {"a..b", "a_b"},
      {".hidden", "_hidden"},
      {"ends.", "ends"},
      {"ends. ", "ends"},
      {"-rf", "_rf"},
      {"C:\\Windows\\x", "C_Windows_x"},
      {"https://a.example/b?c=d&e", "https_a.example_b_c=d_e"},
      {std::string("a\0b\n\x1B[31mc", 10), "a_b_31mc"},
      {"a\xC2\x85"
       "b\xE2\x80\xAEtxt.exe",
       "a_b_txt.exe"},
      {"$(rm x) `y`", "_rm_x_y"},
      {"con", "_con"},
      {"CON", "_CON"},
      {"Nul.txt", "_Nul.txt"},
      {"com1.a.b", "_com1.a.b"},
      {"LPT\xC2\xB9", "_LPT\xC2\xB9"},
      {"conin$", "conin"},
      {"con1", "con1"},
      {"com10", "com10"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.id);
    CHECK(file_name_of(row.id) == row.name);
  }
  CHECK(folded_name("Story-2") == "story-2");
}

TEST_CASE("file_name_of: no id is longer than a file system takes, or cut within a character", "[output]") {
  for (const std::string piece : {"a", "\xC3\xA9", "\xE5\x8C\x97", "\xF0\x9F\x90\x9F", "a.", "a/"}) {
    std::string id;
    for (int i = 0; i < 300; ++i) id += piece;
    const std::string name = file_name_of(id);
    CAPTURE(name);
    CHECK(name.size() <= 121);
    CHECK(name.size() >= 116);
    CHECK(name.back() != '.');
    CHECK(newsgloss::is_valid_utf8(name));
  }
}
