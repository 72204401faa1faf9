#!/usr/bin/env python3
"""Writes tables.cpp: the places, organisations, given names, surnames and common words that the engine knows.

  generate.py LEXICA CORPUS... > tables.cpp

LEXICA is a folder with
  places/country-codes.csv        datahub.io country-codes, PDDL (ISO 3166, Wikidata ids, capitals)
  places/cities_geonames.tsv      GeoNames populated places, CC BY 4.0
  places/admin1_geonames.txt      GeoNames first-level divisions, CC BY 4.0
  names/common-forenames-by-country.csv, names/common-surnames-by-country.csv   popular names by country, CC0
  names/first_names_all_smashew.txt   name databases by smashew, Unlicense
  words/compromise-lexicon/       compromise by Spencer Kelly, MIT (given names, surnames, cities, regions)
CORPUS are texts in mixed case, one paragraph or one token a line. Only counts are taken from them: which words are
common and written in lower case, which places are written about. facts.py holds what was written by hand.

Every key is folded: ASCII lower case, Latin diacritics removed, typographic apostrophes made straight.
"""
import collections, csv, re, sys, unicodedata

import facts


def fold(text):
    text = text.replace("\u2019", "'").replace("\u02bb", "'").replace("\u2018", "'")
    out = []
    for c in text:
        c = {"\u00df": "ss", "\u00e6": "ae", "\u00c6": "ae", "\u0153": "oe", "\u0152": "oe", "\u00f8": "o", "\u00d8": "o", "\u0111": "d", "\u0110": "d", "\u0142": "l", "\u0141": "l", "\u0131": "i", "\u00f0": "d", "\u00d0": "d", "\u00fe": "th", "\u00de": "th", "\u014b": "n"}.get(c, c)
        out.append("".join(x for x in unicodedata.normalize("NFD", c) if not unicodedata.combining(x)))
    return "".join(out).lower()


def words_of_js(path):
    return [m.group(2).replace("\\'", "'") for m in re.finditer(r"^\s*(['\"])(.*?)\1,", open(path, encoding="utf-8").read(), re.M)]


def read_corpora(paths):
    lower, upper, placed, inside = (collections.Counter() for _ in range(4))
    prepositions = {"in", "near", "from", "at", "of", "to"}
    for path in paths:
        tokens = re.findall(r"[^\W\d_]+(?:['\u2019.-][^\W\d_]+)*|[.!?\n]|[^\s\w]", open(path, encoding="utf-8", errors="replace").read().replace("\tO\n", " ").replace("\t", " "))
        start = True
        for i, token in enumerate(tokens):
            if token[0].isalpha():
                if token[0].islower(): lower[fold(token)] += 1
                elif not start: upper[fold(token)] += 1
                if token[0].isupper():
                    for n in (1, 2, 3):
                        part = tokens[i:i + n]
                        if len(part) == n and all(p[0].isupper() for p in part):
                            key = fold(" ".join(part))
                            inside[key] += 1
                            before = tokens[i - 1] if i else ""
                            after = tokens[i + n] if i + n < len(tokens) else ""
                            if before in prepositions and not (after[:1].isupper() or after in ("&",)): placed[key] += 1
            start = token in ".!?\n\"\u201c"
    return lower, upper, placed, inside


