const GAP = 8;
const MARGIN = 12;
/** What a card gets however little room there is: then it lies over its anchor. */
const LEAST = 150;

/**
 * How high a card may be so that it can lie under or above its anchor, not over it.
 *
 * @param {{ top: number, bottom: number }} anchor
 * @param {{ height: number }} window
 */
export const heightBeside = (anchor, window) => Math.max(window.height - anchor.bottom, anchor.top, LEAST + GAP + MARGIN) - GAP - MARGIN;

/**
 * Where a card goes beside its anchor: under it, above it where there is no room, always inside the window.
 *
 * @param {{ width: number, height: number }} card
 * @param {{ left: number, right: number, top: number, bottom: number }} anchor  in the window
 * @param {{ left?: number, width: number, height: number }} window  or what of it is free: from `left` to `width`
 * @returns {{ left: number, top: number }}
 */
export function placeBeside(card, anchor, window) {
  const below = anchor.bottom + GAP;
  const above = anchor.top - GAP - card.height;
  const roomBelow = window.height - MARGIN - below;
  const roomAbove = anchor.top - GAP - MARGIN;
  const top = roomBelow >= card.height || roomBelow >= roomAbove ? below : above;
  const middle = (anchor.left + Math.min(anchor.right, anchor.left + 160)) / 2;
  const edge = (window.left ?? 0) + MARGIN;
  return {
    left: clamp(middle - card.width / 4, edge, window.width - MARGIN - card.width),
    top: clamp(top, MARGIN, window.height - MARGIN - card.height),
  };
}

/** @param {number} value @param {number} low  wins over `high` @param {number} high */
function clamp(value, low, high) {
  return Math.max(low, Math.min(value, high));
}
