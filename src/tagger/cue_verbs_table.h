// Cue verbs: the words that report what somebody said, wrote, thought or demands, and the frames they do it in.
//
// Lemmas in alphabetical order (checked at compile time). Chosen by us from Levin's classes of verbs of communication,
// and from counts over the training part of PolNeAR:
// a frame is listed where the verb reports in at least about two thirds of its uses in that frame.
//
//   frame        example                                     content
//   speech       "...," she SAID / The bill is dead, he SAID   the quotation or clause beside it
//   that         ARGUED that the bill is dead                 the that-clause
//   bare         SAID the bill is dead                        the clause without "that"
//   object       PRAISED the deal; URGED Kyiv to sign         the object and what belongs to it
//   infinitive   VOWED to sign                                the infinitive
//   person       TOLD reporters that ...                      what follows the person
// `particles` are words that may follow and then belong to the cue ("called for", "pointed out"), separated by spaces;
// the content is then the object of the particle.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace newsgloss {

enum CueFrame : std::uint8_t {
  cue_speech = 1,
  cue_that = 2,
  cue_bare = 4,
  cue_object = 8,
  cue_infinitive = 16,
  cue_person = 32,
  cue_particle_only = 64,  // reports in the other frames only after one of its particles
};

struct CueVerb {
  std::string_view lemma;
  std::uint8_t frames;
  std::string_view particles;
};

