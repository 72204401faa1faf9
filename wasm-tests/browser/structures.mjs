// Shapes that real article pages have, each with the text that a reader would read in it, block by block. Wire copy of our
// own. `setup` runs in the page for what mark-up alone cannot say.

/** @typedef {{ name: string, html: string, blocks: string[], setup?: string }} Structure */

/** @type {Structure[]} */
export const STRUCTURES = [
  {
    name: "plain paragraphs",
    html: "<h1>Harbour talks end</h1><p>Amara Okafor said the port was open.</p><p>It had closed on Monday.</p>",
    blocks: ["Harbour talks end", "Amara Okafor said the port was open.", "It had closed on Monday."],
  },
  {
    name: "names cut up by inline elements and comments",
    html: "<p>Minister <b>Ai<i>gul</i></b><!-- x --> <a href='#b'>Be<span>ko</span>va</a> spoke.</p>",
    blocks: ["Minister Aigul Bekova spoke."],
  },
  {
    name: "indented source, white space at every edge",
    html: "<p>\n      The <b> prime </b>\n <i> minister</i>\n\n of   Samoa\t spoke\n    </p>",
    blocks: ["The prime minister of Samoa spoke"],
  },
  {
    name: "soft hyphens, zero-width spaces, no-break spaces, marks of direction",
    html: "<p>The par&shy;lia&#8203;ment of \u2068Kiribati\u2069 sat&nbsp;on November&nbsp;4.</p>",
    blocks: ["The parliament of Kiribati sat on November 4."],
  },
  {
    name: "line breaks: one is a space, two end a block",
    html: "<div>First line<br>goes on.<br><br>Second paragraph<br/>goes on too.</div>",
    blocks: ["First line goes on.", "Second paragraph goes on too."],
  },
  {
    name: "text beside block elements is not glued to them",
    html: "<div>Lagos<div>Accra</div>Lom\u00e9<p>Cotonou</p>Abuja</div>",
    blocks: ["Lagos", "Accra", "Lom\u00e9", "Cotonou", "Abuja"],
  },
  {
    name: "caption and credit in one figure",
    html: "<figure><img alt='' src='data:,'><figcaption>Boats at Mwanza. <span class='credit'>JOY AUMA/LAKE NEWS</span></figcaption></figure><p>The boats left.</p>",
    blocks: ["Boats at Mwanza. JOY AUMA/LAKE NEWS", "The boats left."],
  },
  {
    name: "hidden, aria-hidden, invisible, clipped and script content",
    html: `<p>Seen <span hidden>no</span><span aria-hidden="true">no</span><span class="sr-only">no</span><span class="gone">no</span><span class="unseen">no <b class="back">again</b></span><script>var no</script><style>.no{}</style> here.</p>`,
    setup: ".gone { display: none } .unseen { visibility: hidden } .back { visibility: visible }",
    blocks: ["Seen again here."],
  },
  {
    name: "ruby: the base is read, the reading is not",
    html: "<p>Governor <ruby>\u5c0f\u6c60<rp>(</rp><rt>Koike</rt><rp>)</rp></ruby> spoke in Tokyo.</p>",
    blocks: ["Governor \u5c0f\u6c60 spoke in Tokyo."],
  },
  {
    name: "a drop cap that floats",
    html: "<p><span class='cap'>N</span>airobi woke to rain.</p>",
    setup: ".cap { float: left; font-size: 3em }",
    blocks: ["Nairobi woke to rain."],
  },
  {
    name: "inline elements shown as blocks, blocks shown inline",
    html: "<div><span class='line'>Suva</span><span class='line'>Apia</span></div><p>To <div class='in'>Nuku'alofa</div></p>",
    setup: ".line { display: block } .in { display: inline }",
    blocks: ["Suva", "Apia", "To", "Nuku'alofa"],
  },
  {
    name: "display: contents around paragraphs",
    html: "<div class='none'><p>First of two.</p><p>Second of two.</p></div>",
    setup: ".none { display: contents }",
    blocks: ["First of two.", "Second of two."],
  },
  {
    name: "an open shadow root with a slot",
    html: "<news-body><p>The story in the page.</p></news-body>",
    setup: "shadow:news-body:<p>Before the slot.</p><slot></slot><p>After the slot.</p>",
    blocks: ["Before the slot.", "The story in the page.", "After the slot."],
  },
  {
    name: "a shadow root in a shadow root",
    html: "<p>Outside.</p><news-outer></news-outer>",
    setup: "shadow:news-outer:<p>Outer text.</p><news-inner></news-inner>;shadow:news-inner:<p>Inner text of Dakar.</p>",
    blocks: ["Outside.", "Outer text.", "Inner text of Dakar."],
  },
  {
    name: "lists and quotations",
    html: "<ul><li>One <b>item</b> from Quito</li><li><p>Two</p></li></ul><blockquote><p>\u201cWe wait,\u201d she said.</p></blockquote>",
    blocks: ["One item from Quito", "Two", "\u201cWe wait,\u201d she said."],
  },
  {
    name: "a table's cells are apart",
    html: "<table><tr><th>Team</th><th>Goals</th></tr><tr><td>Senegal</td><td>Two each</td></tr></table><p>Senegal won.</p>",
    blocks: ["Team", "Goals", "Senegal", "Two each", "Senegal won."],
  },
  {
    name: "columns, flex and grid",
    html: "<div class='grid'><p>Left of Lima.</p><p>Right of Lima.</p></div><div class='flex'><span>Callao</span><span>Cusco</span></div>",
    setup: ".grid { display: grid; grid-template-columns: 1fr 1fr } .flex { display: flex }",
    blocks: ["Left of Lima.", "Right of Lima.", "Callao", "Cusco"],
  },
  {
    name: "right-to-left names in the text",
    html: "<p dir='auto'>The mayor, <bdi lang='ar'>\u0644\u064a\u0644\u0649 \u062d\u0633\u0646</bdi>, spoke in Amman.</p>",
    blocks: ["The mayor, \u0644\u064a\u0644\u0649 \u062d\u0633\u0646, spoke in Amman."],
  },
  {
    name: "emoji, joiners and characters beyond the first plane",
    html: "<p>\u{1f600} Amara <b>\u{1f468}\u200d\u{1f692}</b> Okafor \u{20bb7} spoke.</p>",
    blocks: ["\u{1f600} Amara \u{1f468}\u200d\u{1f692} Okafor \u{20bb7} spoke."],
  },
  {
    name: "text nodes split without an element",
    html: "<p>Freetown waited for rain.</p>",
    setup: "split",
    blocks: ["Freetown waited for rain."],
  },
  {
    name: "a page in a sandbox of aside, nav, adverts and forms",
    html: "<nav>Home</nav><p>Story text of Bissau, long enough.</p><aside>Read more</aside><div class='ad-slot'>Buy</div><form><label>Mail <input></label></form><p>Story goes on.</p>",
    blocks: ["Story text of Bissau, long enough.", "Story goes on."],
  },
  {
    name: "a closed details, and an open one",
    html: "<details><summary>The plan for Juba</summary><p>Hidden part.</p></details><details open><summary>Seen</summary><p>Shown part.</p></details>",
    blocks: ["The plan for Juba", "Seen", "Shown part."],
  },
];
