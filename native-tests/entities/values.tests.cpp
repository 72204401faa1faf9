// Values, in tables: a sentence, and each value that it holds as "TYPE text = value" ("-" where nothing is known).
#include <string>
#include <vector>

#include "article/document.h"
#include "catch.h"
#include "entities/entities.h"

namespace {

using namespace newsgloss;

/// The values of one paragraph of an article published on Friday, 7 November 2025.
std::vector<std::string> values_in(const std::string& text, std::optional<CivilDate> published = CivilDate{2025, 11, 7},
                                   const std::string& url = "", const std::string& second = "") {
  Article article;
  article.url = url;
  article.published = published;
  article.blocks.push_back({BlockKind::paragraph, text, true});
  if (!second.empty()) article.blocks.push_back({BlockKind::paragraph, second, true});
  const Document document = read_document(article);
  std::vector<std::string> out;
  for (const Value& value : find_values(document)) {
    if (value.block != 0) continue;
    out.push_back(std::string(name_of(value.type)) + " " + std::string(slice(text, value.span)) + " = " +
                  value.value.value_or("-"));
  }
  return out;
}

struct Row {
  const char* text;
  std::vector<std::string> values;
};

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(values_in(row.text) == row.values);
  }
}

}  // namespace

TEST_CASE("weekdays look back, ahead after a future verb, and to the publication day itself", "[values][dates]") {
  check({
      {"The ferry sank off Mombasa on Tuesday.", {"DATE Tuesday = 2025-11-04"}},
      {"The minister said Thursday that talks had failed.", {"DATE Thursday = 2025-11-06"}},
      {"The bank opened its doors on Friday.", {"DATE Friday = 2025-11-07"}},
      {"The council will vote on Friday.", {"DATE Friday = 2025-11-07"}},
      {"The delegation will fly to Lima on Tuesday.", {"DATE Tuesday = 2025-11-11"}},
      {"The final will be held on Sunday.", {"DATE Sunday = 2025-11-09"}},
      {"The court is expected to rule on Monday.", {"DATE Monday = 2025-11-10"}},
      {"The vote, scheduled for Wednesday, was called off.", {"DATE Wednesday = 2025-11-12"}},
      {"The strike will go on, the union said on Monday.", {"DATE Monday = 2025-11-03"}},
      {"Schools reopen next Tuesday.", {"DATE next Tuesday = 2025-11-11"}},
      {"Schools closed last Friday.", {"DATE last Friday = 2025-10-31"}},
      {"Rain fell this past Sunday.", {"DATE this past Sunday = 2025-11-02"}},
      {"Rain fell on Thursday morning.", {"DATE Thursday morning = 2025-11-06"}},
      {"They met from Monday to Wednesday.", {"DATE Monday to Wednesday = 2025-11-03/2025-11-05"}},
      {"The tax, due by Monday, brought little.", {"DATE Monday = 2025-11-10"}},
      {"They met on Tuesday last week.", {"DATE Tuesday last week = 2025-10-28"}},
      {"A market is held every Wednesday.", {"DATE Wednesday = -"}},
  });
}

TEST_CASE("days, weeks, months and years told from today", "[values][dates]") {
  check({
      {"He resigned yesterday.", {"DATE yesterday = 2025-11-06"}},
      {"He arrived yesterday evening.", {"DATE yesterday evening = 2025-11-06"}},
      {"The fair opens today and ends tomorrow.", {"DATE today = 2025-11-07", "DATE tomorrow = 2025-11-08"}},
      {"A quake struck last night.", {"DATE last night = 2025-11-06"}},
      {"She left the day before yesterday.", {"DATE the day before yesterday = 2025-11-05"}},
      {"Prices fell last month.", {"DATE last month = 2025-10"}},
      {"Sales will pick up next week.", {"DATE next week = 2025-W46"}},
      {"The harvest was poor this year.", {"DATE this year = 2025"}},
      {"The plant opened last year.", {"DATE last year = 2024"}},
      {"Snow is likely this weekend.", {"DATE this weekend = 2025-11-08/2025-11-09"}},
      {"Two years ago the river flooded.", {"DATE Two years ago = 2023"}},
      {"The mill closed three months ago.", {"DATE three months ago = 2025-08"}},
      {"It broke down 10 days ago.", {"DATE 10 days ago = 2025-10-28"}},
      {"It began two weeks ago.", {"DATE two weeks ago = 2025-W43"}},
      {"More than three years ago it stood empty.", {"DATE three years ago = -"}},
      {"Work should end by the end of the year.", {"DATE the end of the year = 2025-12"}},
      {"The road was finished at the end of 2019.", {"DATE the end of 2019 = 2019-12"}},
      {"It grew over the last year.", {"DATE last year = -"}},
      {"Exams begin next school year.", {"DATE next school year = -"}},
      {"He lost his job recently.", {}},
  });
}

