/**
 * Pages that Newsgloss leaves alone, whatever is clicked: those that show a field for a password, a card or a one-time code (also
 * in open shadow roots and in frames of the same site), and those of mail and banking. It errs on the side of leaving a page alone.
 * Not seen: closed shadow roots and frames of other sites, which are not read either.
 *
 * @param {Document} document
 * @param {string} [hostname]
 */
export function isSensitive(document, hostname = document.location?.hostname ?? "") {
  return isSensitiveHost(hostname) || asksForSecret(document);
}

export const FIELDS = ["input[type=password]", "input[autocomplete^=cc-]", "input[autocomplete=one-time-code]"];

/** First names of hosts that mail, banks and sign-in pages go by; an expression's source, which hint.js builds on too. */
export const LABEL = "(?:web)?mail\\d*|(?:e|i|net|online|internet)?-?banking|login|signin|sign-in|sso|auth|accounts";
const LABELS = new RegExp(`^(?:${LABEL})$`);

/** Mail and money under names that do not say so, and hosts below them. Of our own knowledge of the services. */
export const HOSTS = [
  "outlook.live.com", "outlook.office.com", "outlook.office365.com", "app.fastmail.com", "app.tuta.com", "paypal.com", "wise.com",
  "revolut.com", "chase.com", "bankofamerica.com", "wellsfargo.com", "hsbc.com", "barclays.co.uk", "lloydsbank.com", "santander.com", "bbva.com",
];

/** A domain that is given to banks alone. */
export const BANK = ".bank";

/** @param {string} hostname */
export function isSensitiveHost(hostname) {
  const host = hostname.toLowerCase();
  return host.endsWith(BANK) || host.split(".").slice(0, -2).some((label) => LABELS.test(label)) || HOSTS.some((one) => host === one || host.endsWith(`.${one}`));
}

/** @param {Document | ShadowRoot} root @returns {boolean} */
function asksForSecret(root) {
  for (const field of root.querySelectorAll(FIELDS.join())) if (isShown(field)) return true;
  for (const element of root.querySelectorAll("*")) {
    if (element.shadowRoot && asksForSecret(element.shadowRoot)) return true;
    if (!/^i?frame$/i.test(element.localName)) continue;
    const inside = documentOf(/** @type {HTMLIFrameElement} */ (element));
    if (inside && isShown(element) && asksForSecret(inside)) return true;
  }
  return false;
}

/** A log-in form that waits unseen asks for nothing yet. @param {Element} element */
function isShown(element) {
  return element.checkVisibility({ visibilityProperty: true });
}

/** @param {HTMLIFrameElement} frame */
function documentOf(frame) {
  try {
    return frame.contentDocument;
  } catch {
    return null; // of another site
  }
}