// clang-format off
inline constexpr std::uint8_t cue_says = cue_speech | cue_that | cue_bare;
inline constexpr std::array cue_verbs = std::to_array<CueVerb>({
    {"accept", cue_that, ""},
    {"acclaim", cue_object, ""},
    {"accuse", cue_object | cue_that, ""},
    {"acknowledge", cue_says | cue_object, ""},
    {"add", cue_speech | cue_that | cue_bare, ""},
    {"admit", cue_says, "to"},
    {"advise", cue_speech | cue_that | cue_object, "against"},
    {"advocate", cue_object, "for"},
    {"affirm", cue_says | cue_object, ""},
    {"agree", cue_speech | cue_that | cue_infinitive, "on with"},
    {"allege", cue_says | cue_object, ""},
    {"announce", cue_says | cue_object, ""},
    {"anticipate", cue_that | cue_object, ""},
    {"apologise", cue_speech, "for"},
    {"apologize", cue_speech, "for"},
    {"appeal", cue_particle_only, "for to"},
    {"applaud", cue_object, ""},
    {"appreciate", cue_object, ""},
    {"argue", cue_says, "for against"},
    {"ask", cue_speech | cue_object, "for about"},
    {"assert", cue_says | cue_object, ""},
    {"assess", cue_that, ""},
    {"assume", cue_that, ""},
    {"assure", cue_speech | cue_that | cue_person | cue_object, ""},
    {"attest", cue_that, "to"},
    {"attribute", cue_object, ""},
    {"believe", cue_says, "in"},
    {"berate", cue_object, ""},
    {"blame", cue_object, ""},
    {"blast", cue_object, ""},
    {"boast", cue_speech | cue_that, "of about"},
    {"brand", cue_object, "as"},
    {"call", cue_particle_only, "for on upon"},
    {"caution", cue_says, "against"},
    {"chide", cue_object, ""},
    {"cite", cue_object, ""},
    {"claim", cue_says | cue_infinitive, ""},
    {"clarify", cue_speech | cue_that, ""},
    {"commend", cue_object, ""},
    {"comment", cue_speech | cue_that, ""},
    {"complain", cue_speech | cue_that, "about of"},
    {"concede", cue_says | cue_object, ""},
    {"conclude", cue_speech | cue_that, ""},
    {"concur", cue_speech | cue_that, "with"},
    {"condemn", cue_speech | cue_object, ""},
    {"confess", cue_speech | cue_that, "to"},
    {"confirm", cue_says | cue_object, ""},
    {"congratulate", cue_object, ""},
    {"consider", cue_that, ""},
    {"contend", cue_says, ""},
    {"convey", 0, ""},
    {"counter", cue_speech | cue_that, ""},
    {"criticise", cue_object, ""},
    {"criticize", cue_object, ""},
    {"decide", cue_that | cue_infinitive, ""},
    {"declare", cue_says | cue_object, ""},
    {"decline", cue_infinitive, ""},
    {"decry", cue_object, ""},
    {"defend", cue_object, ""},
    {"demand", cue_speech | cue_that | cue_object | cue_infinitive, ""},
    {"denounce", cue_object, ""},
    {"deny", cue_says | cue_object, ""},
    {"deplore", cue_object, ""},
    {"describe", cue_object, ""},
    {"determine", cue_that, ""},
    {"disclose", cue_says | cue_object, ""},
    {"dismiss", cue_object, ""},
    {"dispute", cue_object | cue_that, ""},
    {"doubt", cue_that | cue_object, ""},
    {"dub", 0, ""},
    {"echo", cue_object, ""},
    {"elaborate", cue_speech, "on"},
    {"emphasise", cue_says | cue_object, ""},
    {"emphasize", cue_says | cue_object, ""},
    {"encourage", cue_speech | cue_object, ""},
    {"endorse", cue_object, ""},
    {"envisage", cue_object, ""},
    {"estimate", cue_says, ""},
    {"exclaim", cue_speech | cue_that, ""},
    {"exhort", cue_object, ""},
    {"expect", cue_that | cue_object | cue_infinitive, ""},
    {"explain", cue_says | cue_object, ""},
    {"express", cue_object, ""},
    {"extend", 0, ""},
    {"fear", cue_that | cue_bare, ""},
    {"feel", cue_that | cue_bare, ""},
    {"find", cue_that, ""},
    {"forecast", cue_says | cue_object, ""},
    {"foresee", cue_that | cue_object, ""},
    {"give", 0, ""},
    {"guarantee", cue_that, ""},
    {"hail", cue_object, ""},
    {"highlight", cue_speech | cue_that | cue_bare | cue_object, ""},
    {"hint", cue_that, "at"},
    {"hope", cue_speech | cue_that | cue_bare | cue_infinitive, "for"},
    {"imply", cue_that, ""},
    {"indicate", cue_says, ""},
    {"inform", cue_that | cue_person, ""},
    {"insist", cue_says, "on"},
    {"instruct", cue_object, ""},
    {"issue", 0, ""},
    {"joke", cue_speech | cue_that, "about"},
    {"judge", cue_that, ""},
    {"justify", cue_speech, ""},
    {"label", 0, ""},
    {"lambast", cue_object, ""},
    {"lambaste", cue_object, ""},
    {"lament", cue_speech | cue_that | cue_object, ""},
    {"laud", cue_object, ""},
    {"maintain", cue_speech | cue_that, ""},
    {"mention", cue_speech | cue_that | cue_object, ""},
    {"mock", cue_object, ""},
    {"note", cue_says | cue_object, ""},
    {"object", cue_speech | cue_that, ""},
    {"observe", cue_speech | cue_that, ""},
    {"offer", 0, ""},
    {"opine", cue_says, ""},
    {"oppose", cue_object, ""},
    {"order", cue_that | cue_infinitive, ""},
    {"outline", cue_object, ""},
    {"plead", cue_speech, "for with"},
    {"pledge", cue_says | cue_object | cue_infinitive, ""},
    {"point", cue_particle_only | cue_speech, "out to"},
    {"ponder", cue_object, ""},
    {"post", cue_speech, ""},
    {"praise", cue_object, ""},
    {"predict", cue_says | cue_object, ""},
    {"proclaim", cue_says | cue_object, ""},
    {"promise", cue_says | cue_object | cue_infinitive, ""},
    {"propose", cue_that | cue_object | cue_infinitive, ""},
    {"protest", cue_speech | cue_that, ""},
    {"prove", cue_that, ""},
    {"question", cue_object, ""},
    {"quip", cue_speech, ""},
    {"raise", 0, ""},
    {"read", cue_speech, ""},
    {"reaffirm", cue_that | cue_object, ""},
    {"realise", cue_that, ""},
    {"realize", cue_that, ""},
    {"reason", cue_speech | cue_that, ""},
    {"reassure", cue_that | cue_person | cue_object, ""},
    {"rebuff", cue_object, ""},
    {"rebuke", cue_object, ""},
    {"rebut", cue_object, ""},
    {"recall", cue_says | cue_object, ""},
    {"reckon", cue_says, ""},
    {"recognise", cue_that, ""},
    {"recognize", cue_that, ""},
    {"recommend", cue_speech | cue_that | cue_object, ""},
    {"recount", cue_speech | cue_object, ""},
    {"refuse", cue_infinitive, ""},
    {"refute", cue_object, ""},
    {"regret", cue_that | cue_object, ""},
    {"reiterate", cue_says | cue_object, ""},
    {"reject", cue_object, ""},
    {"rejoice", cue_that, ""},
    {"relate", cue_speech | cue_that, ""},
    {"remark", cue_says, "on"},
    {"remember", cue_speech | cue_that, ""},
    {"remind", cue_that | cue_person | cue_object, ""},
    {"repeat", cue_speech | cue_that, ""},
    {"reply", cue_speech | cue_that, ""},
    {"report", cue_says, ""},
    {"request", cue_that | cue_object, ""},
    {"respond", cue_speech | cue_that, ""},
    {"retort", cue_speech | cue_that, ""},
    {"reveal", cue_says | cue_object, ""},
    {"rule", cue_that, "out"},
    {"say", cue_speech | cue_that | cue_bare | cue_infinitive, "of"},
    {"scoff", cue_speech, "at"},
    {"show", cue_that, ""},
    {"signal", cue_that, ""},
    {"slam", cue_object, ""},
    {"specify", cue_that | cue_speech, ""},
    {"speculate", cue_that, ""},
    {"state", cue_says, ""},
    {"stipulate", cue_that, ""},
    {"stress", cue_says | cue_object, "on"},
    {"suggest", cue_says | cue_object, ""},
    {"surmise", cue_that, ""},
    {"suspect", cue_that | cue_bare, ""},
    {"swear", cue_that | cue_infinitive, ""},
    {"tell", cue_speech | cue_that | cue_person | cue_object, ""},
    {"term", cue_object, ""},
    {"testify", cue_speech | cue_that, ""},
    {"thank", cue_object, ""},
    {"think", cue_that | cue_bare, ""},
    {"threaten", cue_that | cue_infinitive, ""},
    {"tout", cue_object, ""},
    {"tweet", cue_speech | cue_that, ""},
    {"underline", cue_says | cue_object, ""},
    {"underscore", cue_that | cue_object, ""},
    {"urge", cue_speech | cue_that | cue_object, "for"},
    {"voice", cue_object, ""},
    {"vow", cue_says | cue_infinitive | cue_object, ""},
    {"want", cue_infinitive | cue_object, ""},
    {"warn", cue_says | cue_person | cue_object, "of about against"},
    {"welcome", cue_object, ""},
    {"wish", cue_that, "for"},
    {"wonder", cue_speech, ""},
    {"worry", cue_that, "about"},
    {"write", cue_speech | cue_that, ""},
});

