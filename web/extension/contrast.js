/**
 * Contrast of two colours, as WCAG 2.2 has it: 1 (the same) to 21 (black on white). Lines need 3 (1.4.11).
 * https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
 */

export const ENOUGH = 3;

/** What lines stand on: the lightest and darkest grounds that articles usually have. */
export const GROUNDS = { light: "#ffffff", dark: "#1c2126" };

/** @param {string} a  "#rrggbb" @param {string} b */
export function contrast(a, b) {
  const [low, high] = [luminance(a), luminance(b)].sort((one, other) => one - other);
  return (high + 0.05) / (low + 0.05);
}

/** @param {string} colour */
function luminance(colour) {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
