/** Firefox: the background is a page, and hosts the engine itself. */

export { compute as computeInHost, stop as stopInHost } from "./engine-host.js";
