/**
 * Leave to read one frame of another site, once: the browser asks the reader, and what is given is given back as soon as the frame's
 * content script is there. Such a site is on no list: not on that of "always on this site" (always.js), not among the options.
 *
 *     const leave = await askOnce(patterns);      at once in answer to a press, or browsers refuse
 *     if (leave) { … ; await leave.end(); }
 *
 * While the browser's question stands the background may be stopped. What is asked for is therefore noted in storage of the session,
 * which is in memory and ends with the browser; the next background takes away what was given to the one before.
 */

import { api } from "./extension-api.js";

const KEY = "once";

/** What this background asks for. @type {Set<string>} */
const asking = new Set();

/** @returns {Promise<string[]>} */
async function noted() {
  const { [KEY]: patterns } = (await api.storage.session.get(KEY).catch(() => null)) ?? {};
  return Array.isArray(patterns) ? patterns : [];
}

const note = () => api.storage.session.set({ [KEY]: [...asking] }).catch(() => {});

/** Patterns that are given for one reading only. @returns {Promise<Set<string>>} */
export async function onceOnly() {
  return new Set([...asking, ...(await noted())]);
}

/** @param {string} pattern @returns {Promise<{ end: () => Promise<void> } | null>} null where it is refused */
export async function askOnce(pattern) {
  const permissions = { origins: [pattern] };
  // The answers come in the order of the questions, so the first says how it was before.
  const before = api.permissions.contains(permissions);
  asking.add(pattern);
  const answer = api.permissions.request(permissions);
  try {
    if (await before) {
      // A site that the reader allows always: nothing to give back.
      asking.delete(pattern);
      return (await answer) ? { end: async () => {} } : null;
    }
    await note();
    const given = await answer;
    if (given) return { end: () => giveBack(pattern) };
  } catch {
    // Not asked: no press was behind it.
  }
  asking.delete(pattern);
  await note();
  return null;
}

/** @param {string} pattern */
async function giveBack(pattern) {
  await api.permissions.remove({ origins: [pattern] }).catch(() => {}); // held by the browser's own settings
  asking.delete(pattern);
  await note();
}

/** What was given to a background that was stopped before it could give it back. */
export async function giveBackLeftOver() {
  for (const pattern of await noted()) if (!asking.has(pattern)) await giveBack(pattern);
}
