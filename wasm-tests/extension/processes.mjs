// Processes of a browser (Linux).

import { readFileSync, readdirSync } from "node:fs";

/** @param {number} pid @returns {number[]} a process and those below it */
export function family(pid) {
  const parents = readdirSync("/proc").filter((name) => /^\d+$/.test(name)).flatMap((name) => {
    try {
      return [[Number(name), Number(readFileSync(`/proc/${name}/stat`, "utf8").replace(/^.*\) \S+ /, "").split(" ")[0])]];
    } catch {
      return []; // gone meanwhile
    }
  });
  /** @param {number} one @returns {number[]} */
  const below = (one) => [one, ...parents.filter(([, parent]) => parent === one).flatMap(([child]) => below(child))];
  return below(pid);
}
