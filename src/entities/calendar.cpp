#include "entities/calendar.h"

namespace newsgloss {

std::string zero_padded(int value, std::size_t width) {
  const std::string digits = std::to_string(value < 0 ? 0 : value);
  std::string out(digits.size() < width ? width - digits.size() : 0, '0');
  out += digits;
  return out;
}

std::string to_iso(const DatePoint& point) {
  switch (point.grain) {
    case Grain::day:
      return to_iso(point.date);
    case Grain::month:
      return zero_padded(point.date.year, 4) + "-" + zero_padded(point.date.month, 2);
    case Grain::year:
      return zero_padded(point.date.year, 4);
    case Grain::week:
      break;
  }
  const IsoWeek week = iso_week(point.date);
  return zero_padded(week.year, 4) + "-W" + zero_padded(week.week, 2);
}

std::string to_iso(const DatePeriod& period) {
  return period.last ? to_iso(period.first) + "/" + to_iso(*period.last) : to_iso(period.first);
}

}  // namespace newsgloss
