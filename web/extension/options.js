/** The options page. Each change is stored at once; annotated pages that are open follow. */

import { PALETTE } from "../highlight/palette.js";
import { h } from "../ui/dom.js";
import { allow, alwaysSites, forget } from "./always.js";
import { ENOUGH, GROUNDS, contrast } from "./contrast.js";
import { api } from "./extension-api.js";
import css from "./options.css";
import { showPage } from "./own-page.js";
import { adoptStyles } from "./panel/page-styles.js";
import { COLOURED, LANGS, THEMES, TYPES, changeSettings, hostOf, resetSettings } from "./settings.js";
import { OPTIONS } from "./words.js";

/** @typedef {import("./settings.js").Settings} Settings */
/** @typedef {import("./own-page.js").Page<"options">} Page */
/** @typedef {Parameters<Page["words"]>} Said */

/** Each language in its own words. @type {Record<string, string>} */
const LANG_NAMES = { en: "English", es: "Espa\u00f1ol", ar: "\u0627\u0644\u0639\u0631\u0628\u064a\u0629" };

/** What was done last, in the language that the page has now. */
const status = h("p", { class: "note", role: "status" });
/** @type {Said | null} */
let last = null;
/** @type {Page["words"]} */
let words;

/** @param {Said} what */
function say(...what) {
  last = what;
  status.textContent = words(...what);
}

/** @param {Partial<Settings>} change */
async function store(change) {
  say((await changeSettings(change)) ? "saved" : "notSaved");
}

/** @param {Page} page */
function look({ settings }) {
  const languages = LANGS.map((lang) => h("option", { value: lang, selected: lang === settings.lang, ...(lang === "auto" ? {} : { lang }) }, LANG_NAMES[lang] ?? words("lang.auto")));
  const themes = THEMES.map((theme) => h("option", { value: theme, selected: theme === settings.theme }, words(`theme.${theme}`)));
  /** @param {"lang" | "theme"} name @param {HTMLElement[]} options */
  const choice = (name, options) =>
    h("label", {}, words(name), h("select", { name, onchange: (/** @type {any} */ { target }) => void store({ [name]: target.value }) }, ...options));
  return h("section", {}, h("h2", {}, words("look")), h("div", { class: "row" }, choice("lang", languages), choice("theme", themes)));
}

/** Types that the card calls alike are told apart here. @param {Page} page */
function types({ settings, messages }) {
  const chosen = new Set(settings.types);
  const name = (/** @type {string} */ type) => (type === "GPE" || type === "LOC" || type === "NORP" ? words(`type.${type}`) : messages.type(type));
  const box = (/** @type {string} */ type) =>
    h("label", {}, h("input", { type: "checkbox", name: type, checked: chosen.has(type), onchange: (/** @type {any} */ { target }) => {
      if (target.checked) chosen.add(type);
      else chosen.delete(type);
      void store({ types: [...chosen] });
    } }), name(type));
  return h("section", {}, h("fieldset", {}, h("legend", {}, words("types")), ...TYPES.map(box)));
}

