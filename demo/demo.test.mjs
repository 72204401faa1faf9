// The demo without a browser: the articles, the pages made from them, and the server.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, request } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";

import { build, readPages } from "./build.mjs";
import { CONTENT_SECURITY_POLICY, serve } from "./serve.mjs";

const KINDS = [
  "headline",
  "standfirst",
  "byline",
  "dateline",
  "date",
  "subheading",
  "paragraph",
  "quotation",
  "list-item",
  "caption",
  "credit",
  "furniture",
];

const folder = mkdtempSync(path.join(tmpdir(), "newsgloss-demo-"));
const root = path.join(folder, "site");
const dist = path.join(folder, "dist");
const pages = readPages();
/** @type {string[]} */ let names;

before(() => {
  names = build(root);
  mkdirSync(path.join(dist, "data"), { recursive: true });
  writeFileSync(path.join(dist, "newsgloss.js"), "export {};\n");
  writeFileSync(path.join(dist, "engine.wasm"), Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]));
  writeFileSync(path.join(dist, "data", "model.bin"), "model");
  writeFileSync(path.join(folder, "secret.txt"), "secret");
  symlinkSync(path.join(folder, "secret.txt"), path.join(dist, "link.txt"));
});

after(() => rmSync(folder, { recursive: true, force: true }));

const html = (/** @type {string} */ name) => readFileSync(path.join(root, name), "utf8");
const decode = (/** @type {string} */ text) =>
  text.replace(/&(amp|lt|gt|quot);/g, (_, name) => ({ amp: "&", lt: "<", gt: ">", quot: '"' })[/** @type {"amp"} */ (name)]);

/**
 * The text of each block element within <article>, in order, as an extractor sees it: what stands in a nav, an aside or
 * the article's footer is left out.
 * @param {string} page
 */
function blocksOf(page) {
  const article = /<article[^>]*>([\s\S]*)<\/article>/.exec(page)?.[1] ?? "";
  const story = article.replace(/<(nav|aside|footer)\b[^>]*>[\s\S]*?<\/\1>/g, "").replace(/<\/footer>/g, "");
  return [...story.matchAll(/<(h1|h2|p|li|figcaption)\b[^>]*>([\s\S]*?)<\/\1>/g)].map((match) =>
    decode(match[2].replace(/<[^>]*>/g, "")),
  );
}

describe("articles", () => {
  test("there are at least four, and each file is named after its id", () => {
    assert.ok(pages.length >= 4);
    for (const { story, article } of pages) assert.equal(article.id, story.id);
  });

  for (const { article } of pages) {
    test(`${article.id} follows the schema of an article`, () => {
      assert.deepEqual(Object.keys(article), ["id", "url", "lang", "published", "blocks"]);
      assert.match(article.published, /^\d{4}-\d{2}-\d{2}$/);
      assert.ok(!Number.isNaN(Date.parse(article.published)));
      assert.ok(URL.canParse(article.url));
      assert.equal(article.blocks[0].kind, "headline");
      for (const block of article.blocks) {
        assert.deepEqual(Object.keys(block), ["kind", "text"]);
        assert.ok(KINDS.includes(block.kind), block.kind);
        assert.equal(block.text, block.text.trim());
        assert.ok(block.text.length > 0 && !/\s{2}|[\n\t]/.test(block.text), block.text);
        assert.equal(block.text, block.text.normalize("NFC"));
      }
      assert.equal(article.blocks.filter((block) => block.kind === "headline").length, 1);
      assert.equal(article.blocks.filter((block) => block.kind === "byline").length, 1);
    });
  }

  test("the first is forum news with a byline of two and mostly indirect speech, the third has several captions", () => {
    const [first, , third] = pages.map((page) => page.article);
    const words = first.blocks.flatMap((block) => block.text.split(" ")).length;
    assert.ok(words >= 400 && words <= 550, String(words));
    assert.match(first.blocks[1].text, /^October 24, 2025 By \S+ \S+, \S+ \S+$/);
    assert.ok(third.blocks.filter((block) => block.kind === "caption").length >= 3);
  });
});

