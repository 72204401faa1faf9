/** The options page. Each change is stored at once; annotated pages that are open follow. */

import { PALETTE } from "../highlight/palette.js";
import ENGLISH from "../ui/messages/en.js";
import { h } from "../ui/dom.js";
import { allow, alwaysSites, forget, patternsOf } from "./always.js";
import { ENOUGH, GROUNDS, contrast } from "./contrast.js";
import { api } from "./extension-api.js";
import css from "./options.css";
import { adoptStyles } from "./panel/page-styles.js";
import { COLOURED, LANGS, THEMES, TYPES, changeSettings, hostOf, readSettings, resetSettings } from "./settings.js";

/** @typedef {import("./settings.js").Settings} Settings */

/** Types that the card calls alike are told apart here. @type {Record<string, string>} */
const TYPE_NAMES = { GPE: "Countries, cities, provinces", LOC: "Seas, regions, continents", NORP: "Nationalities, religions, parties" };
/** @type {Record<string, string>} */
const LANG_NAMES = { auto: "As the browser", en: "English", es: "Espa\u00f1ol", ar: "\u0627\u0644\u0639\u0631\u0628\u064a\u0629" };
/** @type {Record<string, string>} */
const THEME_NAMES = { auto: "As the article", light: "Light", dark: "Dark" };

/** What browsers give no description of. @type {Record<string, string>} */
const COMMAND_NAMES = { _execute_action: "Press the button", _execute_sidebar_action: "Open the side panel" };

const status = h("p", { class: "note", role: "status" });

/** @param {Partial<Settings>} change */
async function store(change) {
  status.textContent = (await changeSettings(change)) ? "Saved." : "The browser did not let this be stored.";
}

/** @param {Settings} settings */
function types(settings) {
  const chosen = new Set(settings.types);
  const box = (/** @type {string} */ type) =>
    h("label", {}, h("input", { type: "checkbox", name: type, checked: chosen.has(type), onchange: (/** @type {any} */ { target }) => {
      if (target.checked) chosen.add(type);
      else chosen.delete(type);
      void store({ types: [...chosen] });
    } }), TYPE_NAMES[type] ?? /** @type {Record<string, any>} */ (ENGLISH)[`type.${type}`]);
  return h("section", {}, h("fieldset", {}, h("legend", {}, "Names that are marked"), ...TYPES.map(box)));
}

/** @param {Settings} settings */
function colours(settings) {
  const own = structuredClone(settings.colours);
  /** @param {typeof COLOURED[number]} style @param {"light" | "dark"} theme */
  const cell = (style, theme) => {
    const ratio = h("output", { class: "ratio" });
    const name = ENGLISH[`legend.${style}`];
    const input = h("input", { type: "color", name: `${style}-${theme}`, value: own[style]?.[theme] ?? PALETTE[style][theme], ariaLabel: `${name}, on ${theme} pages` });
    const judge = () => {
      const now = contrast(input.value, GROUNDS[theme]);
      ratio.textContent = now < ENOUGH ? `${now.toFixed(1)} too faint` : now.toFixed(1);
      ratio.classList.toggle("low", now < ENOUGH);
    };
    input.oninput = judge;
    input.onchange = () => {
      own[style] = { ...own[style], [theme]: input.value };
      void store({ colours: own });
    };
    judge();
    return h("td", {}, input, ratio);
  };
  const head = h("thead", {}, h("tr", {}, ...["Names", "On light pages", "On dark pages"].map((text) => h("th", { scope: "col" }, text))));
  const rows = COLOURED.map((style) => h("tr", {}, h("th", { scope: "row" }, ENGLISH[`legend.${style}`]), cell(style, "light"), cell(style, "dark")));
  return h("section", {}, h("h2", {}, "Colours"), h("table", {}, head, h("tbody", {}, ...rows)), h("p", { class: "note" }, `The figure is the contrast with the page; below ${ENOUGH} a line is hard to see.`));
}

/** @param {string} title @param {readonly string[]} values @param {Record<string, string>} names @param {string} value @param {(value: string) => void} chosen */
function choice(title, values, names, value, chosen) {
  const options = values.map((one) => h("option", { value: one, selected: one === value }, names[one] ?? one));
  return h("label", {}, title, h("select", { onchange: (/** @type {any} */ { target }) => chosen(target.value) }, ...options));
}

