/** Plain text → blocks, as the native command cuts it (src/article/plain_text.cpp). */

/** Characters; a longer line is not one of a wrapped text. */
const WIDEST_WRAP = 120;
/** A wrapped line may fall this short of the width, beside the next word. */
const SLACK = 12;

const LINE_BREAK = /\r\n|[\n\r\f\u0085\u2028\u2029]/;
// eslint-disable-next-line no-control-regex
const BLANK = /^[\0-\x20\x7f-\xa0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u3000\ufeff]+|[\0-\x20\x7f-\xa0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u3000\ufeff]+$/g;

/** @typedef {{ text: string, width: number, indented: boolean }} Line */

/** @param {string} text  decoded, without a byte-order mark @returns {{ text: string }[]} */
export function blocksOfText(text) {
  const lines = text.replaceAll("\0", "\ufffd").split(LINE_BREAK).map(lineOf);
  const width = wrapWidth(lines);
  /** @type {{ text: string }[]} */
  const blocks = [];
  let joins = false;
  for (const [i, line] of lines.entries()) {
    if (line.text && joins && !line.indented) /** @type {{ text: string }} */ (blocks.at(-1)).text += ` ${line.text}`;
    else if (line.text) blocks.push({ text: line.text });
    joins = Boolean(line.text) && width > 0 && Boolean(lines[i + 1]?.text) && !meant(line, lines[i + 1], width);
  }
  return blocks;
}

/** @param {string} whole @returns {Line} */
function lineOf(whole) {
  const text = whole.replace(BLANK, "");
  return { text, width: characters(text), indented: whole.startsWith("  ") || whole.startsWith("\t") };
}

/** @param {string} text */
function characters(text) {
  let count = 0;
  for (let i = 0; i < text.length; i += 1) if ((text.charCodeAt(i) & 0xfc00) !== 0xdc00) count += 1;
  return count;
}

/** Would the next line's first word have fitted on this line? Then the break between them was meant. @param {Line} line @param {Line} next @param {number} width */
const meant = (line, next, width) => line.width + 1 + characters(next.text.split(" ", 1)[0]) + SLACK < width;

/** The width of a text whose paragraphs are wrapped and set apart by blank lines; 0 where each line is a block. @param {Line[]} lines */
function wrapWidth(lines) {
  const width = lines.reduce((most, line) => Math.max(most, line.width), 0);
  const blank = lines.slice(1, -1).some((line) => !line.text);
  if (!blank || width > WIDEST_WRAP || width < 30) return 0;
  let inner = 0;
  let open = 0; // full lines that end in the middle of a sentence
  for (let i = 0; i + 1 < lines.length; i += 1) {
    if (!lines[i].text || !lines[i + 1].text) continue;
    inner += 1;
    if (!meant(lines[i], lines[i + 1], width) && !/[.!?"]$/.test(lines[i].text)) open += 1;
  }
  return inner > 0 && open * 2 >= inner ? width : 0;
}
