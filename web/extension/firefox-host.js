/** Firefox: the background is a page, and hosts the engine itself. */

export { compute as computeInHost } from "./engine-host.js";
