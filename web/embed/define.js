/** `import "newsgloss/element"` defines `<news-gloss>`, for pages that are built with a bundler or import modules. */

import { defineElement } from "./element.js";
import { Gloss } from "./gloss.js";

defineElement(new Gloss(() => import("../index.js"), new AbortController().signal));
