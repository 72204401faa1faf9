// The pages of the demo newspaper as HTML: one story's page, the front page, the lists that its links lead to.
//
// Pure functions from data to text. What always holds: every block of an article is exactly one element's text, in order
// (inline elements only inside it), all of them within <article>; everything else that stands inside <article> stands in
// a nav, an aside or a footer, as on most news sites. No inline script, style or event handler: the pages are served under
// a strict Content-Security-Policy.

import { SECTIONS, STORIES, TOPICS } from "./stories.mjs";

/** @typedef {import("./stories.mjs").Story} Story */
/** @typedef {import("./stories.mjs").Mark} Mark */
/** @typedef {{ kind: string, text: string }} Block */
/** @typedef {{ id: string, url: string, lang: string, published: string, blocks: Block[] }} Article */
/** @typedef {{ story: Story, article: Article }} Page */

export const PAPER = "The Meridian Post";
const MOTTO = "News from every longitude";
const NOTE =
  "The Meridian Post is invented for a demonstration of Newsgloss, and so are its stories and every person in them.";

/** @param {string} text */
export function escapeHtml(text) {
  return text.replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c] ?? c);
}

/** "Tom\u00e1s Arriaga" -> "tomas-arriaga": the fragment under which a page lists somebody. @param {string} name */
export function slug(name) {
  return name
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

/** @param {Page} page */
export function headlineOf({ article }) {
  return article.blocks.find((block) => block.kind === "headline")?.text ?? article.id;
}

/** The writers of a story, as its byline names them. @param {Page} page */
export function authorsOf({ story }) {
  return Object.values(story.marks)
    .flat()
    .filter((mark) => mark.as === "author")
    .map((mark) => mark.phrase);
}

/**
 * The text of a block with its phrases marked up. Throws when a phrase is not in the text: then the words were edited and
 * stories.mjs was not.
 * @param {string} text @param {Mark[]} marks @param {string} published
 */
function inline(text, marks, published) {
  let html = "";
  let at = 0;
  const placed = marks.map((mark) => ({ mark, start: text.indexOf(mark.phrase) })).sort((a, b) => a.start - b.start);
  for (const { mark, start } of placed) {
    if (start < at) throw new Error(`"${mark.phrase}" is not in "${text}", or lies under another mark`);
    html += escapeHtml(text.slice(at, start)) + element(mark, published);
    at = start + mark.phrase.length;
  }
  return html + escapeHtml(text.slice(at));
}

/** @param {Mark} mark @param {string} published */
function element(mark, published) {
  const text = escapeHtml(mark.phrase);
  switch (mark.as) {
    case "author":
      return `<a rel="author" href="about.html#${slug(mark.phrase)}">${text}</a>`;
    case "topic":
      if (!mark.to || !(mark.to in TOPICS)) throw new Error(`no topic "${mark.to}"`);
      return `<a href="topics.html#${mark.to}">${text}</a>`;
    case "time":
      return `<time datetime="${published}">${text}</time>`;
    case "dateline":
      return `<span class="dateline">${text}</span>`;
    default:
      return `<${mark.as}>${text}</${mark.as}>`;
  }
}

/** @param {Page} page @param {number} index */
function blockHtml({ story, article }, index) {
  const { kind, text } = article.blocks[index];
  const marked = () => inline(text, story.marks[index] ?? [], article.published);
  switch (kind) {
    case "headline":
      return `<h1>${marked()}</h1>`;
    case "standfirst":
      return `<p class="standfirst">${marked()}</p>`;
    case "byline":
      return `<p class="byline">${marked()}</p>`;
    case "date":
      return `<p class="date">${marked()}</p>`;
    case "subheading":
      return `<h2>${marked()}</h2>`;
    case "quotation":
      return `<blockquote><p>${marked()}</p></blockquote>`;
    case "list-item":
      return `<li>${marked()}</li>`;
    case "furniture":
      return `<p class="endnote">${marked()}</p>`;
    case "paragraph":
      return `<p>${marked()}</p>`;
    case "caption":
      return figureHtml(story.pictures[index], text, article.id);
    default:
      throw new Error(`${article.id}: no layout for a block of kind "${kind}"`);
  }
}

/** @param {import("./stories.mjs").Picture | undefined} picture @param {string} caption @param {string} id */
function figureHtml(picture, caption, id) {
  if (!picture || !caption.endsWith(picture.credit)) throw new Error(`${id}: no picture or credit for "${caption}"`);
  const description = caption.slice(0, -picture.credit.length).trimEnd();
  return `<figure>
        <img src="pictures/${picture.file}" width="1200" height="750" alt="${escapeHtml(picture.alt)}">
        <figcaption>${escapeHtml(description)} <span class="credit">${escapeHtml(picture.credit)}</span></figcaption>
      </figure>`;
}

/** What stands after a block without being part of the story. @param {Page[]} pages @param {Page} page @param {number} index */
function insertHtml(pages, { story }, index) {
  const insert = story.inserts[index] ?? {};
  const html = [];
  if (insert.pull) {
    html.push(`<aside class="pull" aria-label="Pull quote">
        <p>${escapeHtml(insert.pull.quote)}</p>
        <p class="who">${escapeHtml(insert.pull.who)}</p>
      </aside>`);
  }
  if (insert.related) {
    const here = pages.findIndex((other) => other.story.id === story.id);
    const others = [1, 2].map((step) => pages[(here + step) % pages.length]);
    html.push(`<aside class="related" aria-label="Related stories">
        <p class="label">More from the Post</p>
        <ul>
${others.map((other) => `          <li>${linkTo(other)}</li>`).join("\n")}
        </ul>
      </aside>`);
  }
  if (insert.advert) {
    html.push(`<aside class="advert" aria-label="Advertisement">
        <p class="label">Advertisement</p>
        <p class="space">This space is left empty</p>
      </aside>`);
  }
  if (insert.newsletter) {
    html.push(`<aside class="newsletter" aria-label="Newsletter">
        <p class="label">First Light</p>
        <p>Six stories from six time zones, in your inbox before breakfast.</p>
        <p><a class="button" href="about.html#newsletter">Sign up</a></p>
      </aside>`);
  }
  return html;
}

/** @param {Page} page */
function linkTo(page) {
  return `<a href="${page.story.id}.html">${escapeHtml(headlineOf(page))}</a>`;
}

/** List items next to each other stand in one list. @param {string[]} parts */
function joinBody(parts) {
  const html = [];
  let list = false;
  for (const part of parts) {
    const item = part.startsWith("<li>");
    if (item !== list) html.push(item ? '<ul class="facts">' : "</ul>");
    list = item;
    html.push(part);
  }
  if (list) html.push("</ul>");
  return html.map((part) => `      ${part}`).join("\n");
}

/** The page of one story. @param {Page[]} pages @param {Page} page */
export function storyPage(pages, page) {
  const { story, article } = page;
  /** @type {string[]} */ const head = [];
  /** @type {string[]} */ const body = [];
  let inHead = true;
  article.blocks.forEach((block, index) => {
    if (!["headline", "standfirst", "byline", "date"].includes(block.kind)) inHead = false;
    (inHead ? head : body).push(blockHtml(page, index));
    body.push(...insertHtml(pages, page, index));
  });
  const lead = body[0].startsWith("<figure>") ? (body.shift() ?? "") : "";
  const tags = story.tags.map((tag) => `<li><a href="topics.html#${tag}">${TOPICS[tag]}</a></li>`).join("\n          ");
  const main = `    <article class="story">
      <header>
        <nav class="kicker" aria-label="Section"><a href="index.html#${story.section}">${SECTIONS[story.section]}</a></nav>
${head.map((part) => `        ${part}`).join("\n")}
      </header>
      ${lead.replace("<figure>", '<figure class="lead">')}
      <div class="body">
${joinBody(body)}
      </div>
      <footer>
        <nav aria-label="Topics">
          <p class="label">Topics</p>
          <ul class="tags">
          ${tags}
          </ul>
        </nav>
      </footer>
    </article>
    ${railHtml(pages, page)}`;
  return document({
    title: `${headlineOf(page)} | ${PAPER}`,
    description: story.teaser,
    section: story.section,
    main,
    head: [
      `<link rel="canonical" href="${article.url}">`,
      `<meta property="og:type" content="article">`,
      `<meta property="article:published_time" content="${article.published}">`,
      ...authorsOf(page).map((name) => `<meta name="author" content="${escapeHtml(name)}">`),
      `<script async src="/newsgloss/newsgloss.js" data-root="article" data-theme="auto"></script>`,
    ],
  });
}

/** The column beside a story. @param {Page[]} pages @param {Page} page */
function railHtml(pages, page) {
  const others = pages.filter((other) => other.story.id !== page.story.id);
  return `<aside class="rail" aria-label="Most read">
      <h2 class="label">Most read</h2>
      <ol>
${others.map((other) => `        <li>${linkTo(other)}</li>`).join("\n")}
      </ol>
    </aside>`;
}

/** The front page. @param {Page[]} pages */
export function frontPage(pages) {
  const [lead, ...rest] = pages;
  const firstPicture = (/** @type {Page} */ page) => Object.values(page.story.pictures)[0];
  const card = (/** @type {Page} */ page, /** @type {string} */ level) => `<section class="card" id="${page.story.section}">
        <img src="pictures/${firstPicture(page).file}" width="1200" height="750" alt="${escapeHtml(firstPicture(page).alt)}">
        <div>
          <p class="kicker">${SECTIONS[page.story.section]}</p>
          <${level}>${linkTo(page)}</${level}>
          <p>${escapeHtml(page.story.teaser)}</p>
          <p class="by">${authorsOf(page).map(escapeHtml).join(" and ")}</p>
        </div>
      </section>`;
  const main = `    <h1 class="visually-hidden">${PAPER}: today\u2019s stories</h1>
    <div class="front">
      ${card(lead, "h2")}
      ${rest.map((page) => card(page, "h2")).join("\n      ")}
    </div>`;
  return document({ title: `${PAPER}: ${MOTTO}`, description: NOTE, section: "", main, head: [] });
}

/** Every topic with its stories. @param {Page[]} pages */
export function topicsPage(pages) {
  const lists = Object.entries(TOPICS).map(([key, name]) => {
    const here = pages.filter(
      ({ story }) => story.tags.includes(key) || Object.values(story.marks).flat().some((mark) => mark.to === key),
    );
    if (here.length === 0) throw new Error(`no story has the topic "${key}"`);
    return `<section id="${key}">
        <h2>${name}</h2>
        <ul>
${here.map((page) => `          <li>${linkTo(page)}</li>`).join("\n")}
        </ul>
      </section>`;
  });
  const main = `    <div class="plain topics">
      <h1>Topics</h1>
      ${lists.join("\n      ")}
    </div>`;
  return document({ title: `Topics | ${PAPER}`, description: "Stories by topic", section: "", main, head: [] });
}

/** Who writes here, and that none of it is real. @param {Page[]} pages */
export function aboutPage(pages) {
  const writers = pages.flatMap((page) =>
    authorsOf(page).map(
      (name) => `<li id="${slug(name)}"><strong>${escapeHtml(name)}</strong><br>${linkTo(page)}</li>`,
    ),
  );
  const main = `    <div class="plain">
      <h1>About the Post</h1>
      <p>${NOTE} The pictures are drawn for it too.</p>
      <p>Its pages are built like those of a real news site, so that you can see what Newsgloss does on one: the names, the quotes and their speakers, the dates and the captions of a story are marked where they stand, by an engine that runs in the page.</p>
      <h2>Writers</h2>
      <ul class="writers">
        ${writers.join("\n        ")}
      </ul>
      <h2 id="newsletter">First Light</h2>
      <p>There is no newsletter: this page is where its link leads.</p>
    </div>`;
  return document({ title: `About | ${PAPER}`, description: NOTE, section: "", main, head: [] });
}

/** What the server answers for an address that it does not have. */
export function notFoundPage() {
  const main = `    <div class="plain">
      <h1>Page not found</h1>
      <p>There is no page at this address. <a href="/index.html">Go to the front page</a>.</p>
    </div>`;
  return document({ title: `Page not found | ${PAPER}`, description: "Not found", section: "", main, head: [], base: "/" });
}

/**
 * A whole document around its main part. `base` is the way to the paper's other files ("" beside them).
 * @param {{ title: string, description: string, section: string, main: string, head: string[], base?: string }} parts
 */
function document({ title, description, section, main, head, base = "" }) {
  const nav = Object.entries(SECTIONS)
    .map(([key, name]) => {
      const current = key === section ? ' aria-current="true"' : "";
      return `        <li><a href="${base}index.html#${key}"${current}>${name}</a></li>`;
    })
    .join("\n");
  return `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${escapeHtml(title)}</title>
    <meta name="description" content="${escapeHtml(description)}">
    <link rel="icon" href="${base}favicon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="${base}style.css">
${head.map((line) => `    ${line}\n`).join("")}  </head>
  <body>
    <a class="skip" href="#main">Skip to the story</a>
    <header class="masthead">
      <p class="name"><a href="${base}index.html">${PAPER}</a></p>
      <p class="motto">${MOTTO}</p>
      <nav aria-label="Sections">
      <ul>
${nav}
      </ul>
      </nav>
    </header>
    <main id="main">
${main}
    </main>
    <footer class="colophon">
      <p class="name">${PAPER}</p>
      <p>${NOTE}</p>
      <ul>
        <li><a href="${base}about.html">About the Post</a></li>
        <li><a href="${base}topics.html">All topics</a></li>
        <li><a href="${base}index.html">Front page</a></li>
        <li><a href="${base}try.html">Try Newsgloss on a text of your own</a></li>
      </ul>
    </footer>
  </body>
</html>
`;
}

/** Whether every story has its section, in both directions. */
export function checkStories() {
  for (const story of STORIES) {
    if (!(story.section in SECTIONS)) throw new Error(`${story.id}: no section "${story.section}"`);
    for (const tag of story.tags) if (!(tag in TOPICS)) throw new Error(`${story.id}: no topic "${tag}"`);
  }
  for (const key of Object.keys(SECTIONS)) {
    if (!STORIES.some((story) => story.section === key)) throw new Error(`the section "${key}" has no story`);
  }
}