/** @param {Page} page */
function colours({ settings, messages }) {
  const own = structuredClone(settings.colours);
  const { format } = new Intl.NumberFormat(messages.lang, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  /** @param {typeof COLOURED[number]} style @param {"light" | "dark"} theme */
  const cell = (style, theme) => {
    const ratio = h("output", { class: "ratio" });
    const name = messages.one("legend", style);
    const input = h("input", { type: "color", name: `${style}-${theme}`, value: own[style]?.[theme] ?? PALETTE[style][theme], ariaLabel: words(`colour.${theme}`, { name }) });
    const judge = () => {
      const now = contrast(input.value, GROUNDS[theme]);
      ratio.textContent = now < ENOUGH ? words("faint", { ratio: format(now) }) : format(now);
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
  const head = h("thead", {}, h("tr", {}, ...[words("names"), words("on.light"), words("on.dark")].map((text) => h("th", { scope: "col" }, text))));
  const rows = COLOURED.map((style) => h("tr", {}, h("th", { scope: "row" }, messages.one("legend", style)), cell(style, "light"), cell(style, "dark")));
  return h("section", {}, h("h2", {}, words("colours")), h("table", {}, head, h("tbody", {}, ...rows)), h("p", { class: "note" }, words("contrast", { enough: ENOUGH })));
}

/** @param {Page} page */
function sites({ settings }) {
  const area = h("textarea", { id: "never", name: "never", dir: "ltr", spellcheck: false, value: settings.never.join("\n"), onchange: () => {
    const never = [...new Set(area.value.split(/\s+/).map(hostOf).filter((host) => host !== null))];
    area.value = never.join("\n");
    void store({ never });
  } });
  return h("section", {}, h("h2", {}, words("never")), h("label", { htmlFor: "never" }, words("neverNote")), area);
}

/** Sites that are always annotated: the browser's own list, drawn anew when that changes. @param {Page} page */
async function always({ signal }) {
  const asked = hostOf(decodeURIComponent(/^#always=(.*)$/.exec(location.hash)?.[1] ?? ""));
  // In another language, what was being written is still there.
  const typed = /** @type {HTMLInputElement | null} */ (document.getElementById("always"))?.value;
  const list = h("ul", { class: "sites" });
  const input = h("input", { id: "always", name: "always", type: "text", dir: "ltr", spellcheck: false, autocomplete: "off", placeholder: "news.example", value: typed ?? asked ?? "" });
  const fill = async () => {
    const sites = await alwaysSites();
    list.replaceChildren(
      ...[...sites].map(([host, patterns]) =>
        h("li", {}, h("bdi", {}, host), h("button", { type: "button", ariaLabel: words("removeSite", { host }), onclick: async () => {
          const gone = await forget(patterns).catch(() => false);
          say(gone ? "removed" : "kept", { host });
        } }, words("remove"))),
      ),
    );
  };
  // The browser asks only in answer to a press, so nothing is waited for before.
  const add = () => {
    const host = hostOf(input.value);
    if (!host) {
      say("notSite", { text: input.value });
      return;
    }
    allow(host).then(
      (/** @type {boolean} */ given) => {
        say(given ? "allowed" : "refused", { host });
        if (given) input.value = "";
      },
      (/** @type {Error} */ { message }) => say("notAsked", { host, reason: message }),
    );
  };
  for (const event of [api.permissions.onAdded, api.permissions.onRemoved]) {
    event.addListener(fill);
    signal.addEventListener("abort", () => event.removeListener(fill), { once: true });
  }
  await fill();
  return h("section", {}, h("h2", {}, words("always")),
    h("label", { htmlFor: "always" }, words("alwaysNote")),
    h("form", { class: "row", onsubmit: (/** @type {Event} */ event) => {
      event.preventDefault();
      add();
    } }, input, h("button", { type: "submit", name: "always-add" }, words("add"))), list);
}

/** What browsers describe is in their own language; the keys of ours are named in the page's. */
async function keys() {
  const commands = /** @type {{ name: string, description?: string, shortcut?: string }[]} */ ((await api.commands?.getAll().catch(() => [])) ?? []);
  const rows = commands.map(({ name, description, shortcut }) => {
    const key = `key.${name}`;
    const what = key in OPTIONS.en ? words(/** @type {keyof typeof OPTIONS.en} */ (key)) : description || name;
    return h("li", {}, what, shortcut ? h("kbd", { dir: "ltr" }, shortcut) : h("span", { class: "none" }, words("noKeys")));
  });
  return h("section", {}, h("h2", {}, words("keys")), h("ul", { class: "sites" }, ...rows), h("p", { class: "note" }, words("keysNote")));
}

/** @param {Page} page */
async function draw(page) {
  words = page.words;
  const reset = h("button", { type: "button", name: "reset", onclick: async () => {
    const done = await resetSettings();
    await page.again();
    say(done ? "resetDone" : "notSaved");
  } }, words("reset"));
  const parts = [look(page), types(page), colours(page), await always(page), sites(page), await keys(), h("section", {}, reset, status)];
  if (last) say(...last);
  return h("main", {}, h("h1", {}, words("title")), ...parts, h("p", { class: "links" }, h("a", { href: "privacy.html" }, words("privacy")), h("a", { href: "welcome.html" }, words("welcome"))));
}

adoptStyles(css);
void showPage(OPTIONS, draw);
