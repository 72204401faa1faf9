// Closed word classes of English: what the phrase finder steers by. Alphabetical order is not needed; each word is
// listed once, with all the classes it can belong to. Written down by hand from a grammar's lists.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace newsgloss {

enum WordClass : std::uint16_t {
  determiner = 1,       // the a his both
  subject_pronoun = 2,  // he they who
  preposition = 4,
  subordinator = 8,  // because while if
  auxiliary = 16,    // finite: is has will
  adverb = 32,       // between subject and verb, or opening a sentence
  coordinator = 64,
  relative = 128,  // who which that
  day = 256,       // days, months, "yesterday": adverbs of time
  question = 512,  // whether how why
  negation = 1024,
  object_pronoun = 2048,
  number_word = 4096,
};

struct WordClasses {
  std::string_view word;
  std::uint16_t classes;
};

// clang-format off
inline constexpr std::array word_classes = std::to_array<WordClasses>({
    {"a", determiner}, {"about", preposition}, {"above", preposition}, {"across", preposition}, {"addressing", preposition},
    {"after", preposition | subordinator}, {"afterwards", adverb}, {"again", adverb}, {"against", preposition},
    {"all", determiner}, {"along", preposition}, {"alongside", preposition}, {"already", adverb}, {"also", adverb},
    {"although", subordinator}, {"always", adverb}, {"amid", preposition}, {"among", preposition}, {"an", determiner},
    {"and", coordinator}, {"another", determiner}, {"any", determiner}, {"apparently", adverb}, {"april", day},
    {"are", auxiliary}, {"around", preposition}, {"as", preposition | subordinator}, {"asked", preposition},
    {"at", preposition}, {"aug", day}, {"aug.", day}, {"august", day}, {"because", subordinator},
    {"been", auxiliary}, {"before", preposition | subordinator}, {"behind", preposition}, {"being", auxiliary},
    {"below", preposition}, {"besides", preposition | adverb}, {"between", preposition}, {"bluntly", adverb},
    {"both", determiner | adverb}, {"but", coordinator}, {"by", preposition}, {"can", auxiliary},
    {"clearly", adverb}, {"concerning", preposition}, {"consistently", adverb}, {"could", auxiliary},
    {"currently", adverb}, {"dec", day}, {"dec.", day}, {"december", day}, {"despite", preposition},
    {"did", auxiliary}, {"do", auxiliary}, {"does", auxiliary}, {"down", preposition}, {"during", preposition},
    {"each", determiner}, {"earlier", adverb}, {"either", determiner}, {"even", adverb}, {"ever", adverb},
    {"every", determiner}, {"everybody", subject_pronoun}, {"everyone", subject_pronoun}, {"explicitly", adverb},
    {"falsely", adverb}, {"feb", day}, {"feb.", day}, {"february", day}, {"few", determiner},
    {"finally", adverb}, {"first", adverb}, {"five", number_word | determiner}, {"following", preposition},
    {"for", preposition}, {"four", number_word | determiner}, {"frequently", adverb}, {"friday", day},
    {"from", preposition}, {"further", adverb}, {"furthermore", adverb}, {"given", preposition}, {"had", auxiliary},
    {"has", auxiliary}, {"have", auxiliary}, {"he", subject_pronoun}, {"her", determiner | object_pronoun},
    {"here", adverb}, {"him", object_pronoun}, {"his", determiner}, {"how", question}, {"however", adverb},
    {"i", subject_pronoun}, {"if", subordinator}, {"immediately", adverb}, {"in", preposition},
    {"including", preposition}, {"indeed", adverb}, {"initially", adverb}, {"inside", preposition},
    {"instead", adverb}, {"into", preposition}, {"is", auxiliary}, {"it", subject_pronoun | object_pronoun},
    {"its", determiner}, {"jan", day}, {"jan.", day}, {"january", day}, {"jointly", adverb}, {"july", day},
    {"june", day}, {"just", adverb}, {"last", determiner}, {"later", adverb}, {"like", preposition},
    {"likewise", adverb}, {"many", determiner}, {"march", day}, {"may", auxiliary | day}, {"me", object_pronoun},
    {"meanwhile", adverb}, {"might", auxiliary}, {"monday", day}, {"more", determiner}, {"moreover", adverb},
    {"most", determiner}, {"must", auxiliary}, {"my", determiner}, {"near", preposition}, {"nearly", adverb},
    {"neither", determiner}, {"never", adverb | negation}, {"nevertheless", adverb}, {"next", determiner},
    {"no", determiner}, {"nobody", subject_pronoun}, {"nonetheless", adverb}, {"nor", coordinator},
    {"not", adverb | negation}, {"nov", day}, {"nov.", day}, {"november", day}, {"now", adverb}, {"n't", adverb | negation},
    {"n\u2019t", adverb | negation}, {"oct", day}, {"oct.", day}, {"october", day}, {"of", preposition},
    {"off", preposition}, {"often", adverb}, {"on", preposition}, {"once", adverb | subordinator}, {"one", determiner | number_word},
    {"only", adverb}, {"openly", adverb}, {"or", coordinator}, {"other", determiner}, {"others", subject_pronoun},
    {"our", determiner}, {"out", preposition}, {"outside", preposition}, {"over", preposition}, {"per", preposition},
    {"personally", adverb}, {"previously", adverb}, {"privately", adverb}, {"publicly", adverb},
    {"rather", adverb}, {"reacting", preposition}, {"recently", adverb}, {"referring", preposition}, {"regarding", preposition},
    {"repeatedly", adverb}, {"reportedly", adverb}, {"responding", preposition}, {"saturday", day}, {"sept", day}, {"sept.", day},
    {"september", day}, {"seven", number_word | determiner}, {"several", determiner}, {"shall", auxiliary},
    {"she", subject_pronoun}, {"should", auxiliary}, {"similarly", adverb}, {"simply", adverb},
    {"since", preposition | subordinator}, {"six", number_word | determiner}, {"so", adverb}, {"some", determiner},
    {"someone", subject_pronoun}, {"sometimes", adverb}, {"soon", adverb}, {"speaking", preposition}, {"still", adverb},
    {"strongly", adverb}, {"subsequently", adverb}, {"such", determiner}, {"sunday", day}, {"talking", preposition}, {"ten", number_word | determiner},
    {"than", preposition}, {"that", relative | determiner}, {"the", determiner}, {"their", determiner},
    {"them", object_pronoun}, {"then", adverb}, {"there", subject_pronoun | adverb}, {"these", determiner},
    {"they", subject_pronoun}, {"this", determiner | subject_pronoun}, {"those", determiner}, {"though", subordinator | adverb},
    {"three", number_word | determiner}, {"through", preposition}, {"throughout", preposition}, {"thursday", day},
    {"thus", adverb}, {"to", preposition}, {"today", day}, {"together", adverb}, {"tomorrow", day}, {"tonight", day},
    {"too", adverb}, {"toward", preposition}, {"towards", preposition}, {"tuesday", day}, {"two", number_word | determiner},
    {"under", preposition}, {"unless", subordinator}, {"unlike", preposition}, {"until", preposition | subordinator},
    {"up", preposition}, {"upon", preposition}, {"us", object_pronoun}, {"using", preposition}, {"via", preposition},
    {"was", auxiliary}, {"we", subject_pronoun}, {"wednesday", day}, {"were", auxiliary}, {"what", question},
    {"when", subordinator | question}, {"where", subordinator | question}, {"whereas", subordinator},
    {"whether", question}, {"which", relative}, {"while", subordinator}, {"whilst", subordinator}, {"who", relative | subject_pronoun},
    {"whom", relative}, {"whose", relative}, {"why", question}, {"widely", adverb}, {"will", auxiliary}, {"with", preposition},
    {"within", preposition}, {"without", preposition}, {"would", auxiliary}, {"yesterday", day}, {"yet", adverb | coordinator},
    {"you", subject_pronoun | object_pronoun}, {"your", determiner},
});
// clang-format on

}  // namespace newsgloss
