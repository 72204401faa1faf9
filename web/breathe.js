/**
 * Lets the page have its turn: resolves in a task of its own, so that two pieces of work never make one long task.
 *
 * @returns {Promise<void>}
 */
export function breathe() {
  const { scheduler } = /** @type {{ scheduler?: { yield?: () => Promise<void> } }} */ (/** @type {unknown} */ (globalThis));
  if (scheduler?.yield) return scheduler.yield();
  return new Promise((resolve) => setTimeout(resolve));
}
