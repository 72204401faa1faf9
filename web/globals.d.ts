// What the build puts in place of names, and what it makes of imports that are no JavaScript.

/** "sha256-…" of newsgloss-engine.wasm (build.mjs). */
declare const NEWSGLOSS_WASM_INTEGRITY: string;
declare const NEWSGLOSS_MODEL_INTEGRITY: string;
declare const NEWSGLOSS_WORKER_INTEGRITY: string;
declare const NEWSGLOSS_PARTS_INTEGRITY: Readonly<Record<string, string>>;
declare const NEWSGLOSS_INDEX_INTEGRITY: string;

/** The version in package.json (build.mjs). */
declare const NEWSGLOSS_VERSION: string;

/** A style sheet's text, minified. */
declare module "*.css" {
  const text: string;
  export default text;
}

/** The Emscripten module, build/wasm/newsgloss-engine.mjs (build.mjs resolves the name). */
declare module "newsgloss-engine" {
  const createModule: import("./engine/wasm-engine.js").CreateModule;
  export default createModule;
}

/** chrome-host.js or firefox-host.js (extension/build.mjs resolves the name). */
declare module "newsgloss-engine-host" {
  export const computeInHost: (article: import("./schema.js").Article, id: string) => Promise<import("./extension/messages.js").Answer>;
  export const stopInHost: (id: string) => Promise<void> | void;
}
