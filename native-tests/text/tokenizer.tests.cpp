#include "text/tokenizer.h"

#include "catch.h"
#include "text/characters.h"
#include "text/exact.h"
#include "text/utf8.h"

using namespace newsgloss;
using newsgloss::testing::Exact;
using newsgloss::testing::Random;

namespace {

/// Tokens with " | " between them, each followed by a letter for its kind where it is no word:
/// # number, 's possessive: p, ( open quote, ) close quote, - dash, . punctuation, @ link, * symbol.
std::string tokens_of(std::string_view text, bool kinds) {
  const Exact exact(text);
  std::vector<Token> tokens;
  tokenize(exact.view(), tokens);
  std::string out;
  constexpr std::string_view marks = " #p()-.@*";
  for (const Token& token : tokens) {
    if (!out.empty()) out += " | ";
    out += slice(exact.view(), token.span);
    const char mark = marks[static_cast<std::size_t>(token.kind)];
    if (kinds && mark != ' ') out += std::string("~") + mark;
  }
  return out;
}

}  // namespace

TEST_CASE("news tokens", "[tokenizer]") {
  const struct {
    const char *text, *tokens;
  } rows[] = {
      {"", ""},
      {"   \u00A0\u3000\t", ""},
      // abbreviations and initials
      {"The U.S. Senate met on Sept. 1.", "The | U.S. | Senate | met | on | Sept. | 1 | ."},
      {"Rahim R. Hakimov, R.Hakimov", "Rahim | R. | Hakimov | , | R. | Hakimov"},
      {"Mr. Khan and Lt. Gen. A. B. Roe Jr.", "Mr. | Khan | and | Lt. | Gen. | A. | B. | Roe | Jr."},
      {"at 8 a.m. or 4:30 p.m. today", "at | 8 | a.m. | or | 4:30 | p.m. | today"},
      {"No. 5 said no. He", "No. | 5 | said | no | . | He"},
      {"Boston, Mass., in the Sun.", "Boston | , | Mass. | , | in | the | Sun | ."},
      {"e.g. a Ph.D. from St.Petersburg", "e.g. | a | Ph.D. | from | St. | Petersburg"},
      {"than he and I. Then", "than | he | and | I | . | Then"},
      {"He left.The end", "He | left | . | The | end"},
      {"Roe v. Wade", "Roe | v. | Wade"},
      // numbers and money
      {"4,500 3.7 1/2 14:30 12th 1,00,000", "4,500 | 3.7 | 1/2 | 14:30 | 12th | 1,00,000"},
      {"$1.5bn, US$30m, \u20AC5", "$ | 1.5bn | , | US | $ | 30m | , | \u20AC | 5"},
      {"5% of 20\u00B0C", "5 | % | of | 20 | \u00B0 | C"},
      {"2021-22 and 07/11/2025", "2021-22 | and | 07/11/2025"},
      {"in 2019,20 in all", "in | 2019,20 | in | all"},
      {"won 3,2 lost", "won | 3 | , | 2 | lost"},
      {"2\u00BD hours", "2\u00BD | hours"},
      // hyphens
      {"China-Central Asia", "China | - | Central | Asia"},
      {"co-organized e-commerce 20-year-old", "co-organized | e-commerce | 20-year-old"},
      {"Chinese-invested, pro-EU, U.S.-led", "Chinese | - | invested | , | pro | - | EU | , | U.S. | - | led"},
      {"Ban Ki-moon of Al-Qaeda", "Ban | Ki | - | moon | of | Al | - | Qaeda"},
      {"Prime Minister-elect", "Prime | Minister | - | elect"},
      {"COVID-19 F-16 COVID-19-related", "COVID-19 | F-16 | COVID-19 | - | related"},
      {"a T-shirt and an X-ray", "a | T-shirt | and | an | X-ray"},
      {"pre- and post-war", "pre | - | and | post-war"},
      {"Port-au-Prince", "Port | - | au | - | Prince"},
      // dashes and ellipses
      {"it \u2014 all of it \u2013 was--so", "it | \u2014 | all | of | it | \u2013 | was | -- | so"},
      {"well... or\u2026 then ....", "well | ... | or | \u2026 | then | ...."},
      {"What?! No!!!", "What | ?! | No | !!!"},
      // apostrophes
      {"women's and workers' rights", "women | 's | and | workers | ' | rights"},
      {"women\u2019s and workers\u2019 rights", "women | \u2019s | and | workers | \u2019 | rights"},
      {"O'Brien, a Mi\u2019kmaw, in the '90s", "O'Brien | , | a | Mi\u2019kmaw | , | in | the | '90s"},
      {"the \u201990s and \u201890s, class of '68", "the | \u201990s | and | \u201890s | , | class | of | '68"},
      {"don't can\u2019t cannot I'm he'd Sa'd they'll we've you're",
       "do | n't | ca | n\u2019t | cannot | I | 'm | he | 'd | Sa'd | they | 'll | we | 've | you | 're"},
      {"Hawai\u02BBi, \u02BBOkina, Sana\u2018a, Xi'an's",
       "Hawai\u02BBi | , | \u02BBOkina | , | Sana\u2018a | , | Xi'an | 's"},
      {"rock 'n' roll", "rock | 'n' | roll"},
      {"CHINA'S 1990's", "CHINA | 'S | 1990 | 's"},
      // links
      {"Write to a.b@c.org.", "Write | to | a.b@c.org | ."},
      {"see https://a.b/c_(d)?e=1, (www.x.com)", "see | https://a.b/c_(d)?e=1 | , | ( | www.x.com | )"},
      {"example.com said @handle #tag #1", "example.com | said | @handle | #tag | # | 1"},
      {"AT&T and/or R&D", "AT&T | and | / | or | R&D"},
      // other scripts, signs, emoji, invisible characters
      {"Xi (\u4E60\u8FD1\u5E73) in \u5317\u4EACBeijing 2025\u5E74",
       "Xi | ( | \u4E60\u8FD1\u5E73 | ) | in | \u5317\u4EAC | Beijing | 2025 | \u5E74"},
      {"\u0645\u062D\u0645\u062F \u0412\u043B\u0430\u0434\u0438\u043C\u0438\u0440",
       "\u0645\u062D\u0645\u062F | \u0412\u043B\u0430\u0434\u0438\u043C\u0438\u0440"},
      {"\U0001F469\u200D\U0001F469\u200D\U0001F467 \U0001F44D\U0001F3FD \U0001F1EB\U0001F1F7\U0001F1E9\U0001F1EA "
       "1\uFE0F\u20E3",
       "\U0001F469\u200D\U0001F469\u200D\U0001F467 | \U0001F44D\U0001F3FD | \U0001F1EB\U0001F1F7 | "
       "\U0001F1E9\U0001F1EA | 1\uFE0F\u20E3"},
      {"co\u00ADoperate a\u200Bb no\u00A0break", "co\u00ADoperate | a | b | no | break"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(tokens_of(row.text, false) == row.tokens);
  }
}

TEST_CASE("kinds of tokens, and which way a quote mark turns", "[tokenizer]") {
  const struct {
    const char *text, *tokens;
  } rows[] = {
      {"\"It works,\" he said.", "\"~( | It | works | ,~. | \"~) | he | said | .~."},
      {"\u201CIt works,\u201D he said.", "\u201C~( | It | works | ,~. | \u201D~) | he | said | .~."},
      {"\u201DIt is,\u201C he said.", "\u201D~( | It | is | ,~. | \u201C~) | he | said | .~."},
      {"``Hi,'' he said.", "``~( | Hi | ,~. | ''~) | he | said | .~."},
      {"\u00ABOui\u00BB \u201EJa\u201C", "\u00AB~( | Oui | \u00BB~) | \u201E~( | Ja | \u201C~)"},
      {"'the workers' rights are theirs' and", "'~( | the | workers | '~p | rights | are | theirs | '~) | and"},
      {"\u2018I won\u2019t,\u2019 she said.", "\u2018~( | I | wo | n\u2019t | ,~. | \u2019~) | she | said | .~."},
      {"\"He said 'no,'\" she said.", "\"~( | He | said | '~( | no | ,~. | '~) | \"~) | she | said | .~."},
      {"the \"Sun\"'s report", "the | \"~( | Sun | \"~) | 's~p | report"},
      {"said \"...and so on\"", "said | \"~( | ...~. | and | so | on | \"~)"},
      {"(\"A label\") and", "(~. | \"~( | A | label | \"~) | )~. | and"},
      {"\"I think--\" and \"no\u2014\"", "\"~( | I | think | --~- | \"~) | and | \"~( | no | \u2014~- | \"~)"},
      {"he is 6'2\" tall", "he | is | 6~# | '~* | 2~# | \"~* | tall"},
      {"the '90s cost $5 at a@b.org", "the | '90s~# | cost | $~* | 5~# | at | a@b.org~@"},
      {"women's 20-year-old - x", "women | 's~p | 20-year-old~# | -~- | x"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(tokens_of(row.text, true) == row.tokens);
  }
}

TEST_CASE("space_before tells what stood apart", "[tokenizer]") {
  const std::string text = "China-Central said \"yes\".";
  std::vector<Token> tokens;
  tokenize(text, tokens);
  std::string spaces;
  for (const Token& token : tokens) spaces += token.space_before ? '1' : '0';
  CHECK(spaces ==
        "100"
        "1"
        "100"
        "0");
}

TEST_CASE("tokens are in order, on boundaries, and cover all that shows", "[tokenizer]") {
  Random random(3);
  std::vector<Token> tokens;
  for (int round = 0; round < 6000; ++round) {
    const Exact text(replace_invalid_utf8(round % 3 == 0 ? newsgloss::testing::random_bytes(random, 40)
                                                         : newsgloss::testing::random_text(random, 14)));
    const std::string_view view = text.view();
    CAPTURE(std::string(view));
    tokenize(view, tokens);
    std::uint32_t at = 0;
    for (const Token& token : tokens) {
      REQUIRE(token.span.begin >= at);
      REQUIRE(token.span.end > token.span.begin);
      REQUIRE(token.span.end <= view.size());
      REQUIRE((token.span.end == view.size() || (static_cast<unsigned char>(view[token.span.end]) & 0xC0) != 0x80));
      bool apart = at == 0;
      while (at < token.span.begin) {  // between tokens there is nothing to see
        const CodePoint c = decode(view, at);
        const CharacterClass kind = class_of(c.value);
        REQUIRE((kind == CharacterClass::space || kind == CharacterClass::ignorable));
        apart |= kind == CharacterClass::space;
        at += c.bytes;
      }
      REQUIRE(at == token.span.begin);
      if (apart) REQUIRE(token.space_before);
      for (; at < token.span.end; at += decode(view, at).bytes)
        REQUIRE(class_of(decode(view, at).value) != CharacterClass::space);
      REQUIRE(at == token.span.end);
    }
    for (; at < view.size(); at += decode(view, at).bytes) {
      const CharacterClass kind = class_of(decode(view, at).value);
      REQUIRE((kind == CharacterClass::space || kind == CharacterClass::ignorable));
    }
  }
}

TEST_CASE("a text of one pattern, however long, takes its time only once", "[tokenizer]") {
  // Quadratic work on 512 KB would take minutes; the test only has to end.
  const char* patterns[] = {
      "a",       "a.",      "A.",     "a-",  "A-",      "'",       "\"",   "@a", "a@", "http", "1,",
      "1-",      "a\u00AD", "\u200B", "s' ", "\u2018a", "'as' b ", "www.", "a'", "&a", ". ",   "\U0001F468\u200D",
      "e\u0301", "\u534E",  "'90 ",   "Ph."};
  std::vector<Token> tokens;
  for (const char* pattern : patterns) {
    CAPTURE(pattern);
    std::string text;
    while (text.size() < 512 * 1024) text += pattern;
    tokenize(text, tokens);
    CHECK(tokens.size() <= text.size());
  }
  tokenize(std::string(100000, 'x'), tokens);
  CHECK(tokens.size() == 1);
}
