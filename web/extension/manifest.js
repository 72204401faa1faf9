/**
 * The extension's manifest (Manifest V3), one description for both browsers.
 *
 * Permissions: `activeTab` and `scripting` (the page that the reader clicks on, and no other), `offscreen` in Chrome (the
 * engine's worker; docs/extension.md says why not the background), `sidePanel` in Chrome. `storage` holds the settings;
 * `contextMenus` the one item in the menu of frames (frames.js); `declarativeContent` in Chrome the button's look (hint.js).
 * No host is asked for, but any may be when the reader wants it: one site at a time, by the browser's own question (always.js).
 */

/** Chrome hosts the engine in an offscreen document; Firefox's background is a page and hosts it itself. */
export const BROWSERS = /** @type {const} */ (["chrome", "firefox"]);

/** A word of the manifest's, which the browser takes from `_locales`. @param {keyof import("./words.js").English["manifest"]} key */
const say = (key) => `__MSG_${key}__`;

const ICONS = Object.fromEntries([16, 32, 48, 128].map((size) => [size, `icons/${size}.png`]));

const PANEL = "side-panel.html";
const PANEL_KEYS = "Alt+Shift+J";

/**
 * Chrome's side panel and Firefox's sidebar, and the keys that open them; what those do is Firefox's own, and in Chrome background.js's.
 *
 * @param {typeof BROWSERS[number]} browser
 */
function panelOf(browser) {
  if (browser === "firefox") {
    return {
      sidebar_action: { default_title: "Newsgloss", default_panel: PANEL, default_icon: ICONS, open_at_install: false },
      commands: { _execute_sidebar_action: { suggested_key: { default: PANEL_KEYS } } },
    };
  }
  return {
    side_panel: { default_path: PANEL },
    commands: { "open-panel": { suggested_key: { default: PANEL_KEYS }, description: say("openPanel") } },
  };
}

/** @param {typeof BROWSERS[number]} browser @param {string} version */
export function manifestFor(browser, version) {
  return {
    manifest_version: 3,
    name: say("name"),
    short_name: "Newsgloss",
    version,
    description: say("description"),
    default_locale: "en",
    icons: ICONS,
    action: { default_title: say("action"), default_icon: ICONS },
    permissions: ["activeTab", "scripting", "storage", "contextMenus", ...(browser === "chrome" ? ["declarativeContent", "offscreen", "sidePanel"] : [])],
    optional_host_permissions: ["*://*/*"],
    content_security_policy: { extension_pages: "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'" },
    ...panelOf(browser),
    options_ui: { page: "options.html", open_in_tab: true },
    ...(browser === "chrome"
      ? { minimum_chrome_version: "116", background: { service_worker: "background.js", type: "module" } }
      : {
          background: { page: "background.html" },
          browser_specific_settings: { gecko_android: { strict_min_version: "142.0" }, gecko: { id: "newsgloss@newsgloss.invalid", strict_min_version: "140.0", data_collection_permissions: { required: ["none"] } } },
        }),
  };
}
