/**
 * Pages that Newsgloss leaves alone, whatever is clicked: those that ask for a password or a card. A rule of the page's own
 * mark-up, so that no list of sites is needed; it errs on the side of leaving a page alone.
 *
 * @param {Document} document
 */
export function isSensitive(document) {
  return document.querySelector("input[type=password], input[autocomplete^=cc-], input[autocomplete=one-time-code]") !== null;
}
