#include "cli/options.h"

namespace newsgloss::cli {

std::optional<std::string_view> Options::get(std::string_view name) const {
  for (auto found = found_.rbegin(); found != found_.rend(); ++found)
    if (found->name == name) return found->value;
  return std::nullopt;
}

std::string Options::parse(const std::vector<std::string>& arguments, const std::vector<OptionSpec>& known) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& argument = arguments[i];
    if (argument == "--") {
      operands_.insert(operands_.end(), arguments.begin() + static_cast<std::ptrdiff_t>(i) + 1, arguments.end());
      break;
    }
    if (argument == "-h") {
      found_.push_back({"help", ""});
      continue;
    }
    if (argument.size() < 2 || argument[0] != '-') {
      operands_.push_back(argument);
      continue;
    }
    if (argument[1] != '-') return "unknown option " + argument;
    const std::size_t equals = argument.find('=');
    const std::string name = argument.substr(2, equals == std::string::npos ? equals : equals - 2);
    const OptionSpec* spec = nullptr;
    for (const OptionSpec& option : known)
      if (option.name == name) spec = &option;
    if (!spec) return "unknown option --" + name;
    if (equals != std::string::npos) {
      if (!spec->takes_value) return "--" + name + " takes no value";
      found_.push_back({name, argument.substr(equals + 1)});
    } else if (!spec->takes_value) {
      found_.push_back({name, ""});
    } else if (i + 1 < arguments.size()) {
      found_.push_back({name, arguments[++i]});
    } else {
      return "--" + name + " needs a value";
    }
  }
  return "";
}

}  // namespace newsgloss::cli
