// The source audit as a page that stands alone: its charts are SVG bars with their numbers beside them as text, so that
// it is read without script, without colour and by a screen reader. Linear in what is listed.
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "output/html.h"
#include "output/source_audit.h"

namespace newsgloss {
namespace {

// A part of a bar: what it counts, its hue (Okabe and Ito: apart in greyscale and for colour-blind eyes), how many.
struct Part {
  std::string_view name;
  std::string_view hue;
  std::size_t count;
};

constexpr std::string_view style = R"(
ul.rows{list-style:none;padding:0;margin:.6rem 0}ul.rows>li{margin:0 0 .9rem;break-inside:avoid}
.row{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1rem}.row b{font-weight:600}
.figures{color:var(--dim);font-size:.92rem;font-variant-numeric:tabular-nums}
svg{display:block;width:100%;height:.75rem;margin:.2rem 0}.key{display:inline-block;width:.75rem;height:.75rem;margin:0 .3rem 0 0}
.legend span{display:inline-block;margin-right:1rem}body{overflow-wrap:anywhere}
)";

std::string number(std::size_t n) {
  std::string out = std::to_string(n);
  for (std::size_t at = out.size(); at > 3; at -= 3) out.insert(at - 3, ",");
  return out;
}

std::string counted(std::size_t n, std::string_view one, std::string_view more) {
  return number(n) + "&#160;" + std::string(n == 1 ? one : more);
}

// In whole per cent, rounded half up: more would pretend to an accuracy that there is not.
std::string percent(std::size_t part, std::size_t all) {
  return all == 0 ? "" : std::to_string((part * 200 + all) / (2 * all)) + "&#160;%";
}

std::vector<Part> parts_by_source(const SourceAudit::Tally& tally) {
  const auto& by = tally.by_source;
  return {{"named persons", "#0072b2", by[0]},
          {"other names", "#56b4e9", by[1]},
          {"unnamed", "#e69f00", by[2]},
          {"no source given", "#999999", by[3]}};
}

std::vector<Part> parts_by_gender(const std::array<std::size_t, 3>& counts) {
  const auto of = [&counts](Gender gender) { return counts[static_cast<std::size_t>(gender)]; };
  return {{"female", "#009e73", of(Gender::female)},
          {"male", "#d55e00", of(Gender::male)},
          {"not told", "#999999", of(Gender::unknown)}};
}

// "named persons 12 (60 %), unnamed 8 (40 %)"
std::string words_of(const std::vector<Part>& parts) {
  std::size_t all = 0;
  for (const Part& part : parts) all += part.count;
  std::string out;
  for (const Part& part : parts)
    if (part.count > 0)
      out.append(out.empty() ? "" : ", ")
          .append(part.name)
          .append(" ")
          .append(number(part.count))
          .append(" (")
          .append(percent(part.count, all))
          .append(")");
  return out.empty() ? "none" : out;
}

std::string bar(const std::vector<Part>& parts, std::size_t full) {
  constexpr std::size_t width = 400;
  std::string out =
      "<svg viewBox=\"0 0 400 16\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"" + words_of(parts) + "\">";
  std::size_t sum = 0;
  for (const Part& part : parts) {
    if (part.count == 0) continue;
    const std::size_t x = sum * width / full;
    sum += part.count;
    out += "<rect x=\"" + std::to_string(x) + "\" y=\"1\" width=\"" + std::to_string(sum * width / full - x) +
           "\" height=\"14\" fill=\"" + std::string(part.hue) + "\"/>";
  }
  return out + "</svg>";
}

std::string legend(const std::vector<Part>& parts) {
  std::string out = "<p class=\"about legend\">";
  for (const Part& part : parts)
    out +=
        "<span><svg class=\"key\" viewBox=\"0 0 12 12\" aria-hidden=\"true\"><rect width=\"12\" height=\"12\" fill=\"" +
        std::string(part.hue) + "\"/></svg>" + std::string(part.name) + "</span> ";
  return out + "</p>\n";
}

// A line of a list: what, how much, and below it what is given.
std::string row(const std::string& what, const std::string& figures, const std::string& below) {
  return "<li><div class=\"row\"><b>" + what + "</b> <span class=\"figures\">" + figures + "</span></div>" + below +
         "</li>\n";
}

std::string with_words(const std::vector<Part>& parts, std::size_t full) {
  return bar(parts, full) + "<div class=\"figures\">" + words_of(parts) + "</div>";
}

std::string named(std::string_view name) {
  return "<bdi>" + (name.empty() ? std::string("(unknown)") : html_escaped(name)) + "</bdi>";
}

std::size_t sum_of(const std::array<std::size_t, 3>& counts) { return counts[0] + counts[1] + counts[2]; }

std::string table(std::string_view title, const std::map<std::string, SourceAudit::Tally>& tallies) {
  std::string out = "<section><h2>" + std::string(title) + "</h2>\n<ul class=\"rows\">\n";
  for (const auto& [key, tally] : tallies) {
    std::string below;
    if (tally.statements > 0) below += with_words(parts_by_source(tally), tally.statements);
    if (tally.by_source[0] > 0) below += with_words(parts_by_gender(tally.by_gender), tally.by_source[0]);
    out += row(
        named(key),
        counted(tally.statements, "statement", "statements") + " in " + counted(tally.articles, "article", "articles"),
        below);
  }
  return out + "</ul></section>\n";
}

}  // namespace

