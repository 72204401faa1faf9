#include "article/civil_date.h"

#include "article/written_date.h"
#include "catch.h"
#include "text/exact.h"

using namespace newsgloss;
using newsgloss::testing::Exact;

TEST_CASE("days and dates turn into each other", "[dates]") {
  CHECK(days_from_civil({1970, 1, 1}) == 0);
  CHECK(days_from_civil({2000, 3, 1}) == 11017);
  CivilDate walk{1, 1, 1};
  for (int day = days_from_civil(walk); day <= days_from_civil({2600, 1, 1}); ++day) {
    REQUIRE(civil_from_days(day) == walk);
    REQUIRE(days_from_civil(walk) == day);
    if (++walk.day > days_in_month(walk.year, walk.month)) {
      walk.day = 1;
      if (++walk.month > 12) walk = {walk.year + 1, 1, 1};
    }
  }
}

TEST_CASE("weekdays, weeks, months", "[dates]") {
  CHECK(weekday({2025, 11, 7}) == Weekday::friday);
  CHECK(weekday({1970, 1, 1}) == Weekday::thursday);
  CHECK(weekday({1905, 2, 26}) == Weekday::sunday);
  CHECK(iso_week({2025, 11, 7}) == IsoWeek{2025, 45});
  CHECK(iso_week({2024, 12, 30}) == IsoWeek{2025, 1});
  CHECK(iso_week({2027, 1, 1}) == IsoWeek{2026, 53});
  CHECK(add_days({2024, 2, 28}, 1) == CivilDate{2024, 2, 29});
  CHECK(add_months({2025, 1, 31}, 1) == CivilDate{2025, 2, 28});
  CHECK(add_months({2025, 1, 15}, -13) == CivilDate{2023, 12, 15});
  CHECK_FALSE(is_valid({2025, 2, 29}));
  CHECK_FALSE(is_valid({2025, 13, 1}));
  CHECK(CivilDate{2025, 11, 7} < CivilDate{2025, 12, 1});
  CHECK_FALSE(CivilDate{2025, 11, 7} < CivilDate{2025, 11, 7});
}

TEST_CASE("ISO dates in and out", "[dates]") {
  CHECK(to_iso({2025, 1, 7}) == "2025-01-07");
  CHECK(to_iso({901, 12, 31}) == "0901-12-31");
  CHECK(parse_iso_date("2025-11-07") == CivilDate{2025, 11, 7});
  CHECK(parse_iso_date("2025-11-07T10:30:00Z") == CivilDate{2025, 11, 7});
  CHECK(parse_iso_date("2025-11-07 10:30") == CivilDate{2025, 11, 7});
  for (const char* wrong : {"", "2025", "2025-11", "2025-11-7", "2025-02-30", "2025-11-07x", "2025-11-07T",
                            "x025-11-07", "2025/11/07", "07-11-2025"}) {
    CAPTURE(wrong);
    CHECK_FALSE(parse_iso_date(Exact(wrong).view()));
  }
}

TEST_CASE("dates as newspapers write them", "[dates]") {
  // year 0: none is written; month 0: day and month cannot be told apart
  const struct {
    const char* text;
    int year, month, day;
  } rows[] = {
      {"November 07, 2025 By", 2025, 11, 7},
      {"Nov. 7, 2025", 2025, 11, 7},
      {"NOV 7 2025", 2025, 11, 7},
      {"Sept 30, 2025", 2025, 9, 30},
      {"7 Nov 2025", 2025, 11, 7},
      {"7 November, 2025", 2025, 11, 7},
      {"7th of November 2025", 2025, 11, 7},
      {"May 1st, 2024", 2024, 5, 1},
      {"07-Nov-2025", 2025, 11, 7},
      {"2025-11-07", 2025, 11, 7},
      {"2025-11-07T10:30:00Z", 2025, 11, 7},
      {"2025/11/07", 2025, 11, 7},
      {"07.11.2025", 2025, 11, 7},
      {"25/12/2025", 2025, 12, 25},
      {"12/25/2025", 2025, 12, 25},
      {"07/07/2025", 2025, 7, 7},
      {"07/11/2025", 2025, 0, 0},
      {"Nov. 7", 0, 11, 7},
      {"26 March - The", 0, 3, 26},
      {"29 February", 0, 2, 29},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    const Exact text(row.text);
    std::vector<Token> tokens;
    tokenize(text.view(), tokens);
    const std::optional<WrittenDate> found = written_date_at(text.view(), tokens, 0);
    REQUIRE(found);
    CHECK(found->year == row.year);
    CHECK(found->month == row.month);
    CHECK(found->day == row.day);
    CHECK(found->date().has_value() == (row.year != 0 && row.month != 0));
  }
  for (const char* wrong : {"", "November", "November 2025", "31 June 2025", "29 February 2025", "may 5", "32 March",
                            "1/2", "2025", "13/13/2025", "2025-13-01", "Marchers 5", "the 7th"}) {
    CAPTURE(wrong);
    std::vector<Token> tokens;
    tokenize(wrong, tokens);
    CHECK_FALSE(written_date_at(wrong, tokens, 0));
  }
}