describe("pages", () => {
  for (const { story, article } of pages) {
    test(`${story.id}.html holds every block's text, in order, and nothing else`, () => {
      assert.deepEqual(
        blocksOf(html(`${story.id}.html`)),
        article.blocks.map((block) => block.text),
      );
    });

    test(`${story.id}.html loads Newsgloss by one tag, dates itself and credits each picture`, () => {
      const page = html(`${story.id}.html`);
      assert.ok(
        page.includes(
          '<script async src="/newsgloss/newsgloss.js" data-root="article" data-theme="auto"></script>',
        ),
      );
      assert.ok(page.includes(`<time datetime="${article.published}">`));
      assert.equal(
        [...page.matchAll(/<span class="credit">/g)].length,
        article.blocks.filter((block) => block.kind === "caption").length,
      );
    });
  }

  test("nothing is inline that the policy would refuse", () => {
    for (const name of names) {
      const page = html(name);
      assert.doesNotMatch(page, /<style|\sstyle=|\son\w+=|javascript:/i, name);
      for (const [tag] of page.matchAll(/<script[^>]*>/g)) assert.match(tag, /\ssrc="/);
    }
  });

  test("every link and file of every page is there, its fragment too", () => {
    const files = new Set(readdirSync(root, { recursive: true, encoding: "utf8" }));
    let checked = 0;
    for (const name of names) {
      for (const [, address] of html(name).matchAll(/\s(?:href|src)="([^"]*)"/g)) {
        if (address.startsWith("/newsgloss/") || URL.canParse(address)) continue;
        const [file, fragment] = address.replace(/^\//, "").split("#");
        assert.ok(files.has(file === "" ? name : file), `${name}: ${address}`);
        if (fragment) assert.ok(html(file || name).includes(` id="${fragment}"`), `${name}: ${address}`);
        ++checked;
      }
    }
    assert.ok(checked > 100, String(checked));
  });

  test("every picture is used, and is a drawing without scripts, styles or outside files", () => {
    const all = names.map(html).join("");
    for (const name of readdirSync(path.join(root, "pictures"))) {
      assert.ok(all.includes(`pictures/${name}`), name);
      const svg = readFileSync(path.join(root, "pictures", name), "utf8");
      assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 1200 750"/);
      assert.doesNotMatch(svg, /<script|<style|\sstyle=|\son\w+=|href=/, name);
    }
  });

  test("the same articles give the same bytes", () => {
    const again = path.join(folder, "again");
    build(again);
    for (const name of names) assert.equal(readFileSync(path.join(again, name), "utf8"), html(name));
  });
});

describe("server", () => {
  /** @type {Awaited<ReturnType<typeof serve>>} */ let server;
  before(async () => {
    server = await serve({ port: 0, root, dist });
  });
  after(() => server.close());

  /** A request whose path is sent as it stands: fetch would tidy it. @param {string} target @param {string} [method]
   * @returns {Promise<{ status: number, headers: import("node:http").IncomingHttpHeaders, body: string }>} */
  const raw = (target, method = "GET") =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(server.url);
      const sent = request({ hostname, port, path: target, method, agent: false }, (response) => {
        let body = "";
        response.setEncoding("utf8").on("data", (part) => (body += part));
        response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
      });
      sent.on("error", reject).end();
    });

  for (const [address, type, start] of [
    ["/", "text/html; charset=utf-8", "<!DOCTYPE html>"],
    ["/index.html", "text/html; charset=utf-8", "<!DOCTYPE html>"],
    ["/01-lake-victoria-forum.html?from=index", "text/html; charset=utf-8", "<!DOCTYPE html>"],
    ["/style.css", "text/css; charset=utf-8", "/*"],
    ["/pictures/harbour.svg", "image/svg+xml", "<svg"],
    ["/newsgloss/newsgloss.js", "text/javascript; charset=utf-8", "export"],
    ["/newsgloss/engine.wasm", "application/wasm", "\0asm"],
    ["/newsgloss/data/model.bin", "application/octet-stream", "model"],
  ]) {
    test(`${address} is ${type}, under the policy`, async () => {
      const { status, headers, body } = await raw(address);
      assert.equal(status, 200);
      assert.equal(headers["content-type"], type);
      assert.equal(headers["content-security-policy"], CONTENT_SECURITY_POLICY);
      assert.equal(headers["x-content-type-options"], "nosniff");
      assert.equal(headers["cache-control"], "no-cache");
      assert.match(headers.etag ?? "", /^"[\w-]{22}"$/);
      assert.ok(body.startsWith(start));
    });
  }

  test("the policy lets in the page's own files and WebAssembly, and nothing inline", () => {
    assert.equal(
      CONTENT_SECURITY_POLICY,
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; style-src 'self'; " +
        "img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
  });

  for (const target of [
    "/../secret.txt",
    "/newsgloss/../secret.txt",
    "/newsgloss/../../secret.txt",
    "/newsgloss/%2e%2e/secret.txt",
    "/newsgloss/..%2fsecret.txt",
    "/newsgloss/..%5csecret.txt",
    "/newsgloss/%252e%252e/secret.txt",
    "/newsgloss//etc/passwd",
    "//etc/passwd",
    "/newsgloss/link.txt",
    "/newsgloss/",
    "/newsgloss/data",
    "/pictures",
    "/pictures/",
    "/style.css%00.html",
    "/%",
    "/%ff",
    "http://127.0.0.1/../secret.txt",
    "/nowhere",
  ]) {
    test(`${target} is not found`, async () => {
      const { status, headers, body } = await raw(target);
      assert.equal(status, 404);
      assert.equal(headers["content-security-policy"], CONTENT_SECURITY_POLICY);
      assert.equal(headers["cache-control"], "no-store");
      assert.equal(body.includes("secret") || body.includes("root:"), false);
    });
  }

  test("a missing page has a page that says so, a missing script has none", async () => {
    assert.match((await raw("/nowhere")).body, /<h1>Page not found<\/h1>/);
    assert.equal((await raw("/newsgloss/nowhere.js")).body, "Not found\n");
  });

  test("HEAD answers with the headers of GET alone", async () => {
    const [get, head] = [await raw("/style.css"), await raw("/style.css", "HEAD")];
    assert.equal(head.status, 200);
    assert.equal(head.body, "");
    assert.equal(head.headers["content-length"], String(Buffer.byteLength(get.body)));
    assert.equal(head.headers.etag, get.headers.etag);
    assert.equal((await raw("/nowhere", "HEAD")).status, 404);
  });

  test("a copy that is still good is not sent again", async () => {
    const { headers } = await raw("/style.css");
    const etag = headers.etag ?? "";
    for (const [sent, status] of /** @type {[string, number][]} */ ([
      [etag, 304],
      [`W/${etag}, "other"`, 304],
      ['"other"', 200],
    ])) {
      const response = await fetch(`${server.url}style.css`, { headers: { "If-None-Match": sent } });
      assert.equal(response.status, status, sent);
      assert.equal((await response.text()) === "", status === 304);
    }
  });

  test("other methods are refused", async () => {
    for (const method of ["POST", "PUT", "DELETE", "OPTIONS"]) {
      const { status, headers } = await raw("/", method);
      assert.equal(status, 405, method);
      assert.equal(headers.allow, "GET, HEAD");
    }
  });

  test("a port in use: the next free one, with a message", async (t) => {
    const said = t.mock.method(console, "error", () => {});
    const taken = createServer();
    const port = await new Promise((resolve) => {
      taken.listen(0, "127.0.0.1", () => resolve(/** @type {import("node:net").AddressInfo} */ (taken.address()).port));
    });
    const second = await serve({ port, root, dist });
    try {
      const got = Number(new URL(second.url).port);
      assert.ok(got > port && got <= port + 50);
      assert.equal(said.mock.calls[0].arguments[0], `Port ${port} is in use, trying ${port + 1}.`);
      assert.equal((await fetch(second.url)).status, 200);
    } finally {
      await second.close();
      await new Promise((resolve) => taken.close(resolve));
    }
  });
});
