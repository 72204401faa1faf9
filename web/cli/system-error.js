/** What the system says of a file, in the words of the native command (and of most others): "No such file or directory". */

import { getSystemErrorMap } from "node:util";

/** Where Node words it otherwise. @type {Record<string, string>} */
const WORDS = { EISDIR: "Is a directory", EINVAL: "Invalid argument", EPIPE: "Broken pipe" };

/** @param {unknown} error @returns {string} */
export function systemErrorMessage(error) {
  const { code, errno, message } = /** @type {NodeJS.ErrnoException} */ (error);
  if (code !== undefined && code in WORDS) return WORDS[code];
  const words = errno === undefined ? undefined : getSystemErrorMap().get(errno)?.[1];
  return words ? words[0].toUpperCase() + words.slice(1) : message;
}
