/**
 * The panel's search: every word of the query must stand in the text, at the beginning of a word; accents and case do not count.
 *
 * @param {string} query
 * @returns {(text: string) => boolean}
 */
export function finder(query) {
  const wanted = folded(query).split(" ").filter(Boolean);
  return (text) => {
    if (wanted.length === 0) return true;
    const words = ` ${folded(text)}`;
    return wanted.every((word) => words.includes(` ${word}`));
  };
}

/** "Ána María's" → "ana maria s" @param {string} text */
function folded(text) {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}