TEST_CASE("months, seasons, quarters", "[values][dates]") {
  check({
      {"They signed the pact in June.", {"DATE June = 2025-06"}},
      {"The bridge collapsed in December.", {"DATE December = 2025-12"}},  // one month ahead, eleven behind
      {"The talks will take place in March.", {"DATE March = 2026-03"}},
      {"The port has been closed since May.", {"DATE May = 2025-05"}},
      {"He was elected last November.", {"DATE last November = 2024-11"}},
      {"It will open next June.", {"DATE next June = 2026-06"}},
      {"Frost came in early October.", {"DATE early October = 2025-10"}},
      {"Fighting erupted in mid-August.", {"DATE mid-August = 2025-08"}},
      {"They met in April last year.", {"DATE April last year = 2024-04"}},
      {"The law passed in May 2021.", {"DATE May 2021 = 2021-05"}},
      {"It ran from June to August 2023.", {"DATE June to August 2023 = 2023-06/2023-08"}},
      {"The deal was struck in the spring of 2021.", {"DATE spring of 2021 = 2021-03/2021-05"}},
      {"Reservoirs filled last winter.", {"DATE last winter = 2024-12/2025-02"}},
      {"Profit rose in the third quarter.", {"DATE third quarter = 2025-07/2025-09"}},
      {"He limped off in the third quarter.", {"ORDINAL third = 3"}},
      {"Q3 2025 was strong.", {"DATE Q3 2025 = 2025-07/2025-09"}},
      {"Exports fell in the first half of 2024.", {"DATE first half of 2024 = 2024-01/2024-06"}},
  });
}

TEST_CASE("months that are also names and verbs", "[values][dates]") {
  check({
      {"Theresa May said May would wait.", {}},
      {"You may march on, he said.", {}},
      {"May we come in?", {}},
      {"April Benson won in April.", {"DATE April = 2025-04"}},
      {"The Women's March drew thousands.", {}},
      {"He arrived on May 5.", {"DATE May 5 = 2025-05-05"}},
  });
}

TEST_CASE("days of months", "[values][dates]") {
  check({
      {"The summit ran from Aug 31 to Sept 1.", {"DATE Aug 31 to Sept 1 = 2025-08-31/2025-09-01"}},
      {"On Nov 6 the dam burst.", {"DATE Nov 6 = 2025-11-06"}},
      {"It burst on 6 November.", {"DATE 6 November = 2025-11-06"}},
      {"The 14th of June is a holiday.", {"DATE 14th of June = 2025-06-14"}},
      {"The fair ran Nov. 3-5.", {"DATE Nov. 3-5 = 2025-11-03/2025-11-05"}},
      {"They met 6-8 October 2023.", {"DATE 6-8 October 2023 = 2023-10-06/2023-10-08"}},
      {"It rained between 3 and 5 May.", {"DATE 3 and 5 May = 2025-05-03/2025-05-05"}},
      {"From Dec 28 to Jan 3 it was shut.", {"DATE Dec 28 to Jan 3 = 2025-12-28/2026-01-03"}},
      {"The hearing on Tuesday, Nov. 4, 2025 was short.", {"DATE Tuesday, Nov. 4, 2025 = 2025-11-04"}},
      {"Friday 22nd July, 2022 was hot.", {"DATE Friday 22nd July, 2022 = 2022-07-22"}},
      {"It shut on May 5 and 6.", {"DATE May 5 and 6 = 2025-05-05/2025-05-06"}},
      {"On May 5 and 6 people left.", {"DATE May 5 = 2025-05-05", "CARDINAL 6 = 6"}},
      {"Aid has come since the January 7 quake.", {"DATE January 7 = 2025-01-07"}},
      {"The court opens its session on Nov. 12.", {"DATE Nov. 12 = 2025-11-12"}},
      {"The vote was on February 30.", {"DATE February 30 = -"}},
      {"It was dated 2025-11-06.", {"DATE 2025-11-06 = 2025-11-06"}},
      {"It was dated 6.11.2025.", {"DATE 6.11.2025 = 2025-11-06"}},
      {"It was dated 13/11/2025.", {"DATE 13/11/2025 = 2025-11-13"}},
      {"It was dated 06/11/2025.", {"DATE 06/11/2025 = -"}},
      {"On New Year's Eve 2024 the power failed.", {"DATE New Year's Eve 2024 = 2024-12-31"}},
  });
}

