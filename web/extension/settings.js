/**
 * The reader's settings: one item, `settings`, of synchronised storage. What comes from there may be anything (an older version
 * of the extension, a newer one on another machine, damage): each field that is not as it should be is the default's, the rest
 * stays. Where nothing can be stored, the defaults hold and nothing fails.
 *
 * @typedef {import("../highlight/palette.js").Theme} Theme
 * @typedef {{ light?: string, dark?: string }} Colour  "#rrggbb" on light and on dark pages; left out: the palette's
 *
 * @typedef {object} Settings
 * @property {number} version  of the schema
 * @property {string[]} types  entity types that are marked
 * @property {Record<string, Colour>} colours  of the lines under names, by style
 * @property {string} lang  of the interface: "auto", or one that there is a catalogue of
 * @property {"auto" | Theme} theme
 * @property {string[]} never  hosts that are left alone
 */

import { STYLE_OF_TYPE } from "../highlight/marks.js";
import { LANGUAGES } from "../ui/messages.js";
import { api } from "./extension-api.js";

export const VERSION = 2;
export const TYPES = Object.keys(STYLE_OF_TYPE);
/** The lines whose colour can be chosen. */
export const COLOURED = /** @type {const} */ (["person", "organisation", "place", "group", "thing"]);
export const THEMES = /** @type {const} */ (["auto", "light", "dark"]);
export const LANGS = ["auto", ...LANGUAGES];

const KEY = "settings";
/** An item of synchronised storage holds 8 KB. */
const MAX_SITES = 150;
const COLOUR = /^#[0-9a-f]{6}$/i;

/** @returns {Settings} */
export const defaults = () => ({ version: VERSION, types: [...TYPES], colours: {}, lang: "auto", theme: "auto", never: [] });

/**
 * What each version's settings become in the next. Version 1 named the types that are hidden, and had one colour for light and dark.
 *
 * @type {Record<number, (old: Record<string, any>) => Record<string, any>>}
 */
const MIGRATIONS = {
  1: ({ hidden, colours, ...rest }) => ({
    ...rest,
    version: 2,
    types: Array.isArray(hidden) ? TYPES.filter((type) => !hidden.includes(type)) : undefined,
    colours: Object.fromEntries(Object.entries(Object(colours)).map(([style, colour]) => [style, { light: colour }])),
  }),
};

/** Settings out of anything. @param {unknown} stored @returns {Settings} */
export function settingsFrom(stored) {
  const usual = defaults();
  if (typeof stored !== "object" || stored === null) return usual;
  let found = /** @type {Record<string, any>} */ (stored);
  while (MIGRATIONS[found.version]) found = MIGRATIONS[found.version](found);
  return {
    version: VERSION,
    types: Array.isArray(found.types) ? TYPES.filter((type) => found.types.includes(type)) : usual.types,
    colours: coloursFrom(found.colours),
    lang: LANGS.includes(found.lang) ? found.lang : usual.lang,
    theme: THEMES.includes(found.theme) ? found.theme : usual.theme,
    never: Array.isArray(found.never) ? [...new Set(found.never.map(hostOf).filter((host) => host !== null))].slice(0, MAX_SITES) : usual.never,
  };
}

/** @param {unknown} stored */
function coloursFrom(stored) {
  /** @type {Settings["colours"]} */
  const colours = {};
  for (const style of COLOURED) {
    const given = Object(Object(stored)[style]);
    const kept = Object.fromEntries(["light", "dark"].filter((theme) => COLOUR.test(given[theme])).map((theme) => [theme, given[theme]]));
    if (Object.keys(kept).length > 0) colours[style] = kept;
  }
  return colours;
}

/** The host of what a reader wrote: an address, or a host alone. @param {unknown} text @returns {string | null} */
export function hostOf(text) {
  if (typeof text !== "string" || text.trim() === "") return null;
  try {
    const { protocol, hostname } = new URL(/^[a-z][a-z0-9+.-]*:\/\//i.test(text.trim()) ? text.trim() : `https://${text.trim()}`);
    return /^https?:$/.test(protocol) && hostname !== "" ? hostname.replace(/^www\./, "") : null;
  } catch {
    return null;
  }
}

/** Is this site, or one that it is part of, to be left alone? @param {Settings} settings @param {string} hostname */
export function isNever({ never }, hostname) {
  return never.some((host) => hostname === host || hostname.endsWith(`.${host}`));
}

/** @returns {Promise<Settings>} */
export async function readSettings() {
  try {
    return settingsFrom((await api.storage.sync.get(KEY))[KEY]);
  } catch {
    return defaults();
  }
}

/** @param {Partial<Settings>} change @returns {Promise<boolean>} whether it could be stored */
export async function changeSettings(change) {
  try {
    await api.storage.sync.set({ [KEY]: settingsFrom({ ...(await readSettings()), ...change }) });
    return true;
  } catch {
    return false;
  }
}

/** @returns {Promise<boolean>} */
export const resetSettings = () => changeSettings(defaults());

/** @param {(settings: Settings) => void} changed @param {AbortSignal} signal */
export function watchSettings(changed, signal) {
  const { onChanged } = api.storage?.sync ?? {};
  const listener = (/** @type {Record<string, { newValue?: unknown }>} */ changes) => {
    if (KEY in changes) changed(settingsFrom(changes[KEY].newValue));
  };
  onChanged?.addListener(listener);
  signal.addEventListener("abort", () => onChanged?.removeListener(listener), { once: true });
}
