/**
 * Contrast after WCAG 2.2 (relative luminance; 1.4.3 asks 4.5:1 of text, 1.4.11 asks 3:1 of lines), and the colours that
 * have it on the ground that a page really has.
 *
 * @typedef {import("./palette.js").StyleName} StyleName
 * @typedef {import("./palette.js").Theme} Theme
 * @typedef {readonly [red: number, green: number, blue: number, alpha: number]} Colour  sRGB, 0 to 255; alpha 0 to 1
 * @typedef {Record<StyleName, string>} Colours
 */

import { PALETTE } from "./palette.js";

const LINE = 3;
const TEXT = 4.5;
/** Of the way to black or white, or of a tint's strength, that is gone at once, and how often at most. */
const STEP = 0.1;
const STEPS = 30;

/**
 * A colour as CSS computes it, or as the palette has it: `#rrggbb`, `rgb()`, `color()`, `lab()` and their like. Of the
 * perceptual spaces the grey of the same luminance is taken. Null for what is none of them.
 *
 * @param {string} text
 * @returns {Colour | null}
 */
export function colourOf(text) {
  const [, hex] = /^#([\da-f]{6})$/i.exec(text) ?? [];
  if (hex) return [parseInt(hex.slice(0, 2), 16), parseInt(hex.slice(2, 4), 16), parseInt(hex.slice(4), 16), 1];
  const [, notation, body] = /^([\w-]+)\((.*)\)$/.exec(text) ?? [];
  if (!notation) return null;
  // The name of a colour space may hold a digit ("display-p3").
  const [a = 0, b = 0, c = 0, alpha = 1] = (body.match(/(?<![\w-])-?[\d.]+%?/g) ?? []).map((number) => parseFloat(number) / (number.endsWith("%") ? 100 : 1));
  if (notation.startsWith("rgb")) return [a, b, c, alpha];
  if (notation === "color") return [a * 255, b * 255, c * 255, alpha];
  if (!/^(ok)?l(ab|ch)$/.test(notation)) return null;
  const lightness = a > 1 ? a : a * 100;
  const luminous = notation.startsWith("ok") ? a ** 3 : lightness > 8 ? ((lightness + 16) / 116) ** 3 : lightness / 903.3;
  const grey = 255 * (luminous <= 0.0031308 ? luminous * 12.92 : 1.055 * luminous ** (1 / 2.4) - 0.055);
  return [grey, grey, grey, alpha];
}

/** What is seen of a colour on an opaque ground. @param {Colour} colour @param {Colour} ground @returns {Colour} */
export function over([red, green, blue, alpha], ground) {
  return [mix(ground[0], red, alpha), mix(ground[1], green, alpha), mix(ground[2], blue, alpha), 1];
}

/** 0 to 1. @param {Colour} colour */
export function luminance([red, green, blue]) {
  const [r, g, b] = [red, green, blue].map((channel) => {
    const value = Math.min(Math.max(channel / 255, 0), 1);
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** 1 to 21. @param {Colour} a @param {Colour} b */
export function contrast(a, b) {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/**
 * The palette's colours, moved no further than the ground asks: lines towards black or white until they have 3:1 against
 * it and against each tint on it, tints fainter until the text on them has 4.5:1 (or what it has without them, if less).
 *
 * @param {Theme} theme
 * @param {Colour} ground  opaque
 * @param {Colour} text
 * @returns {Colours}
 */
export function coloursOn(theme, ground, text) {
  const needed = Math.min(TEXT, contrast(text, ground));
  /** @type {Colour[]} */
  const grounds = [ground];
  /** @type {[string, string][]} */
  const found = [];
  for (const [style, { line, [theme]: value }] of Object.entries(PALETTE)) {
    if (line) continue;
    let tint = /** @type {Colour} */ (colourOf(value));
    for (let step = 0; step < STEPS && contrast(text, over(tint, ground)) < needed; step += 1) tint = [tint[0], tint[1], tint[2], tint[3] * (1 - STEP)];
    grounds.push(over(tint, ground));
    found.push([style, written(tint)]);
  }
  const away = luminance(ground) > 0.18 ? 0 : 255;
  for (const [style, { line, [theme]: value }] of Object.entries(PALETTE)) {
    if (!line) continue;
    let colour = /** @type {Colour} */ (colourOf(value));
    for (let step = 0; step < STEPS && grounds.some((one) => contrast(colour, one) < LINE); step += 1) colour = /** @type {Colour} */ (/** @type {unknown} */ (over([away, away, away, STEP], colour).map(Math.round)));
    found.push([style, written(colour)]);
  }
  return /** @type {Colours} */ (Object.fromEntries(found));
}

/** @param {number} from @param {number} to @param {number} part */
const mix = (from, to, part) => from + (to - from) * part;

/** @param {Colour} colour */
const written = ([red, green, blue, alpha]) => `rgb(${Math.round(red)} ${Math.round(green)} ${Math.round(blue)} / ${+(alpha * 100).toFixed(1)}%)`;
