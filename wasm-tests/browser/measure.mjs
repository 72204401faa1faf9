// What Newsgloss costs a page, measured in headless Chromium:
//
//   node wasm-tests/browser/measure.mjs [ROUNDS]
//
// For a story of the demo and for a live page of 10,000 words: the longest tasks of the main thread that ran code of ours
// (CPU time, from the browser's own trace), and the time from the tag's start to newsgloss:ready and to the first highlights,
// cold (a fresh profile's first visit) and with the files in the HTTP cache. Medians over the rounds.

import { serve } from "../../demo/serve.mjs";
import { launch } from "./browsers.mjs";
import { pageHtml, startSite } from "./site.mjs";

const ROUNDS = Number(process.argv[2] ?? 5);
const SENTENCE = "Amara Okafor of Lagos met Peter Rono of Kenya in Kisumu, and she said on Tuesday that the talks in Nairobi would go on. ";
const LIVE = `<article><h1>Long day in Kisumu</h1>${Array.from({ length: 430 }, (_, i) => `<p>Entry ${i}: ${SENTENCE}</p>`).join("")}</article>`;

/** @param {number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** The CPU milliseconds of each task on a page's main thread in which a script of ours ran. @param {Uint8Array} trace */
function ourTasks(trace) {
  /** @type {{ traceEvents: { name: string, ph: string, pid: number, tid: number, ts: number, dur?: number, tdur?: number, args?: any }[] }} */
  const { traceEvents } = JSON.parse(new TextDecoder().decode(trace));
  const ours = traceEvents.filter(({ name, args }) => {
    const url = args?.data?.url ?? "";
    return ["FunctionCall", "EvaluateScript", "v8.compile", "v8.compileModule", "v8.evaluateModule"].includes(name) && url.includes("/newsgloss/") && !url.includes("worker");
  });
  const workers = new Set(traceEvents.filter(({ name, args }) => name === "thread_name" && /Worker/.test(args?.name)).map(({ pid, tid }) => `${pid}/${tid}`));
  return traceEvents
    .filter(({ name, pid, tid }) => (name === "RunTask" || name === "ThreadControllerImpl::RunTask") && !workers.has(`${pid}/${tid}`))
    .filter((task) => ours.some(({ pid, tid, ts }) => pid === task.pid && tid === task.tid && ts >= task.ts && ts <= task.ts + (task.dur ?? 0)))
    .map((task) => (task.tdur ?? task.dur ?? 0) / 1000)
    .sort((a, b) => b - a);
}

const demo = await serve({ port: 0 });
const site = await startSite({ "/live": { html: pageHtml(LIVE) } });
for (const [name, url] of [["story", `${demo.url}01-lake-victoria-forum.html`], ["live page of 10,000 words", `${site.url}/live`]]) {
  /** @type {Record<string, number[]>} */
  const times = { "cold ready": [], "cold highlights": [], "cached ready": [], "cached highlights": [], "longest task": [], "second longest": [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const browser = await launch("chromium");
    for (const visit of ["cold", "cached"]) {
      const page = await browser.newPage();
      await page.evaluateOnNewDocument(() => {
        for (const type of ["ready", "result"]) document.addEventListener(`newsgloss:${type}`, () => performance.mark(type));
      });
      // The trace slows the page down: it is taken on the visit whose times are not reported.
      await page.goto(url, { waitUntil: "load" });
      await page.waitForFunction(() => performance.getEntriesByName("result").length > 0, { timeout: 30_000 });
      const [ready, result] = await page.evaluate(() => {
        const tag = performance.getEntriesByType("resource").find(({ name }) => name.endsWith("/newsgloss.js"));
        return ["ready", "result"].map((name) => performance.getEntriesByName(name)[0].startTime - /** @type {PerformanceResourceTiming} */ (tag).responseEnd);
      });
      times[`${visit} ready`].push(ready);
      times[`${visit} highlights`].push(result);
      await page.close();
    }
    const page = await browser.newPage();
    await page.evaluateOnNewDocument(() => {
      document.addEventListener("newsgloss:result", () => performance.mark("result"));
    });
    await page.tracing.start({ categories: ["toplevel", "devtools.timeline", "v8", "disabled-by-default-v8.compile"] });
    await page.goto(url, { waitUntil: "load" });
    await page.waitForFunction(() => performance.getEntriesByName("result").length > 0, { timeout: 30_000 });
    await new Promise((resolve) => setTimeout(resolve, 500));
    const trace = await page.tracing.stop();
    const tasks = trace ? ourTasks(trace) : [];
    times["longest task"].push(tasks[0] ?? 0);
    times["second longest"].push(tasks[1] ?? 0);
    await browser.close();
  }
  console.log(`${name}:`);
  for (const [what, values] of Object.entries(times)) console.log(`  ${what.padEnd(18)} ${median(values).toFixed(1)} ms`);
}
await demo.close();
await site.close();
