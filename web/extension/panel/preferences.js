/**
 * How the reader wants the extension to look, as far as the side panel is concerned.
 *
 * @typedef {{ theme: "auto" | "light" | "dark", lang: string }} Preferences
 */

/** @returns {Promise<Preferences>} */
export async function readPreferences() {
  return { theme: "auto", lang: "auto" };
}

/** Calls back when they are others. @param {() => void} _changed @param {AbortSignal} _signal */
export function watchPreferences(_changed, _signal) {}
