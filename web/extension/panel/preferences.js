/**
 * How the reader wants the extension to look, as far as the side panel is concerned: `theme` and `lang` of the stored settings. Where
 * nothing is stored, or the extension may not store, it is as the system says.
 *
 * @typedef {{ theme: "auto" | "light" | "dark", lang: string }} Preferences
 */

import { api } from "../extension-api.js";

const KEYS = ["settings", "theme", "lang"];
const THEMES = ["auto", "light", "dark"];
const LANG = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i;

/** @returns {Promise<Preferences>} */
export async function readPreferences() {
  const stored = (await api.storage?.sync?.get(KEYS).catch(() => null)) ?? {};
  const { theme, lang } = { ...stored, ...stored.settings };
  return { theme: THEMES.includes(theme) ? theme : "auto", lang: LANG.test(lang) ? lang : "auto" };
}

/** Calls back once, when they are others. @param {() => void} changed @param {AbortSignal} signal */
export function watchPreferences(changed, signal) {
  const { onChanged } = api.storage?.sync ?? {};
  if (!onChanged) return;
  const listener = (/** @type {object} */ changes) => {
    if (KEYS.some((key) => key in changes)) changed();
  };
  onChanged.addListener(listener);
  signal.addEventListener("abort", () => onChanged.removeListener(listener), { once: true });
}
