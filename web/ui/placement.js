/**
 * Where a card goes beside its anchor: under it, above it where there is no room, always inside the window.
 *
 * @param {{ width: number, height: number }} card
 * @param {{ left: number, right: number, top: number, bottom: number }} anchor  in the window
 * @param {{ left?: number, width: number, height: number }} window  or what of it is free: from `left` to `width`
 * @returns {{ left: number, top: number }}
 */
export function placeBeside(card, anchor, window) {
  const gap = 8;
  const margin = 12;
  const below = anchor.bottom + gap;
  const above = anchor.top - gap - card.height;
  const roomBelow = window.height - margin - below;
  const roomAbove = anchor.top - gap - margin;
  const top = roomBelow >= card.height || roomBelow >= roomAbove ? below : above;
  const middle = (anchor.left + Math.min(anchor.right, anchor.left + 160)) / 2;
  const edge = (window.left ?? 0) + margin;
  return {
    left: clamp(middle - card.width / 4, edge, window.width - margin - card.width),
    top: clamp(top, margin, window.height - margin - card.height),
  };
}

/** @param {number} value @param {number} low  wins over `high` @param {number} high */
function clamp(value, low, high) {
  return Math.max(low, Math.min(value, high));
}