/// Forms that endings do not lead back to their lemma.
struct IrregularForm {
  std::string_view form;
  std::string_view lemma;
};
inline constexpr std::array irregular_forms = std::to_array<IrregularForm>({
    {"felt", "feel"},       {"foresaw", "foresee"}, {"found", "find"},    {"gave", "give"},    {"given", "give"},
    {"replied", "reply"},   {"said", "say"},        {"showed", "show"},  {"shown", "show"},
    {"swore", "swear"},     {"told", "tell"},     {"thought", "think"}, {"written", "write"},
    {"wrote", "write"},
});

/// Nouns that report after "express", "voice" and other light verbs: "expressed confidence that". The cue is verb and
/// noun; the content follows, as a that-clause, an infinitive or the object of a preposition.
inline constexpr std::array light_verbs = std::to_array<std::string_view>({
    "convey", "express", "extend", "give", "issue", "offer", "raise", "reaffirm", "reiterate", "show", "voice"});
inline constexpr std::array attitude_nouns = std::to_array<std::string_view>({
    "alarm", "anger", "appreciation", "belief", "commitment", "concern", "concerns", "condolences", "confidence",
    "congratulations", "conviction", "delight", "desire", "determination", "disappointment", "dismay", "doubt", "doubts",
    "expectation", "fear", "fears", "frustration", "gratitude", "hope", "hopes", "interest", "intention", "message",
    "opinion", "optimism", "outrage", "pleasure", "pride", "readiness", "resolve", "regret", "regrets", "satisfaction",
    "solidarity", "sorrow", "support", "surprise", "sympathy", "thanks", "view", "warning", "willingness", "wish",
    "wishes"});
// clang-format on

}  // namespace newsgloss