TEST_CASE("years, decades, centuries", "[values][dates]") {
  check({
      {"It was founded in 1868.", {"DATE 1868 = 1868"}},
      {"The target for 2030 stands.", {"DATE 2030 = 2030"}},
      {"Between 2015 and 2020 it doubled.", {"DATE 2015 and 2020 = 2015/2020"}},
      {"Visas rose from 2020 to 2022.", {"DATE 2020 to 2022 = 2020/2022"}},
      {"The 2021-22 season was short.", {"DATE 2021-22 = 2021/2022"}},
      {"In the 1990s it boomed.", {"DATE 1990s = 1990/1999"}},
      {"A 19th century house burned down.", {"DATE 19th century = 1801/1900"}},
      {"Some 2000 people fled.", {"CARDINAL 2000 = 2000"}},
      {"They built 1500 homes.", {"CARDINAL 1500 = 1500"}},
  });
}

TEST_CASE("dates told from the date before", "[values][dates]") {
  check({
      {"It left Oran on May 24. The next day, it landed in Tunis.",
       {"DATE May 24 = 2025-05-24", "DATE The next day = 2025-05-25"}},
      {"He wed on June 3, 2019. Two days later he sailed.",
       {"DATE June 3, 2019 = 2019-06-03", "DATE Two days later = 2019-06-05"}},
      {"It closed in 2008. That same year the port did.", {"DATE 2008 = 2008", "DATE That same year = 2008"}},
  });
  CHECK(values_in("The next day, it landed.") == std::vector<std::string>{"DATE The next day = -"});
}

TEST_CASE("without a publication date only whole dates are known", "[values][dates]") {
  const auto values = [](const std::string& text) { return values_in(text, std::nullopt); };
  CHECK(values("He spoke on Tuesday.") == std::vector<std::string>{"DATE Tuesday = -"});
  CHECK(values("He spoke in June and in 2019.") == std::vector<std::string>{"DATE June = -", "DATE 2019 = 2019"});
  CHECK(values("On Nov 6, 2025 he spoke.") == std::vector<std::string>{"DATE Nov 6, 2025 = 2025-11-06"});
  CHECK(values("He won two years ago.") == std::vector<std::string>{"DATE two years ago = -"});
}

TEST_CASE("clock times take the day that stands beside them", "[values][times]") {
  check({
      {"Doors open at 2:30 p.m.", {"TIME 2:30 p.m. = T14:30"}},
      {"Polls closed at 5.30pm on Thursday.", {"TIME 5.30pm = 2025-11-06T17:30", "DATE Thursday = 2025-11-06"}},
      {"On Thursday at 14:30 the siren sounded.", {"DATE Thursday = 2025-11-06", "TIME 14:30 = 2025-11-06T14:30"}},
      {"It struck at 0930 GMT.", {"TIME 0930 GMT = T09:30Z"}},
      {"It struck at 9:15 pm IST.", {"TIME 9:15 pm IST = T21:15"}},
      {"Open 9am to 5pm.", {"TIME 9am to 5pm = T09:00/T17:00"}},
      {"At noon the bells rang.", {"TIME noon = T12:00"}},
      {"At five o'clock they left.", {"TIME five o'clock = -"}},
      {"Logged 2025-11-06T14:30:00Z.", {"TIME 2025-11-06T14:30:00Z = 2025-11-06T14:30Z"}},
      {"She is 9 am I wrong?", {"CARDINAL 9 = 9"}},
  });
}

