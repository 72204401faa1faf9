/**
 * The extension API of either browser: promises throughout. Chrome calls it `chrome`, Firefox `browser`.
 *
 * @type {any}
 */
export const api = /** @type {any} */ (globalThis).browser ?? /** @type {any} */ (globalThis).chrome;
