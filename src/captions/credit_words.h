// Words of picture credits: labels, marks of an organisation, particles of names, marks of an archive picture.
// As newspapers and agencies print them; our own compilation. Folded (small letters).
#pragma once

#include <string_view>

namespace newsgloss::credit_words {

// "Photo: …", "Photograph by …", "Image courtesy of …"
inline constexpr std::string_view label_nouns[] = {"photo",   "photos", "photograph",   "photographs", "photography",
                                                   "pic",     "pics",   "pix",          "picture",     "pictures",
                                                   "image",   "images", "credit",       "credits",     "illustration",
                                                   "graphic", "video",  "screenshot",   "screengrab",  "artwork",
                                                   "source",  "foto",   "photographer", "cartoon",     "copyright"};
// before a label: "File photo: …", "Supplied image by …"
inline constexpr std::string_view label_adjectives[] = {
    "file",    "stock",    "aerial",           "drone",          "main",         "top", "cover", "handout", "supplied",
    "archive", "featured", "representational", "representative", "illustrative", "lead"};
// between a label and its names
inline constexpr std::string_view label_links[] = {"by",       "of",        "from",  "courtesy", "provided",
                                                   "supplied", "submitted", "taken", "via",      "credit"};
// a label by themselves, before "of", "by" or names
inline constexpr std::string_view verbs[] = {"courtesy", "provided", "supplied", "submitted", "contributed", "handout"};

// one of these in a part makes it an organisation, not a person
inline constexpr std::string_view organisation_words[] = {
    "agency",       "archive",       "archives",     "army",          "association",  "authority",    "board",
    "broadcasting", "channel",       "club",         "collection",    "college",      "commission",   "committee",
    "commons",      "company",       "corporation",  "council",       "court",        "daily",        "department",
    "embassy",      "entertainment", "express",      "facebook",      "federation",   "film",         "films",
    "force",        "forces",        "foundation",   "gallery",       "gazette",      "getty",        "globe",
    "government",   "group",         "guard",        "guardian",      "handout",      "herald",       "house",
    "images",       "institute",     "instagram",    "international", "journal",      "library",      "mail",
    "media",        "ministry",      "mirror",       "monitor",       "museum",       "navy",         "network",
    "news",         "newspaper",     "newspapers",   "office",        "organisation", "organization", "parliament",
    "park",         "party",         "photo",        "photos",        "pictures",     "police",       "pool",
    "post",         "presidency",    "press",        "productions",   "project",      "radio",        "record",
    "records",      "review",        "school",       "service",       "services",     "society",      "sports",
    "staff",        "standard",      "star",         "station",       "stock",        "studio",       "studios",
    "sun",          "team",          "telegraph",    "television",    "theatre",      "times",        "today",
    "tribune",      "trust",         "tv",           "twitter",       "union",        "university",   "wire",
    "youtube",      "zoo",           "bros",         "inc",           "ltd",          "llc",          "plc",
    "co",           "images.com",    "shutterstock", "alamy",         "unsplash"};

// small words inside names and lists of names
inline constexpr std::string_view particles[] = {
    "and", "for", "of",  "the",  "de",      "da",   "del",      "der",   "di",       "la",
    "le",  "van", "von", "bin",  "al",      "el",   "in",       "via",   "by",       "dos",
    "das", "du",  "ibn", "ben",  "ter",     "y",    "e",        "with",  "on",       "behalf",
    "den", "zu",  "af",  "file", "handout", "pool", "stringer", "photo", "courtesy", "getty"};

// parts that are no photographer and no agency: "REUTERS/Jane Doe/File"
inline constexpr std::string_view remarks[] = {
    "file", "file photo", "file picture", "file image", "files",         "archive",      "archives",     "photo",
    "pool", "pool photo", "stringer",     "handout",    "handout photo", "illustration", "archive photo"};

// an archive picture, at the start of the description: "FILE - …"
inline constexpr std::string_view file_openers[] = {"file", "archive", "archival"};

}  // namespace newsgloss::credit_words