TEST_CASE("money", "[values][money]") {
  check({
      {"It cost $1.5bn.", {"MONEY $1.5bn = USD 1.5e9"}},
      {"It cost US$371 million.", {"MONEY US$371 million = USD 3.71e8"}},
      {"It cost A$40,000.", {"MONEY A$40,000 = AUD 40000"}},
      {"It cost HK$35.", {"MONEY HK$35 = HKD 35"}},
      {"It cost \xE2\x82\xAC"
       "2.5m.",
       {"MONEY \xE2\x82\xAC"
        "2.5m = EUR 2.5e6"}},
      {"It cost \xC2\xA3"
       "300,000.",
       {"MONEY \xC2\xA3"
        "300,000 = GBP 300000"}},
      {"It cost 150,000 yuan.", {"MONEY 150,000 yuan = CNY 150000"}},
      {"It cost N1.5bn.", {"MONEY N1.5bn = NGN 1.5e9"}},
      {"It cost R92 million.", {"MONEY R92 million = ZAR 9.2e7"}},
      {"It cost Rs 5 crore.", {"MONEY Rs 5 crore = INR 5e7"}},
      {"It cost 10 lakh rupees.", {"MONEY 10 lakh rupees = INR 1e6"}},
      {"It cost 300 pesos.", {"MONEY 300 pesos = -"}},
      {"It cost Sh500 million.", {"MONEY Sh500 million = -"}},
      {"In Kenya it cost Sh500 million.", {"MONEY Sh500 million = KES 5e8"}},
      {"In Mexico it cost 300 pesos.", {"MONEY 300 pesos = MXN 300"}},
      {"In Mexico and Chile it cost 300 pesos.", {"MONEY 300 pesos = -"}},
      {"It cost 5 million Egyptian pounds.", {"MONEY 5 million Egyptian pounds = EGP 5e6"}},
      {"It cost 10 million Hong Kong dollars.", {"MONEY 10 million Hong Kong dollars = HKD 1e7"}},
      {"It cost USD 2.5 million.", {"MONEY USD 2.5 million = USD 2.5e6"}},
      {"It cost $5-10 million.", {"MONEY $5-10 million = USD 5e6/1e7"}},
      {"It cost between US$300 and 400 million.", {"MONEY US$300 and 400 million = USD 3e8/4e8"}},
      {"It cost 5,000-6,000 baht.", {"MONEY 5,000-6,000 baht = THB 5000/6000"}},
      {"It cost 40 pence.", {"MONEY 40 pence = GBP 0.4"}},
      {"It cost three million dollars.", {"MONEY three million dollars = USD 3e6"}},
      {"The team of 12 won easily.", {"CARDINAL 12 = 12"}},
      {"An N95 mask and a K9 unit.", {}},
  });
  CHECK(values_in("It cost $5 million.", CivilDate{2025, 11, 7}, "https://www.example.co.nz/a") ==
        std::vector<std::string>{"MONEY $5 million = NZD 5e6"});
  CHECK(values_in("It cost Rs 500.", CivilDate{2025, 11, 7}, "", "Officials in Pakistan agreed.") ==
        std::vector<std::string>{"MONEY Rs 500 = PKR 500"});
}

