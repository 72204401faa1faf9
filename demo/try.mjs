// The page that shows Newsgloss itself: a visitor picks one of the demo's stories or pastes a text, sees it read, chooses what
// is shown and how, and takes the tag for it. What it does is in site/try.mjs; this is its HTML. As the other pages, it holds
// no inline script or style.

import { escapeHtml, headlineOf } from "./page.mjs";

/** The controls' kinds, in the order of the palette. @type {[value: string, label: string, mark: string][]} */
const TYPES = [
  ["PERSON", "People", "person"],
  ["ORG", "Organisations", "organisation"],
  ["GPE,LOC,FAC", "Places", "place"],
  ["NORP", "Peoples and groups", "group"],
  ["EVENT,PRODUCT,WORK_OF_ART,LAW,OTHER", "Events, works, laws", "thing"],
];
/** @type {[value: string, label: string, mark: string][]} */
const LAYERS = [
  ["quotes", "Quotes", "quote"],
  ["dates", "Dates", "date"],
  ["captions", "Captions", "caption"],
];
/** What a site's Content-Security-Policy needs. @type {[directive: string, what: string][]} */
const POLICY = [
  ["script-src 'self' 'wasm-unsafe-eval'", "the tag and the package; WebAssembly, which is no eval of strings"],
  ["worker-src 'self'", "the worker. From another origin: blob:"],
  ["connect-src 'self'", "the engine\u2019s file and its model, or your JSON"],
  ["trusted-types newsgloss", "only where Trusted Types are enforced"],
];

/** @param {string} group @param {[value: string, label: string, mark: string]} one */
const check = (group, [value, label, mark]) =>
  `<label class="check"><input type="checkbox" data-group="${group}" value="${value}" checked> <span class="sample ${mark}">${label}</span></label>`;

/** @param {string} name @param {string} value @param {string} label @param {boolean} [on] */
const radio = (name, value, label, on) =>
  `<label class="choice"><input type="radio" name="${name}" value="${value}"${on ? " checked" : ""}> ${label}</label>`;

/** @param {string} code */
const listing = (code) => `<pre tabindex="0"><code>${escapeHtml(code)}</code></pre>`;

/** @param {import("./page.mjs").Page[]} pages */
export function tryPage(pages) {
  const stories = pages.map((page, index) => `<option value="${page.story.id}"${index === 0 ? " selected" : ""}>${escapeHtml(headlineOf(page))}</option>`);
  return `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>Newsgloss: who is in the news, and who said what</title>
    <meta name="description" content="Paste a news article and see its names, quotes and captions marked in place, by an engine that runs in your browser.">
    <link rel="icon" href="favicon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="try.css">
    <script type="module" src="try.mjs"></script>
  </head>
  <body>
    <a class="skip" href="#story">Skip to the story</a>
    <header class="top">
      <p class="name">Newsgloss</p>
      <nav aria-label="On this page">
        <ul>
          <li><a href="#try">Try it</a></li>
          <li><a href="#embed">Embed it</a></li>
          <li><a href="index.html">A whole newspaper</a></li>
        </ul>
      </nav>
    </header>
    <main>
      <section class="intro" aria-labelledby="title">
        <h1 id="title">Who is in the news, and who said what</h1>
        <p>Newsgloss reads an article and marks its people and places, the quotes with their speakers, and what its pictures show. It reads in your browser: no word of the text leaves this page.</p>
      </section>
      <section class="try" id="try" aria-label="Try it">
        <div class="controls">
          <div class="field">
            <label for="pick">Read</label>
            <select id="pick">
              ${stories.join("\n              ")}
              <option value="">A text of your own</option>
            </select>
          </div>
          <div class="field own" hidden>
            <label for="text">Your text: the headline first, a line for each paragraph</label>
            <textarea id="text" rows="8" spellcheck="false"></textarea>
            <button type="button" id="read">Read it</button>
          </div>
          <fieldset>
            <legend>Show</legend>
            ${TYPES.map((one) => check("types", one)).join("\n            ")}
            ${LAYERS.map((one) => check("layers", one)).join("\n            ")}
          </fieldset>
          <fieldset class="row">
            <legend>Page</legend>
            ${radio("theme", "auto", "As yours", true)}
            ${radio("theme", "light", "Light")}
            ${radio("theme", "dark", "Dark")}
          </fieldset>
          <fieldset class="row">
            <legend>Marks</legend>
            ${radio("marks", "colour", "In colour", true)}
            ${radio("marks", "ink", "In grey")}
          </fieldset>
          <div class="snippet">
            <p id="snippet-label">The tag for this</p>
            <pre tabindex="0" aria-labelledby="snippet-label"><code id="snippet"></code></pre>
            <button type="button" id="copy">Copy</button>
          </div>
        </div>
        <div class="stage">
          <p class="status" id="status" role="status">The engine is on its way.</p>
          <div class="paper" id="story" tabindex="-1"><noscript><p>The story is read by a script, and this browser runs none.</p></noscript></div>
        </div>
      </section>
      <section class="embed" id="embed" aria-labelledby="embed-title">
        <h2 id="embed-title">Embed it</h2>
        <div class="steps">
          <section>
            <h3>One tag</h3>
            <p>Serve the package\u2019s <code>dist</code> folder from your site. The article\u2019s own elements stay as they are, and nothing on the page moves.</p>
            ${listing('<script async\n  src="/newsgloss/newsgloss.js"\n  data-root="article"></script>')}
          </section>
          <section>
            <h3>Read at publish time</h3>
            <p>Then readers load no engine: 40 KB instead of a megabyte. Text edited since is found by its words, or left alone.</p>
            ${listing('newsgloss annotate story.json > story.gloss.json\n\n<script async\n  src="/newsgloss/newsgloss.js"\n  data-annotations="story.gloss.json"></script>')}
          </section>
          <section>
            <h3>From your own code</h3>
            <p>The npm package has types, and runs in Node as well, with the same result to the byte.</p>
            ${listing('import { createAnnotator } from "newsgloss";\n\nconst annotator = await createAnnotator();\nconst session = await annotator.attach(article);\nsession.destroy(); // leaves nothing behind')}
          </section>
        </div>
        <h3>What a strict Content-Security-Policy must allow</h3>
        <table>
          <thead><tr><th scope="col">Directive</th><th scope="col">For</th></tr></thead>
          <tbody>
            ${POLICY.map(([directive, what]) => `<tr><td><code>${escapeHtml(directive)}</code></td><td>${what}</td></tr>`).join("\n            ")}
          </tbody>
        </table>
        <p>Where one is missing, the event <code>newsgloss:error</code> names it, and the page stays as it was. After <code>newsgloss:ready</code> nothing is requested any more.</p>
      </section>
    </main>
    <footer class="foot">
      <p>Newsgloss is free software under the MIT licence. The stories here are invented, and so is everybody in them.</p>
    </footer>
  </body>
</html>
`;
}
