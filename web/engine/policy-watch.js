/**
 * PolicyWatch: remembers what the page's Content-Security-Policy refused while it looks, so that a failure can be told from
 * its cause. Without a document (Node, a worker) it sees nothing.
 */
export class PolicyWatch {
  /** @type {SecurityPolicyViolationEvent[]} */
  #violations = [];
  #controller = new AbortController();

  constructor() {
    globalThis.document?.addEventListener("securitypolicyviolation", (event) => this.#violations.push(event), {
      signal: this.#controller.signal,
    });
  }

  /**
   * The directive that refused `url`, after the browser had a moment to report it.
   *
   * @param {string | URL} url
   * @returns {Promise<string | null>}
   */
  async refused(url) {
    if (!globalThis.document) return null;
    await new Promise((resolve) => setTimeout(resolve, 50));
    const found = this.#violations.find(
      // "inline" and "eval" are no addresses; of a redirected request only the origin is told.
      ({ blockedURI }) => blockedURI.includes(":") && String(url).startsWith(blockedURI),
    );
    return found?.effectiveDirective ?? null;
  }

  stop() {
    this.#controller.abort();
  }
}
