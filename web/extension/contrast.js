/** The contrast that the options show for a colour of the reader's own: of "#rrggbb", where the page itself is not known. */

import { colourOf, contrast as contrastOf } from "../highlight/contrast.js";

/** What WCAG 2.2 asks of lines (1.4.11). */
export const ENOUGH = 3;

/** What lines stand on: the lightest and darkest grounds that articles usually have. */
export const GROUNDS = { light: "#ffffff", dark: "#1c2126" };

/** 1 (the same) to 21 (black on white); 1 for what is no colour. @param {string} a  "#rrggbb" @param {string} b */
export function contrast(a, b) {
  const [one, other] = [colourOf(a), colourOf(b)];
  return one && other ? contrastOf(one, other) : 1;
}
