/**
 * Shortcuts: which key does what, as the site (or the reader, in the panel's settings) has it.
 *
 *     new Shortcuts({ next: "j", previous: "k", panel: "Alt+Shift+Q" });     // the others as they are
 *     new Shortcuts(false);                                                   // none
 *
 * A key is one of `KeyboardEvent.key`, with Alt, Ctrl, Meta or Shift before it; "" or false is none. All but `panel` work only
 * while the focus is in Newsgloss (WCAG 2.2, 2.1.4); `panel` works anywhere in the page but where one types, and has no key by
 * default. Escape always closes, and arrows, Home, End and Enter always do what they do in tabs and lists: they are no shortcuts.
 *
 * @typedef {"next" | "previous" | "search" | "panel"} Action
 * @typedef {false | Partial<Record<Action, string | false>>} ShortcutSetting
 */

/** @type {Record<Action, string>} */
const DEFAULTS = { next: "n", previous: "p", search: "/", panel: "" };

const MODIFIERS = /** @type {const} */ (["Alt", "Ctrl", "Meta", "Shift"]);

export class Shortcuts {
  /** The reader's switch. */
  on = true;
  /** @type {Map<Action, string>} */
  #keys = new Map();

  /** @param {ShortcutSetting} [setting] */
  constructor(setting = {}) {
    if (setting === false) return;
    for (const [action, key] of Object.entries({ ...DEFAULTS, ...setting })) {
      if (key && action in DEFAULTS) this.#keys.set(/** @type {Action} */ (action), key);
    }
  }

  /** Those that there are, as they are to be written. */
  get list() {
    return [...this.#keys].map(([action, key]) => ({ action, key: key.length === 1 ? key.toUpperCase() : key }));
  }

  /** @param {KeyboardEvent} event @returns {Action | null} */
  of(event) {
    if (!this.on) return null;
    for (const [action, key] of this.#keys) if (isPressed(key, event)) return action;
    return null;
  }
}

/** @param {string} shortcut @param {KeyboardEvent} event */
function isPressed(shortcut, event) {
  // "+" itself may be the key: "Alt++".
  const names = shortcut.split(/\+(?=.)/);
  const key = names.pop() ?? "";
  const held = { Alt: event.altKey, Ctrl: event.ctrlKey, Meta: event.metaKey, Shift: event.shiftKey };
  const asked = (/** @type {keyof typeof held} */ one) => names.some((name) => name.toLowerCase() === one.toLowerCase());
  // Shift is part of what "?" or "N" is; of a shortcut with modifiers it is one of them.
  const modifiers = MODIFIERS.filter((one) => one !== "Shift" || names.length > 0);
  if (modifiers.some((one) => held[one] !== asked(one))) return false;
  // With Alt, some keyboards write another letter.
  return event.key.toLowerCase() === key.toLowerCase() || (names.length > 0 && event.code.toLowerCase() === `key${key.toLowerCase()}`);
}

/** Where one types, keys are letters. @param {Event} event */
export function isTyping(event) {
  const at = /** @type {HTMLElement | undefined} */ (event.composedPath()[0]);
  return Boolean(at?.isContentEditable) || Boolean(at?.closest?.("select, textarea, input:not([type=radio], [type=checkbox], [type=button], [type=submit])"));
}
