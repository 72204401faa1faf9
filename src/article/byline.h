// Bylines: who wrote an article, and when.
//
//   By Jane Doe, John Roe and A. B. Penn in Nairobi             Jane Doe | John Roe | A. B. Penn
//   November 07, 2025 By Fang Aiqing, Mao Weihua                Fang Aiqing | Mao Weihua; 2025-11-07
//   By JANE DOE, Associated Press                               JANE DOE
//   Jane Doe, Political Correspondent | 7 Nov 2025              Jane Doe; 2025-11-07
//   (Reporting by Jane Doe; Editing by John Roe)                Jane Doe
//   By AFP / Staff Reporter                                     AFP (as printed) / nobody
//
// Places, roles, titles and employers are no authors; neither are editors. Also reads date lines ("Published: Nov. 7,
// 2025 10:30 GMT", "Updated 7 Nov 2025"): a byline without names.
#pragma once

#include <optional>
#include <vector>

#include "article/article.h"
#include "article/line.h"
#include "text/span.h"

namespace newsgloss {

struct Byline {
  bool marked = false;            // "By", "Written by", "Reporting by", "Author:"
  bool tail = false;              // "Reporting by …", "Editing by …": stands at the end of an article
  bool described = false;         // a role, an employer, a place or a date goes with the names
  std::vector<Span> authors;      // bytes in the line
  std::optional<CivilDate> date;  // the day of publication; that of an update where the line gives no other
  bool updated = false;           // `date` is that of an update
  bool dated = false;             // there is a date, a time or "2 hours ago", whether or not `date` is known
};

/// `line` as a byline; nothing when any of it is something else.
[[nodiscard]] std::optional<Byline> read_byline(const Line& line);

/// `line` as a date line: labels, dates, times and nothing else. `authors` is empty.
[[nodiscard]] std::optional<Byline> read_date_line(const Line& line);

}  // namespace newsgloss
