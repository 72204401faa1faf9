// Credits of captions: the caption, its credit as printed, photographer, agency ("" for none).
#include <string>

#include "captions/captions.h"
#include "catch.h"

namespace {

struct Row {
  const char* caption;
  const char* credit;
  const char* photographer;
  const char* agency;
};

}  // namespace

TEST_CASE("credits are found and split", "[captions][credit]") {
  using namespace newsgloss;
  const Row rows[] = {
      {"Visitors look at looms in Osh on Tuesday. LIU XIN/CHINA NEWS SERVICE", "LIU XIN/CHINA NEWS SERVICE", "LIU XIN",
       "CHINA NEWS SERVICE"},
      {"Boats wait in the port of Beira. Photo: Ana Sitoe/Reuters", "Photo: Ana Sitoe/Reuters", "Ana Sitoe", "Reuters"},
      {"Boats wait in the port of Beira. (AP Photo/Ana Sitoe)", "(AP Photo/Ana Sitoe)", "Ana Sitoe", "AP"},
      {"Boats wait in the port of Beira. (AP Photo/Ana Sitoe, File)", "(AP Photo/Ana Sitoe, File)", "Ana Sitoe", "AP"},
      {"Boats wait in the port. Ana Sitoe via Reuters", "Ana Sitoe via Reuters", "Ana Sitoe", "Reuters"},
      {"Boats wait in the port. \xC2\xA9 AFP", "\xC2\xA9 AFP", "", "AFP"},
      {"Boats wait in the port. Credit: Ana Sitoe", "Credit: Ana Sitoe", "Ana Sitoe", ""},
      {"Boats wait in the port. Photograph: Ana Sitoe/Getty Images", "Photograph: Ana Sitoe/Getty Images", "Ana Sitoe",
       "Getty Images"},
      {"Boats wait in the port. Image courtesy of the Beira Maritime Museum",
       "Image courtesy of the Beira Maritime Museum", "", "the Beira Maritime Museum"},
      {"Boats wait in the port. Photo by ANA SITOE/AFP via Getty Images", "Photo by ANA SITOE/AFP via Getty Images",
       "ANA SITOE", "AFP via Getty Images"},
      {"Boats wait in the port. REUTERS/Ana Sitoe/File", "REUTERS/Ana Sitoe/File", "Ana Sitoe", "REUTERS"},
      {"Boats wait in the port. [Ana Sitoe/Al Jazeera]", "[Ana Sitoe/Al Jazeera]", "Ana Sitoe", "Al Jazeera"},
      {"Boats wait in the port. Picture: Ana Sitoe", "Picture: Ana Sitoe", "Ana Sitoe", ""},
      {"Boats wait in the port. XINHUA", "XINHUA", "", "XINHUA"},
      {"Boats wait in the port. (Xinhua)", "(Xinhua)", "", "Xinhua"},
      {"Boats wait in the port.Ana Sitoe/Harbour Post Staff", "Ana Sitoe/Harbour Post Staff", "Ana Sitoe",
       "Harbour Post Staff"},
      {"Boats wait in the port. (Ana Sitoe)", "(Ana Sitoe)", "Ana Sitoe", ""},
      {"Boats wait in the port. Photo provided by Ana Sitoe.", "Photo provided by Ana Sitoe.", "Ana Sitoe", ""},
      {"Boats wait in the port. Handout via REUTERS", "Handout via REUTERS", "", "REUTERS"},
      {"Boats wait in the port. Ana Sitoe and Jo\xC3\xA3o Pinto/Reuters", "Ana Sitoe and Jo\xC3\xA3o Pinto/Reuters",
       "Ana Sitoe and Jo\xC3\xA3o Pinto", "Reuters"},
      {"Boats wait in the port. Image: Ana Sitoe-USA TODAY Sports", "Image: Ana Sitoe-USA TODAY Sports", "Ana Sitoe",
       "USA TODAY Sports"},
      {"Boats wait in the port of Beira in 1973 Ana Sitoe/Getty Images", "Ana Sitoe/Getty Images", "Ana Sitoe",
       "Getty Images"},
      {"Boats wait in the port. (Coast Wire Photo/Ana Sitoe)", "(Coast Wire Photo/Ana Sitoe)", "Ana Sitoe",
       "Coast Wire"},
      {"Boats wait in the port. COASTAL/Omar al-Diallo/File Photo", "COASTAL/Omar al-Diallo/File Photo",
       "Omar al-Diallo", "COASTAL"},
      {"Boats wait in the port. Beira Logistics/Handout via COASTAL", "Beira Logistics/Handout via COASTAL", "",
       "Beira Logistics/Handout via COASTAL"},
      {"Boats wait in the port. Supplied: Beira Trust", "Supplied: Beira Trust", "", "Beira Trust"},
      {"AFP", "AFP", "", "AFP"},
      {"Photo: Ana Sitoe/AFP | Boats wait in the port of Beira", "Photo: Ana Sitoe/AFP", "Ana Sitoe", "AFP"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.caption);
    const auto credit = find_credit(row.caption);
    REQUIRE(credit);
    CHECK(slice(row.caption, credit->span) == row.credit);
    CHECK(credit->photographer.value_or("") == row.photographer);
    CHECK(credit->agency.value_or("") == row.agency);
  }
}

TEST_CASE("captions without a credit have none", "[captions][credit]") {
  for (const char* caption : {
           "",
           "   ",
           "Boats wait in the port of Beira on Tuesday.",
           "Ana Sitoe (left) greets Jo\xC3\xA3o Pinto (right)",
           "The head of the refugee agency, Ana Sitoe, visits a camp run by the United Nations (UN)",
           "He and/or she waits in the port.",
           "Boats wait. They have waited since May 5.",
       }) {
    CAPTURE(caption);
    CHECK_FALSE(newsgloss::find_credit(caption));
  }
}

TEST_CASE("a credit lies inside its caption, on whole characters", "[captions][credit][property]") {
  const char* pieces[] = {"Photo: ",
                          "Ana ",
                          "Sitoe",
                          "/",
                          "Reuters",
                          "(",
                          ")",
                          "[",
                          "]",
                          ". ",
                          ".",
                          " via ",
                          "AFP",
                          "\xC2\xA9",
                          "\xE2\x80\x94",
                          " | ",
                          "\xE2\x80\x9D",
                          "the boat ",
                          "J. ",
                          ", ",
                          "FILE - ",
                          "courtesy of ",
                          "-",
                          " for ",
                          "\xC3\x81",
                          "\xE6\x97\xA5",
                          "2019 ",
                          "\n",
                          " "};
  std::uint64_t state = 2463534242ULL;
  for (std::uint64_t n = 0; n < 20000; ++n) {
    std::string caption;
    for (std::uint64_t left = n % 17; left > 0; --left) {
      state ^= state << 13;
      state ^= state >> 7;
      state ^= state << 17;
      caption += pieces[state % std::size(pieces)];
    }
    CAPTURE(caption);
    const auto credit = newsgloss::find_credit(caption);
    if (!credit) continue;
    REQUIRE(credit->span.begin < credit->span.end);
    REQUIRE(credit->span.end <= caption.size());
    const auto starts = [&](std::size_t at) {
      return at == caption.size() || (static_cast<unsigned char>(caption[at]) & 0xC0) != 0x80;
    };
    REQUIRE(starts(credit->span.begin));
    REQUIRE(starts(credit->span.end));
    for (const auto& part : {credit->photographer, credit->agency}) {
      if (!part) continue;
      REQUIRE_FALSE(part->empty());
      REQUIRE(slice(caption, credit->span).find(*part) != std::string_view::npos);  // as printed
    }
  }
}
