#include "article/language.h"

#include "catch.h"

using namespace newsgloss;

namespace {

std::string detected(const std::vector<std::string>& texts) {
  Article article;
  for (const std::string& text : texts) article.blocks.push_back({BlockKind::paragraph, text, true});
  return std::string(detect_language(read_document(article)).value_or("unknown"));
}

}  // namespace

TEST_CASE("language: by function words", "[article]") {
  struct Row {
    std::string language;
    std::string text;
  };
  const Row rows[] = {
      {"en",
       "The minister said on Tuesday that the bridge, which was closed in June, would open again by the end of the "
       "year, and that repairs had cost less than feared."},
      {"fr",
       "Le ministre a d\xC3\xA9"
       "clar\xC3\xA9 mardi que le pont, ferm\xC3\xA9 depuis juin, serait rouvert avant la fin de "
       "l'ann\xC3\xA9"
       "e et que les travaux ont co\xC3\xBBt\xC3\xA9 moins cher que pr\xC3\xA9vu pour la ville."},
      {"es",
       "El ministro dijo el martes que el puente, cerrado en junio, se abrir\xC3\xA1 de nuevo antes de fin de "
       "a\xC3\xB1o y que "
       "las obras costaron menos de lo previsto para la ciudad y los vecinos."},
      {"de",
       "Der Minister sagte am Dienstag, die Br\xC3\xBC"
       "cke sei nicht vor dem Ende des Jahres fertig, und die Arbeiten h\xC3\xA4tten "
       "weniger gekostet, als von der Stadt f\xC3\xBCr das Projekt geplant wurde."},
      {"sw",
       "Waziri wa ujenzi alisema Jumanne kuwa daraja la mto huo litafunguliwa baada ya mwezi Juni katika mji wa "
       "Kisumu kwa ajili ya wakazi na wafanyabiashara wake pia."},
      {"unknown", "The bridge is closed."},  // too short to tell
      {"unknown",
       "Otieno Ana Rey Kisumu Nairobi Kenya Lake Victoria Uganda Tanzania Mwanza Bukoba Entebbe Jinja Kampala Busia "
       "Homa Bay Mbita Rusinga Mfangano Kendu"},  // names alone
      {"unknown",
       "The minister said that the bridge was closed. Le ministre dit que le pont est dans la ville et que les "
       "travaux des routes sont finis. It has been closed for the year by the state."},  // two languages
      {"unknown", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(detected({row.text}) == row.language);
  }
}

TEST_CASE("language: over blocks, and only so far", "[article]") {
  CHECK(detected({"The mayor of the city", "said that the bridge is closed and",
                  "that it was not known for how long by", "the state"}) == "en");
  std::vector<std::string> texts(600, "The mayor of the city said that it was closed.");
  texts.resize(20000, "Le maire de la ville et les habitants du pays dans une rue.");
  CHECK(detected(texts) == "en");
}
