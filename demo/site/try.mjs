// What try.html does: reads the story that was picked or pasted, shows it as chosen, and writes the tag for that choice. One
// engine for all; a change of what is shown attaches the annotations that are there already.

/** @type {typeof import("../../web/index.js")} */
const { attach, createAnnotator, readPage } = await import(/** @type {any} */ ("/newsgloss/index.js"));

/** @template {Element} [T=HTMLElement] @param {string} selector @returns {T} */
const $ = (selector) => /** @type {T} */ (/** @type {unknown} */ (document.querySelector(selector)));
const pick = /** @type {HTMLSelectElement} */ ($("#pick"));
const text = /** @type {HTMLTextAreaElement} */ ($("#text"));
const stage = $(".stage");
const paper = $("#story");
const status = $("#status");
const snippet = $("#snippet");
const copy = $("#copy");

const GREY = ["person", "organisation", "place", "group", "thing"];
const INK = "#808080";

/** @type {import("../../web/index.js").Session | null} */
let session = null;
/** @type {import("../../web/schema.js").Annotations | null} */
let annotations = null;
/** Ends the reading in progress when another begins. */
let reading = new AbortController();

const making = createAnnotator();

/** @param {string} name */
const inputs = (name) => /** @type {HTMLInputElement[]} */ ([...document.querySelectorAll(`input[name="${name}"], input[data-group="${name}"]`)]);
/** @param {string} name */
const chosen = (name) => inputs(name).filter(({ checked }) => checked).map(({ value }) => value);

function choice() {
  const types = chosen("types").flatMap((value) => value.split(","));
  const layers = /** @type {import("../../web/highlight/marks.js").Layer[]} */ (types.length > 0 ? ["names", ...chosen("layers")] : chosen("layers"));
  const theme = /** @type {"auto" | "light" | "dark"} */ (chosen("theme")[0]);
  const everything = [...inputs("types"), ...inputs("layers")].every(({ checked }) => checked);
  return { types, layers, theme, everything, grey: chosen("marks")[0] === "ink" };
}

/** The tag, as it must be written for what is chosen. */
function tagOf() {
  const { types, layers, theme, grey } = choice();
  const allTypes = inputs("types").every(({ checked }) => checked);
  const allLayers = inputs("layers").every(({ checked }) => checked) && types.length > 0;
  const lines = ["<script async", '  src="/newsgloss/newsgloss.js"', '  data-root="article"'];
  if (!allTypes && types.length > 0) lines.push(`  data-types="${types.join(",")}"`);
  if (!allLayers) lines.push(`  data-layers="${layers.join(",")}"`);
  if (theme !== "auto") lines.push(`  data-theme="${theme}"`);
  const tag = `${lines.join("\n")}></script>`;
  return grey ? `${tag}\n\n/* in your style sheet */\narticle {\n${GREY.map((mark) => `  --newsgloss-${mark}: ${INK};`).join("\n")}\n}` : tag;
}

/** The picked story's article, without what its page puts around and between. @param {string} id @param {AbortSignal} signal */
async function storyOf(id, signal) {
  const response = await fetch(`${id}.html`, { signal });
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const article = /** @type {HTMLElement} */ (page.querySelector("article"));
  for (const other of article.querySelectorAll("nav, aside, article > footer")) other.remove();
  for (const link of article.querySelectorAll("a")) link.replaceWith(...link.childNodes);
  const published = page.querySelector("meta[property='article:published_time']")?.getAttribute("content") ?? null;
  return { article: document.adoptNode(article), published };
}

/** @param {string} words */
function articleOf(words) {
  const article = document.createElement("article");
  const lines = words.split(/\n+/).map((line) => line.trim()).filter(Boolean);
  article.append(
    ...lines.map((line, index) => Object.assign(document.createElement(index === 0 && lines.length > 1 ? "h1" : "p"), { textContent: line })),
  );
  return { article, published: null };
}

/** Shows what is there as it is chosen now. */
async function show() {
  const { types, layers, theme, grey, everything } = choice();
  snippet.textContent = tagOf();
  stage.dataset.theme = theme;
  for (const mark of GREY) {
    if (grey) paper.style.setProperty(`--newsgloss-${mark}`, INK);
    else paper.style.removeProperty(`--newsgloss-${mark}`);
  }
  session?.destroy();
  session = null;
  const article = paper.querySelector("article");
  if (!article || !annotations) return;
  const { signal } = reading;
  session = await attach(article, { annotations, types: everything ? undefined : types, layers, theme: "auto", signal });
}

/** Reads anew. @param {(signal: AbortSignal) => Promise<{ article: HTMLElement, published: string | null }>} story */
async function read(story) {
  reading.abort();
  reading = new AbortController();
  const { signal } = reading;
  session?.destroy();
  session = null;
  annotations = null;
  try {
    const { article, published } = await story(signal);
    signal.throwIfAborted();
    paper.replaceChildren(article);
    snippet.textContent = tagOf();
    const annotator = await making;
    const page = await readPage(document, { root: article, signal });
    if (!page) throw new Error("There is no text to read in it.");
    const began = performance.now();
    annotations = await annotator.annotate({ ...page.article, published }, { signal });
    const took = Math.max(1, Math.round(performance.now() - began));
    await show();
    const { entities, quotes, captions } = annotations;
    const people = entities.filter(({ type }) => type === "PERSON").length;
    const counted = [[people, "person", "people"], [entities.length - people, "other name", "other names"], [quotes.length, "quote", "quotes"], [captions.length, "picture", "pictures"]];
    const found = counted.filter(([count]) => Number(count) > 0).map(([count, one, many]) => `${count} ${count === 1 ? one : many}`);
    status.textContent = `${found.join(", ") || "Nothing found"}. Read in ${took} ms. Point at a mark.`;
  } catch (error) {
    if (signal.aborted) return;
    status.textContent = /** @type {Error} */ (error).message;
  }
}

function readPicked() {
  const own = pick.value === "";
  $(".own").hidden = !own;
  if (own) text.focus();
  else void read((signal) => storyOf(pick.value, signal));
}

pick.addEventListener("change", readPicked);
$("#read").addEventListener("click", () => {
  if (text.value.trim()) void read(async () => articleOf(text.value));
});
for (const name of ["types", "layers", "theme", "marks"]) for (const input of inputs(name)) input.addEventListener("change", () => void show());
copy.addEventListener("click", async () => {
  await navigator.clipboard.writeText(snippet.textContent ?? "").catch(() => getSelection()?.selectAllChildren(snippet));
  copy.textContent = "Copied";
  setTimeout(() => (copy.textContent = "Copy"), 1500);
});
readPicked();
