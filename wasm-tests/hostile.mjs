// Articles that no editor would print: a generator with a seed, so that a failure can be repeated.
//
// Pieces are drawn from real wire constructions (so that every stage has something to do), from broken quote marks,
// and from characters of which tokenisers and offset counts get wrong first: astral ones, lone surrogates, combining
// marks, joiners, controls, right-to-left text, line and paragraph separators.

/** A 32-bit generator (Mulberry32): small, repeatable, good enough for tests. */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const kinds = [
  "headline", "standfirst", "byline", "dateline", "date", "subheading", "paragraph", "quotation", "list-item",
  "caption", "credit", "furniture",
];

const words = [
  "Minister", "Ana\u00efs", "Otieno", "said", "told", "reporters", "that", "the", "Kenya", "Kenyan", "she", "He",
  "according", "to", "on", "Tuesday", "Nov.", "7", "2025", "$3.7", "million", "45", "percent", "U.S.", "O'Brien",
  "O\u2019Brien", "Mi'kmaw", "China-Central", "Asia", "Ltd.", "Inc", "University", "of", "Nairobi", "lake", "women's",
  "workers'", "don't", "'90s", "20-year-old", "http://a.b/c?d=e#f", "a@b.org", "@handle", "#tag", "R.", "Dr", "Mr.",
  "added", "urged", "called", "for", "expressed", "confidence", "her", "his", "they", "It", "left,", "Photo:", "AP",
  "\u4e60\u8fd1\u5e73", "\u041f\u0443\u0442\u0438\u043d", "\u0627\u0644\u0623\u0645\u0645", "\u05d0\u05d1\u05d2",
  "\ud83d\udc1f", "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67", "\ud83c\uddf0\ud83c\uddea", "e\u0301", "\u0e19\u0e49\u0e33",
  "INTERNATIONAL", "CRIMINAL", "COURT", "Aug", "31", "Sept", "1", "14:30", "p.m.", "yesterday", "last", "week",
];
const marks = [
  ".", ",", ";", ":", "!", "?", "\u2026", "...", "\"", "\u201c", "\u201d", "\u2018", "\u2019", "'", "\u00ab", "\u00bb", "(", ")", "[", "]", "-",
  "\u2013", "\u2014", "--", "/", "&", "%", "$", "\u20ac", "``", "''", "<b>", "&amp;", "\\", "\u00a9",
];
const odd = [
  "\ud83d", "\udc1f", "\udc1f\ud83d", "\u0000", "\u0001", "\u001b[31m", "\u007f", "\u0085", "\u00a0", "\u00ad", "\u200b", "\u200e",
  "\u2028", "\u2029", "\u202e", "\ufeff", "\ufffd", "\uffff", "\t", "\n", "\r\n", "\u0301", "\ufe0f", "\u3000",
];

/** One article. The same `next` gives the same article. */
export function hostileArticle(next, id) {
  const pick = (list) => list[Math.floor(next() * list.length)];
  const upTo = (most) => Math.floor(next() * (most + 1));
  const text = () => {
    let out = "";
    const strangeness = next() * next();
    for (let left = next() < 0.02 ? 3000 : upTo(80); left > 0; left -= 1) {
      const draw = next();
      out += draw < strangeness * 0.5 ? pick(odd) : draw < 0.25 ? pick(marks) : pick(words);
      if (next() < 0.75) out += " ";
    }
    if (next() < 0.03) out += pick([...words, ...marks, ...odd]).repeat(upTo(5000));
    return out;
  };
  const article = { id, blocks: [] };
  if (next() < 0.3) article.lang = pick(["en", "", "fr", "zh-Hans"]);
  if (next() < 0.5) article.published = pick(["2025-11-07", "2024-02-29T23:59:59Z", null, "0001-01-01", "9999-12-31"]);
  if (next() < 0.2) article.url = "https://news.example/\ud83d\udc1f";
  for (let left = upTo(14); left > 0; left -= 1) {
    const block = { text: text() };
    if (next() < 0.7) block.kind = pick(kinds);
    article.blocks.push(block);
  }
  return article;
}