def main():
    lexica, corpora = sys.argv[1], sys.argv[2:]
    lower, upper, placed, inside = read_corpora(corpora)
    compromise = lexica + "/words/compromise-lexicon/lexicon/"

    # Common words: written in lower case at least five times, and mostly so.
    common = [w for w, n in lower.items() if n >= 8 and n >= 0.6 * (n + upper[w]) and re.fullmatch(r"[a-z'-]+", w) and len(w) > 1]
    common = sorted(common, key=lambda w: (-lower[w], w))[:9000]
    months = "january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday"
    common = set(common) | {"a", "i", "o"}

    # Given names with gender.
    genders = collections.defaultdict(collections.Counter)
    for row in csv.DictReader(open(lexica + "/names/common-forenames-by-country.csv", encoding="utf-8-sig")):
        for name in (row["Romanized Name"],):
            genders[fold(name.strip())][row["Gender"].lower()] += 1
    for name in words_of_js(compromise + "people/femaleNames.js"): genders[fold(name)]["f"] += 1
    for name in words_of_js(compromise + "people/maleNames.js"): genders[fold(name)]["m"] += 1
    for name in words_of_js(compromise + "people/firstnames.js"): genders[fold(name)]["u"] += 9
    for line in open(lexica + "/names/first_names_all_smashew.txt", encoding="utf-8"):
        name = fold(line.strip())
        if name not in genders and inside[name] >= 2: genders[name]["u"] += 1
    given = {}
    for name, n in genders.items():
        if not re.fullmatch(r"[a-z'-]{2,}", name): continue
        if inside[name] == 0 and sum(n.values()) < 2 and len(name) > 5 and n["u"] == 0: continue  # rare: not worth its bytes
        given[name] = "f" if n["f"] > 3 * (n["m"] + n["u"]) else "m" if n["m"] > 3 * (n["f"] + n["u"]) else "u"
    for name in facts.EITHER_GENDER.split(): given[name] = "u"
    surnames = set()
    for row in csv.DictReader(open(lexica + "/names/common-surnames-by-country.csv", encoding="utf-8-sig")):
        surnames.add(fold(row["Romanized Name"].strip()))
    for name in words_of_js(compromise + "people/lastnames.js"): surnames.add(fold(name))
    surnames = {s for s in surnames if re.fullmatch(r"[a-z'-]{2,}", s)}

    # Places: "name<TAB>kind iso wikidata".  C country, K capital, P city or province (GPE), R region or water (LOC), D people (NORP)
    places, order = {}, {}
    def place(name, kind, iso="", wikidata=""):
        key = fold(name)
        if key and key not in places: places[key] = (kind, iso, wikidata)
    countries = {r["ISO3166-1-Alpha-2"]: (r["CLDR display name"], r["wikidata_id"].split("/")[-1], r["Capital"].strip())
                 for r in csv.DictReader(open(lexica + "/places/country-codes.csv", encoding="utf-8")) if r["CLDR display name"]}
    countries.update(facts.EXTRA_COUNTRIES)
    ids = dict(x.strip().rsplit(" ", 1) for x in facts.CAPITAL_IDS.strip().split("|"))
    for iso, (name, wikidata, capital) in countries.items():
        if not re.search(r"[&(]| - ", name): place(name, "C", iso, wikidata)
        for alias in facts.COUNTRY_ALIASES.get(iso, "").split(";"): place(alias, "C", iso, wikidata)
    for name, value in facts.OTHER_CAPITAL_NAMES.items():
        iso, _, wikidata = value.partition(" ")
        place(name, "K", iso, wikidata)
    for iso, (name, wikidata, capital) in countries.items():
        if capital and fold(capital) not in ("the valley", "male"): place(capital, "K", iso, ids.get(fold(capital).title(), ids.get(capital, "")))
    for name, (iso, wikidata) in facts.PARTS.items(): place(name, "P", iso, wikidata)
    for entry in facts.DEMONYMS.replace("\n", "|").split("|"):
        if not entry.strip(): continue
        iso, *names = entry.split()
        for name in names: place(name.replace("_", " "), "D", iso, countries[iso][1])
    for name in facts.NORP.split():
        place(name.replace("_", " "), "D")
    for name in re.split(r"[;\n]", facts.REGIONS):
        if name and not name.endswith("_"): place(name, "R")
    skip = set(given) | surnames | common | set("of and best mobile university police march may west east north south central union independence victoria church mission county university college normal english enterprise liberty university progress freedom reading bath nice mall hope the sale bride aspen boulder derby argo navan para avia seaforth balao durango guadalupe hidalgo guerrero orange lincoln jordan chad trump university sun star hill park lake bay cape island".split())
    known = set()
    for line in open(lexica + "/places/cities_geonames.tsv", encoding="utf-8"):
        known.add(fold(line.split("\t")[0]))
    admin = set()
    for line in open(lexica + "/places/admin1_geonames.txt", encoding="utf-8"):
        name = fold(line.strip())
        admin.add(name)
        admin.add(re.sub(r" (province|region|state|county|prefecture|district|governorate|oblast|department|municipality|oblys|parish)$", "", name))
    chosen = set()
    for js in ("places/cities.js", "places/regions.js"):
        chosen |= {fold(n) for n in words_of_js(compromise + js) if len(n) > 3}
    for name in known | admin:
        n = placed[name]
        if name in skip or len(name) < 4: continue
        if n >= (1 if name in admin else 2) and n >= 0.15 * inside[name]: chosen.add(name)
        elif name in admin and inside[name] >= 1 and " " not in name and n >= 0.1 * inside[name]: chosen.add(name)
    # Given names and surnames that are places far more often.
    for name in (known | admin) & (set(given) | surnames):
        if placed[name] >= 8 and placed[name] >= 0.4 * inside[name] and name not in common and len(name) > 3: chosen.add(name)
    for name in sorted(chosen):
        if re.fullmatch(r"[a-z0-9' .-]+", name): place(name, "P")
    for name in list(surnames):
        if name in common and inside[name] < 3: surnames.discard(name)

    orgs = {}
    for entry in facts.ORGS.replace("\n", "|").split("|"):
        if not entry.strip(): continue
        name, acronyms, wikidata = (entry.split(";") + ["", ""])[:3]
        if name.endswith("_"): continue
        for n in [name] + [a for a in acronyms.split(",") if a and not a.endswith("_")]: orgs[fold(n)] = wikidata

    def table(name, comment, rows):
        print(f"\n// {comment}\nconstexpr char {name}_text[] =")
        line = ""
        for row in sorted(rows, key=lambda r: r.split("\t")[0].encode()):
            assert row.isascii(), row
            line += row + "\n"
            if len(line) > 96:
                print('    "' + line.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t").replace("\n", "\\n") + '"')
                line = ""
        print('    "' + line.replace("\t", "\\t").replace("\n", "\\n") + '";')
        print(f"const Table {name}{{{name}_text, sizeof({name}_text) - 1}};")

    print("""// Generated by generate.py: do not edit. Places, organisations, names and common words.
//
// Sources: country-codes by datahub.io (PDDL); GeoNames (CC BY 4.0, https://www.geonames.org); popular names by
// country (CC0); name databases by smashew (Unlicense); compromise by Spencer Kelly (MIT); Wikidata identifiers (CC0);
// counts over news text. Keys are folded (fold.h) and sorted by bytes; a row is "key\\n" or "key\\tvalue\\n".
// clang-format off
#include "tagger/lexica/tables.h"

namespace newsgloss::lexica {""")
    table("places", "kind (C country, K capital, P city or province, R region or water, D people), ISO 3166, Wikidata",
          ["\t".join((k, " ".join(v).rstrip() if v[1] or not v[2] else f"{v[0]} - {v[2]}")) for k, v in places.items()])
    table("organizations", "Wikidata identifier, where we state one", [f"{k}\t{v}" if v else k for k, v in orgs.items()])
    table("given_names", "f female, m male, u both or unknown", [f"{k}\t{v}" for k, v in given.items()])
    table("surnames", "common surnames", list(surnames - set(places)))
    table("common_words", "words that news writes in lower case", list(common))
    print("\n}  // namespace newsgloss::lexica\n// clang-format on")
    sizes = {n: len(x) for n, x in (("places", places), ("orgs", orgs), ("given", given), ("surnames", surnames), ("common", common))}
    print(sizes, file=sys.stderr)


main()
