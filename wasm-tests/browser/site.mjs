// A server of a few made-up pages for the tests: pages from strings, each with its own policy, and the built package at
// /newsgloss/, from which a file can be left out or put in wrong. It remembers what was asked for.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { MEDIA_TYPES } from "../../demo/serve.mjs";

const dist = path.join(path.dirname(fileURLToPath(import.meta.url)), "../../web/dist");

/** The least that Newsgloss needs, and nothing more. */
export const STRICT_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
].join("; ");

/**
 * @typedef {{ html: string, policy?: string, type?: string }} Page
 * @typedef {{ url: string, requests: string[], files: Record<string, Buffer | null>, close: () => Promise<void> }} Site
 *   `files` replaces files of the package; null leaves one out
 */

/**
 * @param {Record<string, Page>} pages  by path
 * @param {{ cors?: boolean }} [options]  other origins may read what is served
 * @returns {Promise<Site>}
 */
export async function startSite(pages, { cors = false } = {}) {
  /** @type {string[]} */
  const requests = [];
  /** @type {Site["files"]} */
  const files = {};
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://x");
    requests.push(pathname);
    const page = pages[pathname];
    // The worker's own policy is that of its response, the strict one everywhere.
    response.setHeader("Content-Security-Policy", page?.policy ?? STRICT_POLICY);
    if (cors) response.setHeader("Access-Control-Allow-Origin", "*");
    if (page) {
      response.setHeader("Content-Type", page.type ?? "text/html; charset=utf-8");
      response.end(page.html);
      return;
    }
    const name = pathname.startsWith("/newsgloss/") ? pathname.slice("/newsgloss/".length) : null;
    const body = name === null ? null : name in files ? files[name] : await readFile(path.join(dist, path.basename(name))).catch(() => null);
    response.statusCode = body ? 200 : pathname === "/favicon.ico" ? 204 : 404;
    response.setHeader("Content-Type", MEDIA_TYPES[path.extname(pathname)] ?? "text/plain");
    response.end(body ?? "");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${address.port}`,
    requests,
    files,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A page around an article. @param {string} article @param {{ tag?: string, lang?: string }} [options] */
export function pageHtml(article, { tag = TAG, lang = "en" } = {}) {
  return `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Test</title>
<meta property="article:published_time" content="2025-11-06T09:00:00+03:00"><link rel="icon" href="data:,"></head>
<body><header>Site</header>${article}<p>After the article.</p>${tag}</body></html>`;
}

export const TAG = '<script async src="/newsgloss/newsgloss.js"></script>';

/** Wire copy of our own, in the shapes that the map has to master. */
export const ARTICLE = `<article>
  <h1>Lake   Victoria forum closes in Kisumu</h1>
  <p class="byline">By <a href="#a" rel="author">Achieng Wafula</a></p>
  <figure><img alt="" src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><figcaption>Peter Rono, left, speaks in Kisumu on Tuesday. <span class="credit">DENIS ODERA/LAKE NEWS</span></figcaption></figure>
  <p>Kenyan Environment Secretary <b>Peter <i>Ro</i>no</b> said the lake com&shy;mission had grown into &ldquo;an indis&shy;pensable meeting place&rdquo; for five governments, at a forum in the port city of Kisumu on Thursday.</p>
  <aside>Read more: Other story about Paris</aside>
  <p>&ldquo;We share one lake, so we <em>must</em><br>share one rulebook,&rdquo; said Beatrice Nalwoga, chairperson of the East African Legislative Assembly's agriculture committee.</p>
  <p>She said the countries would meet again in Mwanza, Tanzania, on&nbsp;November 14.</p>
  <p hidden>Hidden words about Berlin.</p>
</article>`;