/** @param {Settings} settings */
function sites(settings) {
  const area = h("textarea", { id: "never", name: "never", spellcheck: false, value: settings.never.join("\n"), onchange: () => {
    const never = [...new Set(area.value.split(/\s+/).map(hostOf).filter((host) => host !== null))];
    area.value = never.join("\n");
    void store({ never });
  } });
  return h("section", {}, h("h2", {}, "Sites left alone"), h("label", { htmlFor: "never" }, "One host a line. Newsgloss does nothing there, even when its button is pressed."), area);
}

/** Sites that are always annotated: the browser's own list, drawn anew when that changes. */
async function always() {
  const asked = hostOf(decodeURIComponent(/^#always=(.*)$/.exec(location.hash)?.[1] ?? ""));
  const list = h("ul", { class: "sites" });
  const input = h("input", { id: "always", name: "always", type: "text", spellcheck: false, autocomplete: "off", placeholder: "news.example", value: asked ?? "" });
  const fill = async () => {
    const sites = await alwaysSites();
    list.replaceChildren(
      ...[...sites].map(([host, patterns]) =>
        h("li", {}, host, h("button", { type: "button", ariaLabel: `Remove ${host}`, onclick: async () => {
          const gone = await forget(patterns).catch(() => false);
          status.textContent = gone ? `${host}: only when you press the button.` : `The browser keeps ${host}: take it away among its own settings for extensions.`;
        } }, "Remove")),
      ),
    );
  };
  // The browser asks only in answer to a press, so nothing is waited for before.
  const add = () => {
    const host = hostOf(input.value);
    if (!host) {
      status.textContent = `\u201c${input.value}\u201d is not the name of a site.`;
      return;
    }
    allow(host).then(
      (/** @type {boolean} */ given) => {
        status.textContent = given ? `${host}: articles are annotated as they open.` : `${host}: not allowed.`;
        if (given) input.value = "";
      },
      (/** @type {Error} */ { message }) => (status.textContent = `${patternsOf(host)}: ${message}`),
    );
  };
  api.permissions.onAdded.addListener(fill);
  api.permissions.onRemoved.addListener(fill);
  await fill();
  return h("section", {}, h("h2", {}, "Always on these sites"),
    h("label", { htmlFor: "always" }, "Articles there are annotated as they open, without a press of the button. The browser asks you about each site."),
    h("form", { class: "row", onsubmit: (/** @type {Event} */ event) => {
      event.preventDefault();
      add();
    } }, input, h("button", { type: "submit", name: "always-add" }, "Add")), list);
}

async function keys() {
  const commands = /** @type {{ name: string, description?: string, shortcut?: string }[]} */ (await api.commands.getAll().catch(() => []));
  const rows = commands.map(({ name, description, shortcut }) => h("li", {}, `${description || COMMAND_NAMES[name] || name}: `, h("kbd", {}, shortcut || "none")));
  return h("section", {}, h("h2", {}, "Keys"), h("ul", {}, ...rows), h("p", { class: "note" }, "They are changed among the browser's own settings for extensions."));
}

async function draw() {
  const settings = await readSettings();
  const language = choice("Language of card and panel", LANGS, LANG_NAMES, settings.lang, (lang) => void store({ lang }));
  const theme = choice("Light or dark", THEMES, THEME_NAMES, settings.theme, (value) => void store({ theme: /** @type {Settings["theme"]} */ (value) }));
  const reset = h("button", { type: "button", name: "reset", onclick: async () => {
    const done = await resetSettings();
    await draw();
    status.textContent = done ? "Everything is as at first." : "The browser did not let this be stored.";
  } }, "Reset everything");
  document.body.replaceChildren(
    h("main", {}, h("h1", {}, "Newsgloss options"), types(settings), colours(settings), h("section", {}, h("h2", {}, "Card and panel"), h("div", { class: "row" }, language, theme)), await always(), sites(settings), await keys(), h("section", {}, reset, status), h("p", {}, h("a", { href: "privacy.html" }, "Privacy"), " \u00b7 ", h("a", { href: "welcome.html" }, "How it works"))),
  );
}

adoptStyles(css);
void draw();
