// Clock times → ISO 8601: "T14:30", with its zone where one is named ("T14:30Z", "T09:00+05:30" from GMT offsets), and
// with the day where a date stands beside it ("2025-11-06T14:30").
//
// A zone's name that means different zones in different countries (IST, CST) is read over and adds nothing.
#pragma once

#include <optional>
#include <string>

#include "entities/calendar.h"
#include "entities/value_atoms.h"

namespace newsgloss {

struct FoundTime {
  std::uint32_t last = 0;    // atom, exclusive
  int minutes = 0;           // since midnight
  std::optional<int> until;  // the end of a range, likewise
  std::optional<int> zone;   // minutes east of Greenwich
  bool known = true;         // "five o'clock": morning or evening is not
};

/// "2:30 p.m.", "5.30pm", "14:30 GMT", "1400 hours", "noon", "9am to 5pm".
[[nodiscard]] std::optional<FoundTime> find_clock_time(const Atoms& atoms, std::uint32_t at);

/// `day`: the date that the time belongs to, where it is known to the day.
[[nodiscard]] std::optional<std::string> to_iso(const FoundTime& time, const std::optional<CivilDate>& day);

}  // namespace newsgloss
