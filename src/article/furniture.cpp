#include "article/furniture.h"

#include <algorithm>
#include <string>

#include "text/characters.h"

namespace newsgloss {
namespace {

// A line that opens with one of these (folded) is furniture when it is no longer than `words` words. Phrases that a
// sentence of the article could open with have a small number. Compiled by hand from news sites' own wording.
struct Opening {
  std::string_view phrase;
  std::uint32_t words;
};
constexpr Opening openings[] = {
    {"(c)", 30},
    {"\xC2\xA9", 60},
    {"about the author", 6},
    {"about us", 4},
    {"ad feedback", 4},
    {"advertisement", 8},
    {"advertising", 3},
    {"all content", 60},
    {"all rights reserved", 40},
    {"already a subscriber", 12},
    {"also read", 30},
    {"also see", 25},
    {"also watch", 25},
    {"article continues", 10},
    {"back to top", 5},
    {"be the first to comment", 8},
    {"bookmark", 4},
    {"breaking news alert", 20},
    {"by signing up", 60},
    {"by subscribing", 60},
    {"click here", 30},
    {"click to", 15},
    {"close this", 5},
    {"comments", 4},
    {"continue reading", 20},
    {"copyright", 60},
    {"copy link", 5},
    {"disclaimer", 80},
    {"discover more", 12},
    {"do you have a story", 40},
    {"don't miss", 15},
    {"download our", 25},
    {"download the", 12},
    {"editor's picks", 5},
    {"email this", 8},
    {"enjoyed this", 20},
    {"enter your email", 15},
    {"explore more", 12},
    {"facebook", 6},
    {"find us on", 12},
    {"follow us", 40},
    {"follow our", 30},
    {"follow the topics", 12},
    {"for more information visit", 20},
    {"for more news", 30},
    {"for more stories", 30},
    {"get breaking news", 30},
    {"get email alerts", 20},
    {"get our", 25},
    {"get the latest", 25},
    {"get the news", 25},
    {"have a story", 30},
    {"have something to say", 30},
    {"join our", 30},
    {"join the conversation", 12},
    {"join us on", 20},
    {"jump to", 5},
    {"keep reading", 8},
    {"latest news", 5},
    {"leave a comment", 8},
    {"leave a reply", 8},
    {"like us on", 20},
    {"load more", 5},
    {"loading", 4},
    {"log in", 12},
    {"more from", 8},
    {"more in", 5},
    {"more news", 5},
    {"more on this", 8},
    {"more stories", 6},
    {"more to read", 6},
    {"most popular", 4},
    {"most read", 4},
    {"most viewed", 4},
    {"newsletter", 6},
    {"next article", 20},
    {"next story", 20},
    {"no comments", 4},
    {"no part of this", 60},
    {"not a subscriber", 12},
    {"originally published", 30},
    {"our standards", 12},
    {"popular now", 4},
    {"powered by", 8},
    {"prefer us on google", 10},
    {"previous article", 20},
    {"previous story", 20},
    {"print this", 8},
    {"privacy policy", 8},
    {"read also", 30},
    {"read full", 15},
    {"read more", 30},
    {"read next", 30},
    {"read our", 15},
    {"read the full", 15},
    {"read this", 10},
    {"recommended for you", 5},
    {"recommended stories", 5},
    {"register for", 25},
    {"related articles", 6},
    {"related content", 5},
    {"related news", 5},
    {"related stories", 6},
    {"related topics", 12},
    {"related", 1},
    {"related :", 30},
    {"report a typo", 10},
    {"republish this", 12},
    {"save article", 5},
    {"scroll to", 8},
    {"see also", 30},
    {"see more", 10},
    {"send us", 25},
    {"share on", 8},
    {"share this", 10},
    {"share via", 8},
    {"share", 4},
    {"show comments", 5},
    {"sign in", 12},
    {"sign up", 40},
    {"skip advertisement", 4},
    {"skip to", 6},
    {"sponsored", 4},
    {"story continues below", 8},
    {"subscribe", 30},
    {"support our", 30},
    {"support independent", 30},
    {"support quality", 30},
    {"tags", 1},
    {"tags :", 60},
    {"terms of use", 8},
    {"terms and conditions", 8},
    {"thank you for reading", 15},
    {"thanks for reading", 15},
    {"the views expressed", 60},
    {"this article first appeared", 40},
    {"this article is republished", 60},
    {"this article originally appeared", 40},
    {"this article was first published", 40},
    {"this article was originally published", 40},
    {"this content is", 12},
    {"this email address is being protected", 20},
    {"this material may not be", 60},
    {"this story has been updated", 15},
    {"this story was originally", 40},
    {"to read the full", 20},
    {"topics", 1},
    {"topics :", 60},
    {"trending now", 5},
    {"trending", 2},
    {"unsubscribe", 10},
    {"view all", 8},
    {"view comments", 5},
    {"view gallery", 6},
    {"view more", 8},
    {"view this post on", 8},
    {"visit our", 15},
    {"watch :", 30},
    {"watch also", 25},
    {"watch live", 10},
    {"we use cookies", 60},
    {"what do you think ?", 20},
    {"whatsapp", 6},
    {"write to us", 15},
    {"you can also read", 30},
    {"you may also like", 8},
    {"you might also like", 8},
    {"your email address", 20},
};

// Lines of nothing but these words are share bars, navigation or end marks.
constexpr std::string_view bar_words[] = {
    "a",        "adjust",   "ads",       "advertisement", "and",      "app",       "article",  "bluesky", "bookmark",
    "close",    "comment",  "comments",  "copied",        "copy",     "download",  "e-mail",   "email",   "end",
    "ends",     "facebook", "flipboard", "font",          "home",     "instagram", "like",     "line",    "link",
    "linkedin", "listen",   "login",     "mail",          "menu",     "messenger", "more",     "news",    "newsletter",
    "next",     "on",       "pinterest", "pocket",        "previous", "print",     "reddit",   "save",    "search",
    "share",    "shares",   "size",      "skip",          "sms",      "subscribe", "telegram", "this",    "threads",
    "tumblr",   "tweet",    "twitter",   "url",           "via",      "viber",     "video",    "vk",      "wechat",
    "weibo",    "whatsapp", "x",         "xing",          "youtube"};
static_assert(std::is_sorted(std::begin(bar_words), std::end(bar_words)));

// Words that a bar must not consist of alone: a one-word heading "News" or "Home" may be furniture or not, but is
// nothing to read either way; "a", "and", "on", "this", "x" prove nothing.
constexpr std::string_view weak_words[] = {"a",    "and", "on",   "this", "x",   "line",
                                           "like", "end", "next", "more", "size"};

bool is_bar(const Line& line) {
  bool strong = false;
  std::uint32_t words = 0;
  for (std::uint32_t i = 0; i < line.size(); ++i) {
    if (line.tokens[i].kind != TokenKind::word) {
      if (line.tokens[i].kind == TokenKind::open_quote) return false;
      continue;
    }
    const std::string_view word = line.folded[i];
    if (!std::binary_search(std::begin(bar_words), std::end(bar_words), word)) return false;
    strong |= std::find(std::begin(weak_words), std::end(weak_words), word) == std::end(weak_words);
    ++words;
  }
  return words > 0 && (strong || (words == 1 && line.is_all_caps(0) && line.is(0, {"end"})));
}

}  // namespace

bool is_furniture(const Line& line) {
  if (!has_letter(line.text)) return true;  // stray numbers, "***", "###", "-30-"
  if (is_bar(line)) return true;
  std::uint32_t words = 0;
  std::string start;  // the line's first words, a space between them
  bool rights = false;
  for (std::uint32_t i = 0; i < line.size(); ++i) {
    words += line.tokens[i].kind == TokenKind::word || line.tokens[i].kind == TokenKind::number;
    if (start.size() < 48) {
      const bool joined = i > 0 && !line.tokens[i].space_before &&
                          (line.tokens[i].kind == TokenKind::possessive || line.folded[i] == "n't" ||
                           line.folded[i - 1] == "(" || line.folded[i] == ")");
      if (i > 0 && !joined) start += ' ';
      start += line.folded[i];
    }
    rights |= line.is(i, {"rights"}) && line.is(i + 1, {"reserved"});
  }
  if (rights && words <= 60) return true;
  for (const Opening& opening : openings) {
    if (start.compare(0, opening.phrase.size(), opening.phrase) != 0) continue;
    const bool whole =
        start.size() == opening.phrase.size() || start[opening.phrase.size()] == ' ' || opening.phrase.back() == ' ';
    if (whole && words <= opening.words) return true;
  }
  return false;
}

}  // namespace newsgloss
