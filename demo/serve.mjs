// A small static server for the demo: the pages of build/demo at /, the front end of web/dist at /newsgloss/, nothing else.
//
//   node demo/serve.mjs [--port N]      serves until stopped (Ctrl-C)
//
// It stands in for a news site that takes its security seriously: a Content-Security-Policy under which no inline script
// or style runs, and only the page's own files load. Answers GET and HEAD, with strong ETags and 304; other methods get 405,
// everything outside the two folders (links out of them included) gets 404. Files are read per request: they are few, and
// a rebuild shows at once.

import { createHash } from "node:crypto";
import { readFile, realpath, stat } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

const repository = path.join(path.dirname(fileURLToPath(import.meta.url)), "..");

/** What a page may load: https://www.w3.org/TR/CSP3/. 'wasm-unsafe-eval' lets WebAssembly compile, and only that. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** Media types by suffix; a file of another kind is sent as bytes. @type {Record<string, string>} */
export const MEDIA_TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
};

const PREFIX = "/newsgloss/";
const PORTS_TRIED = 50;

/**
 * The file that an address names, or null: no such file, an address that is not well formed, or one that leads out of its
 * folder, by "..", an encoded separator, a NUL or a symbolic link.
 * @param {string} address  the path of the request, still percent-encoded
 * @param {{ root: string, dist: string }} folders
 */
async function resolveFile(address, { root, dist }) {
  let decoded;
  try {
    decoded = decodeURIComponent(address);
  } catch {
    return null;
  }
  if (!decoded.startsWith("/") || /[\0\\]/.test(decoded) || decoded.split("/").includes("..")) return null;
  const inDist = decoded.startsWith(PREFIX);
  const folder = inDist ? dist : root;
  const name = inDist ? decoded.slice(PREFIX.length) : decoded.slice(1);
  try {
    const base = await realpath(folder);
    let file = await realpath(path.join(base, name));
    if (!inDist && (await stat(file)).isDirectory() && (name === "" || name.endsWith("/"))) {
      file = await realpath(path.join(file, "index.html"));
    }
    if (!file.startsWith(base + path.sep) || !(await stat(file)).isFile()) return null;
    return file;
  } catch {
    return null;
  }
}

/** Whether the client's copy is this one: If-None-Match holds "*" or this tag, weak or strong (RFC 9110, 13.1.2).
 * @param {string | undefined} header @param {string} etag */
function matches(header, etag) {
  if (!header) return false;
  return header.split(",").some((tag) => tag.trim() === "*" || tag.trim().replace(/^W\//, "") === etag);
}

/**
 * @param {import("node:http").IncomingMessage} request @param {import("node:http").ServerResponse} response
 * @param {{ root: string, dist: string }} folders
 */
async function answer(request, response, folders) {
  response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("Referrer-Policy", "no-referrer");
  response.setHeader("Cross-Origin-Opener-Policy", "same-origin");

  if (request.method !== "GET" && request.method !== "HEAD") {
    response.writeHead(405, { Allow: "GET, HEAD", "Content-Length": 0 }).end();
    return;
  }
  const address = (request.url ?? "/").split(/[?#]/, 1)[0];
  const found = await resolveFile(address, folders);
  const file = found ?? (address.startsWith(PREFIX) ? null : await resolveFile("/404.html", folders));
  const body = file ? await readFile(file) : Buffer.from("Not found\n");
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;

  response.setHeader("Content-Type", MEDIA_TYPES[file ? path.extname(file) : ".txt"] ?? "application/octet-stream");
  response.setHeader("Cache-Control", found ? "no-cache" : "no-store");
  if (found) {
    response.setHeader("ETag", etag);
    if (matches(request.headers["if-none-match"], etag)) {
      response.writeHead(304).end();
      return;
    }
  }
  response.setHeader("Content-Length", body.length);
  response.writeHead(found ? 200 : 404);
  response.end(request.method === "HEAD" ? undefined : body);
}

/** Listens on the port, or, when it is taken, on the first free one of the next. Port 0 lets the system choose.
 * @param {import("node:http").Server} server @param {number} port @param {string} host */
async function listen(server, port, host) {
  for (let tried = port; ; ++tried) {
    try {
      await new Promise((resolve, reject) => {
        server.once("error", reject);
        server.listen(tried, host, () => {
          server.off("error", reject);
          resolve(undefined);
        });
      });
      return;
    } catch (error) {
      const code = /** @type {NodeJS.ErrnoException} */ (error).code;
      if (code !== "EADDRINUSE" || tried - port >= PORTS_TRIED || tried >= 65535) throw error;
      console.error(`Port ${tried} is in use, trying ${tried + 1}.`);
    }
  }
}

/**
 * Serves the demo. `close` ends open connections too.
 * @param {{ port?: number, host?: string, root?: string, dist?: string }} [options]
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serve({
  port = 8080,
  host = "127.0.0.1",
  root = path.join(repository, "build", "demo"),
  dist = path.join(repository, "web", "dist"),
} = {}) {
  const server = createServer((request, response) => {
    answer(request, response, { root, dist }).catch((error) => {
      console.error(`${request.url}: ${error.message}`);
      if (!response.headersSent) response.writeHead(500, { "Content-Length": 0 });
      response.end();
    });
  });
  await listen(server, port, host);
  const { port: bound } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${bound}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function main() {
  let port = 8080;
  try {
    const { values } = parseArgs({ options: { port: { type: "string" }, help: { type: "boolean" } } });
    if (values.help) {
      console.log("Usage: node demo/serve.mjs [--port N]\nServes build/demo on 127.0.0.1 (port 8080 or the next free one).");
      return;
    }
    if (values.port !== undefined) port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`--port ${values.port} is no port`);
  } catch (error) {
    console.error(`${/** @type {Error} */ (error).message}\nUsage: node demo/serve.mjs [--port N]`);
    process.exitCode = 2;
    return;
  }
  const root = path.join(repository, "build", "demo");
  if (!(await stat(path.join(root, "index.html")).catch(() => null))) {
    console.error("There are no pages in build/demo: run `node demo/build.mjs` first.");
    process.exitCode = 1;
    return;
  }
  const { url, close } = await serve({ port, root });
  console.log(`The demo is at ${url} (Ctrl-C stops it).\nA text of your own is read at ${url}try.html`);
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) {
    process.once(signal, () => close().then(() => process.exit(0)));
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
