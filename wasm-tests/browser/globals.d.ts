/** What `watch` in harness.mjs leaves in the page. */
declare const seen: {
  events: { type: string; code: string | null; message: string | null; directive: string | null }[];
  violations: string[];
  article: string | null;
  listening: () => string[];
  observing: () => number;
};

/** The one global name of the package, see web/embed/newsgloss.js. */
declare const newsgloss: {
  version: string;
  ready: Promise<{ session: import("../../web/session.js").Session; annotator: unknown }>;
  destroy: () => void;
};
