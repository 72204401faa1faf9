/**
 * Dock: the corner that the toolbars of several articles of one page share. Shown are those of the articles in the window,
 * one above the other; where none is in the window, the last that was.
 */

/** @typedef {{ root: Element, toolbar: HTMLElement, inView: boolean }} Docked */

/** Between the feet of two toolbars. */
const HEIGHT_PX = 52;

/** @type {WeakMap<Document, Set<Docked>>} */
const docks = new WeakMap();

/**
 * @param {Element} root
 * @param {HTMLElement} toolbar
 * @param {AbortSignal} signal  leaves
 */
export function dock(root, toolbar, signal) {
  const { ownerDocument } = root;
  const view = /** @type {Window & typeof globalThis} */ (ownerDocument.defaultView);
  const docked = docks.get(ownerDocument) ?? new Set();
  docks.set(ownerDocument, docked);
  const own = { root, toolbar, inView: false };
  docked.add(own);
  arrange(docked);
  const observer = new view.IntersectionObserver((entries) => {
    own.inView = entries[entries.length - 1].isIntersecting;
    if (docked.size > 1) arrange(docked);
  });
  observer.observe(root);
  signal.addEventListener(
    "abort",
    () => {
      observer.disconnect();
      docked.delete(own);
      arrange(docked);
    },
    { once: true },
  );
}

/** @param {Set<Docked>} docked */
function arrange(docked) {
  const all = [...docked];
  let shown = all.filter(({ inView }) => inView);
  if (shown.length === 0) shown = all.filter(({ toolbar }) => !toolbar.classList.contains("away"));
  if (shown.length === 0 || all.every(({ inView }) => !inView)) shown = shown.slice(0, 1);
  for (const { toolbar } of all) {
    const place = shown.findIndex((one) => one.toolbar === toolbar);
    toolbar.classList.toggle("away", place < 0);
    toolbar.style.setProperty("--dock", `${Math.max(place, 0) * HEIGHT_PX}px`);
  }
}