std::string SourceAudit::html(std::size_t most) const {
  const std::vector<Part> classes = parts_by_source(all_);
  const std::vector<Part> genders = parts_by_gender(all_.by_gender);
  std::string out = html_begin("Who is quoted", style);
  out += "<main>\n<h1>Who is quoted</h1>\n<p>" + counted(all_.statements, "statement", "statements") + " in " +
         counted(all_.articles, "article", "articles") + ", " + counted(all_.words, "word", "words") + " in all";
  if (all_.statements > 0)
    out += "; " + percent(all_.direct, all_.statements) + " quoted word for word, in whole or in part";
  out +=
      ".</p>\n<p class=\"about\">Counted by a program that misses statements and mistakes speakers: look at the "
      "articles before a figure is published.</p>\n";
  if (all_.statements > 0) {
    out += "<section><h2>Named and unnamed</h2>\n" + legend(classes) + with_words(classes, all_.statements) +
           "\n<p class=\"about\">Other names are organisations, governments and places that speak. Unnamed are sources "
           "that the article words without a name (officials, a study), and those that could not be "
           "resolved to a name.</p></section>\n";
    const auto people = persons();
    out += "<section><h2>Named persons, by evidence of gender</h2>\n" + legend(genders) + "<ul class=\"rows\">\n";
    if (sum_of(people) > 0)
      out += row("Persons", number(sum_of(people)), with_words(parts_by_gender(people), sum_of(people)));
    if (all_.by_source[0] > 0)
      out += row("Their statements", number(all_.by_source[0]), with_words(genders, all_.by_source[0]));
    out +=
        "</ul>\n<p class=\"about\">Evidence is a title, a pronoun or a word such as "
        "\xE2\x80\x9Cspokeswoman\xE2\x80\x9D in "
        "the same article, never a given name. It says how the article words a person, not who the person is; "
        "the schema knows female and male only. Those of whom nothing is told are not to be shared out among the "
        "others.</p></section>\n";
  }
  const std::vector<const Source*> heard = sources(most);
  if (!heard.empty()) {
    out += "<section><h2>Most heard</h2>\n<p class=\"about\">" + number(heard.size()) + " of " +
           counted(sources_.size(), "name", "names") + ", by statements</p>\n<ul class=\"rows\">\n";
    for (const Source* source : heard) {
      const std::string role = source->role();
      out += row(named(source->name),
                 counted(source->statements, "statement", "statements") + ", " +
                     counted(source->words, "word", "words") + ", " + counted(source->articles, "article", "articles"),
                 (role.empty() ? "" : "<small><bdi>" + html_escaped(role) + "</bdi></small>") +
                     bar({{"statements", "#0072b2", source->statements}}, heard.front()->statements));
    }
    out +=
        "</ul>\n<p class=\"about\">A person is the same in two articles when the full names are the same, letter for "
        "letter; two people of one name are counted as one. Of a joint statement the one named first is counted."
        "</p></section>\n";
  }
  out += table("By outlet", outlets_) + table("By month", months_);
  return out + "</main>\n" + html_end();
}

}  // namespace newsgloss
