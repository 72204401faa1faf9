// Which blocks an article's mark-up gives, and of which kinds.

import assert from "node:assert/strict";
import { test } from "node:test";
import { blocksOf, pageOf } from "./html.mjs";

const LONG =
  "The council met on Tuesday to decide on the harbour, and after nine hours of talks it had decided nothing at all, its clerk said.";

/** @type {[string, string, [string | null, string][]][]} */
const fixtures = [
  [
    "a plain article",
    `<header><h1>Harbour talks</h1><p class="standfirst">Nine hours</p><p class="byline">By <a rel="author">A. Writer</a></p>
     <time datetime="2025-10-24">October 24, 2025</time></header><p>${LONG}</p><h2>What next</h2><p>More talks.</p>`,
    [
      ["headline", "Harbour talks"],
      ["standfirst", "Nine hours"],
      ["byline", "By A. Writer"],
      ["date", "October 24, 2025"],
      ["paragraph", LONG],
      ["subheading", "What next"],
      ["paragraph", "More talks."],
    ],
  ],
  [
    "short paragraphs before the story are left to the engine",
    `<h1>H</h1><p>By A. Writer</p><p>NAIROBI</p><p>${LONG}</p><p>Short.</p>`,
    [
      ["headline", "H"],
      [null, "By A. Writer"],
      [null, "NAIROBI"],
      ["paragraph", LONG],
      ["paragraph", "Short."],
    ],
  ],
  [
    "an author's name marked inside an untold line makes it a byline",
    `<div>By <a rel="author" href="#">A. Writer</a> in Kisumu</div><p>${LONG}</p>`,
    [
      ["byline", "By A. Writer in Kisumu"],
      ["paragraph", LONG],
    ],
  ],
  [
    "a second h1 is a subheading",
    `<h1>One</h1><p>${LONG}</p><h1>Two</h1>`,
    [
      ["headline", "One"],
      ["paragraph", LONG],
      ["subheading", "Two"],
    ],
  ],
  [
    "caption and credit are one block",
    `<figure><img alt="x"><figcaption><p>Boats at Mwanza.</p><span class="credit">JOY AUMA/LAKE NEWS</span></figcaption></figure><p>${LONG}</p>`,
    [
      ["caption", "Boats at Mwanza. JOY AUMA/LAKE NEWS"],
      ["paragraph", LONG],
    ],
  ],
  [
    "a credit beside the figcaption belongs to it",
    `<figure><figcaption>Boats.</figcaption><div class="credit">Joy Auma</div></figure>`,
    [["caption", "Boats. Joy Auma"]],
  ],
  [
    "each figure of a gallery has its own caption",
    "<figure><figure><figcaption>One</figcaption></figure><figure><figcaption>Two</figcaption></figure></figure>",
    [
      ["caption", "One"],
      ["caption", "Two"],
    ],
  ],
  [
    "paragraphs of a quotation, items of a list",
    `<p>${LONG}</p><blockquote><p>First.</p><p>Second.</p></blockquote><ul><li>One <b>item</b></li><li><p>Two</p></li></ul>`,
    [
      ["paragraph", LONG],
      ["quotation", "First."],
      ["quotation", "Second."],
      ["list-item", "One item"],
      ["list-item", "Two"],
    ],
  ],
  [
    "what is no part of the story is passed over",
    `<nav>Home</nav><p>${LONG}</p><aside>Read more</aside><div class="ad-slot">Buy</div><div class="c-related__list"><p>Other</p></div>
     <div role="complementary">Most read</div><div id="newsletter">Sign up</div><button>Share</button><footer>About</footer><p>End of it.</p>`,
    [
      ["paragraph", LONG],
      ["paragraph", "End of it."],
    ],
  ],
  [
    "class words are whole words: roads, loading and addresses are no adverts",
    `<p class="roads">${LONG}</p><p class="loading shared-address">Two.</p>`,
    [
      ["paragraph", LONG],
      ["paragraph", "Two."],
    ],
  ],
  [
    "two line breaks end a block, text without an element is one",
    `<div>First line<br>goes on<br><br>Second &amp; last</div>`,
    [
      [null, "First line goes on"],
      [null, "Second & last"],
    ],
  ],
  [
    "words of neighbouring blocks are never glued",
    "<div>one<div>two</div>three</div><table><tr><td>four</td><td>five</td></tr></table>",
    [
      [null, "one"],
      [null, "two"],
      [null, "three"],
      [null, "four"],
      [null, "five"],
    ],
  ],
  [
    "a class that says author on far too much text says nothing",
    `<div class="author-page-body"><p>${LONG} ${LONG}</p></div>`,
    [["paragraph", `${LONG} ${LONG}`]],
  ],
  ["a closed details shows its summary only", `<details><summary>More</summary><p>Hidden</p></details>`, [[null, "More"]]],
  ["nothing", "  <p> </p><div><br></div>", []],
];

for (const [name, html, expected] of fixtures) {
  test(`extraction: ${name}`, () => assert.deepEqual(blocksOf(html), expected));
}

test("an unknown kind is left out, not null: the engine takes it so", () => {
  const { article } = pageOf("<div>Text</div>");
  assert.deepEqual(article.blocks, [{ text: "Text" }]);
  assert.equal(article.lang, "en");
});

/** @type {[string, string, string, string | null][]} */
const dates = [
  ["meta, the day as written", '<meta property="article:published_time" content="2025-10-24T23:30:00+03:00">', "", "2025-10-24"],
  [
    "JSON-LD, in a graph",
    '<script type="application/ld+json">{"@graph":[{"@type":"WebPage"},{"@type":"NewsArticle","datePublished":"2025-03-01T00:00Z"}]}</script>',
    "",
    "2025-03-01",
  ],
  ["broken JSON-LD is passed over", '<script type="application/ld+json">{oops</script>', '<time datetime="2025-02-03">x</time>', "2025-02-03"],
  [
    "marked in the article wins",
    '<meta property="article:published_time" content="2025-10-24">',
    '<time itemprop="datePublished" datetime="2024-12-31">x</time>',
    "2024-12-31",
  ],
  ["a time element", "", '<time datetime="2025-10-24 08:00">x</time>', "2025-10-24"],
  ["no day of the calendar", "", '<time datetime="2025-02-30">x</time><time datetime="10:30">y</time>', null],
  ["none", "", "<p>x</p>", null],
  [
    "revised, and only the revision's day is shown",
    '<meta property="article:published_time" content="2023-03-01T08:00Z"><meta property="article:modified_time" content="2025-08-08T08:00Z">',
    '<p class="date">Updated: August 8, 2025</p>',
    "2025-08-08",
  ],
  [
    "revised, both days shown",
    '<meta property="article:published_time" content="2023-03-01T08:00Z"><meta property="article:modified_time" content="2025-08-08T08:00Z">',
    '<p class="date">March 1, 2023</p><p class="date">Updated: August 8, 2025</p>',
    "2023-03-01",
  ],
  [
    "a day that the metadata does not know is another story's",
    '<meta property="article:published_time" content="2023-03-01T08:00Z"><meta property="article:modified_time" content="2023-03-02T08:00Z">',
    '<p class="date">August 8, 2025</p>',
    "2023-03-01",
  ],
];

for (const [name, head, html, expected] of dates) {
  test(`published: ${name}`, () => assert.equal(pageOf(html, head).article.published, expected));
}
