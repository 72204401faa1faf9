// Reads the tasks with one of the JavaScript systems: node read_js.mjs SYSTEM PEERS TASKS OUT ROUNDS
//
// PEERS: the folder whose node_modules has the peers. Output: see bench_peers.py. Offsets are UTF-16.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const [system, folder, tasksFile, outFile, rounds] = process.argv.slice(2);
const peers = resolve(folder);
const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const require = createRequire(join(peers, "package.json"));
const version = (name) => JSON.parse(readFileSync(join(peers, "node_modules", name, "package.json"), "utf8")).version;

/** Places of annotated blocks in the article's text: blocks with a blank line between. */
function blockOffsets(blocks) {
  let at = 0;
  return blocks.map((text) => {
    const here = at;
    at += text.length + 2;
    return here;
  });
}

function fromAnnotations(article, annotations) {
  const offsets = blockOffsets(article.blocks);
  const place = ({ block, start, end }) => [offsets[block] + start, offsets[block] + end];
  return {
    names: annotations.entities.flatMap(({ id, type, mentions }) =>
      mentions.filter(({ form }) => form === "name" || form === "acronym").map((mention) => [...place(mention), type, id]),
    ),
    quotes: annotations.quotes.map(({ content, speakers }) => ({ content: content.map(place), speaker: speakers[0] ?? null })),
  };
}

const systems = {
  async wasm() {
    const { WasmEngine } = await import(pathToFileURL(join(root, "web/engine/wasm-engine.js")).href);
    const { default: createModule } = await import(pathToFileURL(join(root, "build/wasm/newsgloss-engine.mjs")).href);
    const engine = await WasmEngine.create({
      createModule,
      wasmBinary: readFileSync(join(root, "build/wasm/newsgloss-engine.wasm")),
      model: readFileSync(join(root, "models/newsgloss.model")),
    });
    const annotate = ({ id, published, blocks }) => engine.annotate({ id, published, blocks: blocks.map((text) => ({ text })) });
    return {
      versions: {},
      article: annotate,
      output: fromAnnotations,
      document: ({ id, text }) => {
        const article = { id, blocks: text.split("\n\n") };
        return fromAnnotations(article, annotate(article)).names.map(([start, end, type]) => [start, end, type]);
      },
    };
  },

  // Names of the kinds that compromise tags, without titles; quotations, whose speakers it does not look for.
  async compromise() {
    const { default: nlp } = await import(pathToFileURL(join(peers, "node_modules/compromise/src/three.js")).href);
    const types = [["#Person", "PERSON"], ["#Organization", "ORG"], ["#Place", "GPE"], ["#Demonym", "NORP"], ["#Product", "PRODUCT"]];
    const spans = (view) => view.json({ offset: true, terms: false }).map(({ offset }) => [offset.start, offset.start + offset.length]);
    const names = (doc) =>
      [[doc.people().not("#Honorific"), "PERSON"], [doc.organizations(), "ORG"], [doc.places(), "GPE"],
       ...types.slice(3).map(([tag, type]) => [doc.match(`${tag}+`), type])]
        .flatMap(([view, type]) => spans(view).map((span) => [...span, type]));
    return {
      versions: { compromise: version("compromise") },
      // A paragraph at a time: a quotation that opens and is not closed would otherwise swallow the ones behind it.
      article({ blocks }) {
        const found = { names: [], quotes: [] };
        const offsets = blockOffsets(blocks);
        for (const [i, block] of blocks.entries()) {
          const doc = nlp(block);
          for (const [start, end, type] of names(doc)) found.names.push([offsets[i] + start, offsets[i] + end, type]);
          for (const span of spans(doc.quotations())) found.quotes.push(span.map((at) => offsets[i] + at));
        }
        return found;
      },
      output: (_, { names: found, quotes }) => ({
        names: found.map((name, i) => [...name, i]),
        quotes: quotes.map((content) => ({ content: [content], speaker: null })),
      }),
      document: ({ text }) => names(nlp(text)),
    };
  },

  // Its English model knows dates, sums, addresses and the like, no names; it has no quotations.
  async wink() {
    const winkNLP = require("wink-nlp");
    const nlp = winkNLP(require("wink-eng-lite-web-model"));
    const named = new Set(["PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "PRODUCT", "ORGANIZATION", "PLACE", "LOCATION"]);
    const read = (text) => {
      for (const { type } of nlp.readDoc(text).entities().out(nlp.its.detail))
        if (named.has(type)) throw new Error(`wink-nlp finds ${type} now: count it`);
      return [];
    };
    return {
      versions: { "wink-nlp": version("wink-nlp"), "wink-eng-lite-web-model": version("wink-eng-lite-web-model") },
      article: ({ text }) => ({ names: read(text), quotes: null }),
      output: (_, found) => found,
      document: ({ text }) => read(text),
    };
  },
};

const { articles, newswire } = JSON.parse(readFileSync(tasksFile, "utf8"));
const loading = performance.now();
const reader = await systems[system]();
const load = performance.now() - loading;
let found = [];
const wall = [];
const processor = [];
for (let round = -1; round < Number(rounds); round += 1) {
  const used = process.cpuUsage();
  const start = performance.now();
  found = articles.map((article) => reader.article(article));
  if (round < 0) continue; // the first round warms up
  wall.push((performance.now() - start) / articles.length);
  const { user, system: kernel } = process.cpuUsage(used);
  processor.push((user + kernel) / 1000 / articles.length);
}
const memory = process.resourceUsage().maxRSS * 1024;
writeFileSync(
  outFile,
  JSON.stringify({
    unit: "utf16",
    versions: reader.versions,
    load,
    wall,
    processor,
    memory,
    articles: articles.map((article, i) => reader.output(article, found[i])),
    newswire: newswire.map((document) => reader.document(document)),
  }),
);
