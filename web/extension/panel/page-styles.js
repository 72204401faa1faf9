/** Styles of the extension's own pages: constructed sheets, so that their Content-Security-Policy needs to allow none. */

/** @param {string} css */
export function adoptStyles(css) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

/** Light or dark, as the reader chose or the system says. @param {"auto" | "light" | "dark"} theme @param {AbortSignal} signal */
export function followTheme(theme, signal) {
  const night = matchMedia("(prefers-color-scheme: dark)");
  const set = () => (document.documentElement.dataset.theme = theme === "auto" ? (night.matches ? "dark" : "light") : theme);
  set();
  night.addEventListener("change", set, { signal });
}
