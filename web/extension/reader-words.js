/** What the extension says outside of its pages, in the language that the reader chose, or the browser's. */

import { languageOf } from "../ui/messages.js";
import { readSettings } from "./settings.js";
import { wordsIn } from "./words.js";

/**
 * @template {import("./words.js").PartName} Name
 * @param {import("./words.js").Catalogues<Name>} catalogues
 * @returns {Promise<import("./words.js").Words<Name>>}
 */
export async function readersWords(catalogues) {
  return wordsIn(catalogues, languageOf((await readSettings()).lang));
}
