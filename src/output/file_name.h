// File names out of article ids, for formats that are a file an article.
//
//   story-17          story-17
//   ../../etc/x       _etc_x        no way out of the folder
//   con.txt           _con.txt      a device's name on Windows
//   https://a.b/c?d   https_a.b_c_d
//
// What comes out is one path component on every file system in use: at most 120 bytes, so that a number and a suffix
// still fit, and the same for the same id on every machine.
#pragma once

#include <string>
#include <string_view>

namespace newsgloss {

/// `id` (valid UTF-8) as a file's name without a suffix; "article" where nothing of it is left. Runs of what a file
/// system, a shell or a reader of names could stumble over (separators, wildcards, white space, controls, characters
/// that reorder text, dots that are not between two other characters) become one "_", and so does a hyphen at the
/// start. Linear in `id`.
[[nodiscard]] std::string file_name_of(std::string_view id);

/// What a file system that does not tell capitals from small letters takes `name` for: ASCII letters folded.
[[nodiscard]] std::string folded_name(std::string_view name);

}  // namespace newsgloss
