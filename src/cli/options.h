// The command line's options: one table of what there is, for parsing and for nothing else; help texts are prose
// beside each command.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace newsgloss::cli {

/// An option of a command, "--name" or "--name VALUE".
struct OptionSpec {
  std::string_view name;  // without the dashes
  bool takes_value = true;
};

/// What was found. Values are by name, the last one wins; everything else is an operand.
class Options {
 public:
  [[nodiscard]] bool has(std::string_view name) const { return get(name).has_value(); }
  [[nodiscard]] std::optional<std::string_view> get(std::string_view name) const;
  [[nodiscard]] const std::vector<std::string>& operands() const noexcept { return operands_; }

  /// Understands --name VALUE, --name=VALUE, and -- (all that follows are operands). Returns what is wrong, or "".
  [[nodiscard]] std::string parse(const std::vector<std::string>& arguments, const std::vector<OptionSpec>& known);

 private:
  struct Found {
    std::string name;
    std::string value;
  };
  std::vector<Found> found_;
  std::vector<std::string> operands_;
};

/// A row of a table of names, for options whose value is one of a few words.
template <typename T>
struct Choice {
  std::string_view name;
  T value;
};

template <typename T, std::size_t N>
[[nodiscard]] std::optional<T> choose(const Choice<T> (&table)[N], std::string_view name) {
  for (const Choice<T>& choice : table)
    if (choice.name == name) return choice.value;
  return std::nullopt;
}

/// "json, jsonl or text"
template <typename T, std::size_t N>
[[nodiscard]] std::string names_of(const Choice<T> (&table)[N]) {
  std::string out;
  for (std::size_t i = 0; i < N; ++i) {
    if (i > 0) out += i + 1 == N ? " or " : ", ";
    out += table[i].name;
  }
  return out;
}

}  // namespace newsgloss::cli
