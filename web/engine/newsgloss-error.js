/**
 * NewsglossError: what went wrong, by a code that a program can tell apart and a sentence for its author.
 *
 * @typedef {keyof typeof CODES} ErrorCode
 */

export const CODES = Object.freeze({
  "no-root": "the page has no element for data-root, or the element is not in the page",
  "no-text": "the root has no text to read",
  article: "the article handed over is malformed",
  language: "the article is not in English",
  unstable: "the page rewrote its text again and again while it was being annotated",
  unreachable: "a file of Newsgloss could not be fetched",
  integrity: "a file is not the one that this version was built with (SHA-256)",
  csp: "the page's Content-Security-Policy refuses something; `directive` names what it lacks",
  worker: "the worker could not be started or has stopped",
  engine: "the engine failed on this article; it is ready for the next",
  timeout: "the engine took too long over this article; it is ready for the next",
  disposed: "the annotator has been disposed of",
});

export class NewsglossError extends Error {
  name = "NewsglossError";
  /** @type {ErrorCode} */
  code;
  /** The CSP directive that is missing, where `code` is "csp". @type {string | null} */
  directive;

  /**
   * @param {ErrorCode} code
   * @param {string} message
   * @param {{ directive?: string, cause?: unknown }} [details]
   */
  constructor(code, message, { directive, cause } = {}) {
    super(message, { cause });
    this.code = code;
    this.directive = directive ?? null;
  }

  /** Any failure as a NewsglossError; an abort stays what it is. @param {unknown} error @param {ErrorCode} [code] */
  static from(error, code = "engine") {
    if (error instanceof NewsglossError || isAbort(error)) return /** @type {Error} */ (error);
    return new NewsglossError(code, error instanceof Error ? error.message : String(error), { cause: error });
  }
}

/**
 * A failure to make the engine. Compiling WebAssembly is what a Content-Security-Policy can refuse, and browsers tell so
 * only in words.
 *
 * @param {unknown} error
 */
export function startError(error) {
  const refused =
    error instanceof WebAssembly.CompileError && /\bCSP\b|content security policy|unsafe-eval/i.test(error.message);
  if (!refused) return NewsglossError.from(error);
  const directive = "script-src 'wasm-unsafe-eval'";
  return new NewsglossError("csp", `The Content-Security-Policy refuses WebAssembly; it lacks ${directive}`, {
    directive,
    cause: error,
  });
}

/** @param {unknown} error */
export function isAbort(error) {
  return error instanceof DOMException && error.name === "AbortError";
}
