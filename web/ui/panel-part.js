/**
 * What of the interface the first paint does not need: a file of its own in the package (panel.js), fetched beside the engine.
 */

export { displaySettings } from "./display-settings.js";
export { FeedbackForm } from "./feedback-form.js";
export { Panel } from "./panel.js";
export { printList } from "./print-list.js";