TEST_CASE("percentages and quantities", "[values][quantities]") {
  check({
      {"It rose 12.5 per cent.", {"PERCENT 12.5 per cent = 12.5"}},
      {"It rose 10-15%.", {"PERCENT 10-15% = 10/15"}},
      {"It rose 3 to 5 percent.", {"PERCENT 3 to 5 percent = 3/5"}},
      {"It fell two percentage points.", {"PERCENT two percentage points = 2"}},
      {"A 40-percent rise.", {"PERCENT 40-percent = 40"}},
      {"The road is 3.7 km long.", {"QUANTITY 3.7 km = 3.7 km"}},
      {"It burned 300 hectares.", {"QUANTITY 300 hectares = 300 ha"}},
      {"It shipped 5 million tonnes.", {"QUANTITY 5 million tonnes = 5e6 t"}},
      {"It makes 40 MW.", {"QUANTITY 40 MW = 40 MW"}},
      {"It covers 12 square kilometres.", {"QUANTITY 12 square kilometres = 12 km2"}},
      {"It was -5 \xC2\xB0"
       "C.",
       {"QUANTITY -5 \xC2\xB0"
        "C = -5 \xC2\xB0"
        "C"}},
      {"It was 30 degrees Celsius.",
       {"QUANTITY 30 degrees Celsius = 30 \xC2\xB0"
        "C"}},
      {"Winds of 120 km/h.", {"QUANTITY 120 km/h = 120 km/h"}},
      {"A 17-year-old boy.", {"QUANTITY 17-year-old = 17 year"}},
      {"It took three years.", {"QUANTITY three years = 3 year"}},
      {"It lasted one second.", {"QUANTITY one second = 1 s"}},
      {"A wall 5m high.", {"QUANTITY 5m = 5 m"}},
  });
}

TEST_CASE("ordinals, cardinals, and numbers that are neither", "[values][numbers]") {
  check({
      {"about 4,500 firms", {"CARDINAL 4,500 = 4500"}},
      {"three million voters", {"CARDINAL three million = 3e6"}},
      {"a dozen eggs", {"CARDINAL a dozen = 12"}},
      {"two-thirds of members", {"CARDINAL two-thirds = 0.6667"}},
      {"a quarter of members", {"CARDINAL a quarter = 0.25"}},
      {"half a million voters", {"CARDINAL half a million = 500000"}},
      {"two and a half million voters", {"CARDINAL two and a half million = 2.5e6"}},
      {"one hundred and five voters", {"CARDINAL one hundred and five = 105"}},
      {"nine thousand two hundred voters", {"CARDINAL nine thousand two hundred = 9200"}},
      {"twenty-one voters", {"CARDINAL twenty-one = 21"}},
      {"1,234,567 voters", {"CARDINAL 1,234,567 = 1234567"}},
      {"1,23,456 voters", {"CARDINAL 1,23,456 = 123456"}},
      {"two to three hundred cars", {"CARDINAL two to three hundred = 200/300"}},
      {"a Boeing 737-800 jet", {}},
      {"10 to 12 boats", {"CARDINAL 10 to 12 = 10/12"}},
      {"the 12th Riverside Forum", {"ORDINAL 12th = 12"}},
      {"their second and twenty-first wins", {"ORDINAL second = 2", "ORDINAL twenty-first = 21"}},
      {"no one knew one another", {}},
      {"one of the men", {"CARDINAL one = 1"}},
      {"COVID-19, G20, F-16, Article 370, No. 5, section 3.2.1", {}},
      {"Call +1 202 555 0143 or 0800-123-4567.", {}},
      {"see https://example.org/2025/11/06/12-dead", {}},
      {"They won 3-1.", {"CARDINAL 3-1 = -"}},
      {"the 12345678901234567890123 grains", {"CARDINAL 12345678901234567890123 = -"}},
  });
}

TEST_CASE("a dateline's day comes before the publication day", "[values][dates]") {
  Article article;
  article.published = CivilDate{2025, 11, 7};
  article.blocks.push_back({BlockKind::paragraph, "NAIROBI, Nov 5 (Xinhua) -- Traders shut their stalls today.", true});
  const Document document = read_document(article);
  const auto values = find_values(document);
  REQUIRE(values.size() == 2);
  CHECK(values[0].value == "2025-11-05");
  CHECK(values[1].value == "2025-11-05");
}
