/**
 * The extension API of either browser: promises throughout. Chrome calls it `chrome`, Firefox `browser`.
 *
 * @type {any}
 */
export const api = /** @type {any} */ (globalThis).browser ?? /** @type {any} */ (globalThis).chrome;

/** Says something to whoever listens: nobody may, or the extension was updated and this page's script is of the version before. @param {object} message @returns {Promise<any>} the answer, if any */
export async function tell(message) {
  try {
    return await api.runtime.sendMessage(message);
  } catch {
    return undefined; // nobody to tell
  }
}
