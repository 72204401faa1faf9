// How each story is laid out on its page: section, pictures, links, pull quote, related pages.
// The words of a story are not here but in articles/<id>.json, and every phrase named below must occur in the block that
// it names, so that the text of the page stays the text of the article, character for character. Block numbers count
// from 0. `demo/build.mjs` fails with the phrase it missed.

/**
 * A phrase of a block that the page marks up: a topic's link, an author's link, emphasis or another element.
 * @typedef {{ phrase: string, as: "topic" | "author" | "em" | "strong" | "dateline" | "time", to?: string }} Mark
 *
 * A picture: its file in site/pictures, its alternative text, and the part at the end of the caption that is the credit.
 * @typedef {{ file: string, alt: string, credit: string }} Picture
 *
 * What stands between the paragraphs and is no part of the story, by the block that it follows.
 * @typedef {{ pull?: { quote: string, who: string }, related?: boolean, advert?: boolean, newsletter?: boolean }} Insert
 *
 * @typedef {object} Story
 * @property {string} id              the article's file name without ".json"
 * @property {string} section         key of SECTIONS
 * @property {string} teaser          the line under its headline on the front page
 * @property {Record<number, Picture>} pictures   by caption block
 * @property {Record<number, Mark[]>} marks       by block
 * @property {Record<number, Insert>} inserts     by the block before them
 * @property {string[]} tags          keys of TOPICS
 */

/** Sections of the paper, in the order of its navigation. @type {Record<string, string>} */
export const SECTIONS = {
  world: "World",
  americas: "Americas",
  asia: "Asia",
  business: "Business",
  science: "Science",
};

/** Topics that pages link to. @type {Record<string, string>} */
export const TOPICS = {
  "lake-victoria": "Lake Victoria",
  "east-african-community": "East African Community",
  fisheries: "Fisheries",
  "aral-sea": "Aral Sea",
  peru: "Peru",
  courts: "Courts",
  infrastructure: "Infrastructure",
  astronomy: "Astronomy",
  "new-zealand": "New Zealand",
  matariki: "Matariki",
  shipping: "Shipping",
  deals: "Mergers and acquisitions",
  vietnam: "Vietnam",
  oman: "Oman",
  kyrgyzstan: "Kyrgyzstan",
  "ferghana-valley": "Ferghana valley",
  cities: "Cities",
};

/** The stories, the front page's lead first. @type {Story[]} */
export const STORIES = [
  {
    id: "01-lake-victoria-forum",
    section: "world",
    teaser: "Ministers and scientists meeting in Kisumu agree on a common list of vessels and nine pilot projects.",
    pictures: {
      2: {
        file: "landing-site.svg",
        alt: "Illustration: visitors on a jetty beside a fish landing site with solar panels on its roof; boats on the lake.",
        credit: "DENIS ODERA/LAKE REGION NEWS AGENCY",
      },
    },
    marks: {
      1: [
        { phrase: "October 24, 2025", as: "time" },
        { phrase: "Achieng Wafula", as: "author" },
        { phrase: "Joseph Mugisha", as: "author" },
      ],
      3: [{ phrase: "Lake Victoria", as: "topic", to: "lake-victoria" }],
      4: [{ phrase: "East African Community", as: "topic", to: "east-african-community" }],
      7: [{ phrase: "Protocol for Sustainable Development of Lake Victoria Basin", as: "em" }],
      10: [{ phrase: "exports of Nile perch", as: "topic", to: "fisheries" }],
      14: [{ phrase: "Saving the Aral Sea", as: "topic", to: "aral-sea" }],
    },
    inserts: {
      6: { related: true },
      10: { advert: true },
      13: { newsletter: true },
    },
    tags: ["lake-victoria", "east-african-community", "fisheries"],
  },
  {
    id: "02-san-isidro-verdict",
    section: "americas",
    teaser: "A judge in Cusco finds that warnings about the San Isidro footbridge lay in a drawer for 14 months.",
    pictures: {
      4: {
        file: "courthouse.svg",
        alt: "Illustration: people with flowers wait in front of an arcaded courthouse under the mountains.",
        credit: "(Andes Wire Photo/Gonzalo Ttito)",
      },
      18: {
        file: "footbridge.svg",
        alt: "Illustration: a narrow suspension footbridge over a river gorge.",
        credit: "File photo: Gonzalo Ttito/Andes Wire",
      },
    },
    marks: {
      2: [
        { phrase: "Luc\u00eda Paredes Soto", as: "author" },
        { phrase: "Tom\u00e1s Arriaga", as: "author" },
      ],
      3: [{ phrase: "Nov. 13, 2025", as: "time" }],
      5: [
        { phrase: "CUSCO, Peru", as: "dateline" },
        { phrase: "the collapse of a footbridge", as: "topic", to: "infrastructure" },
      ],
      16: [{ phrase: "In a 212-page ruling", as: "topic", to: "courts" }],
    },
    inserts: {
      6: { advert: true },
      15: { related: true },
      17: { pull: { quote: "I tell them it looks like a bridge that somebody checks.", who: "Rosa Quispe" } },
      22: { newsletter: true },
    },
    tags: ["peru", "courts", "infrastructure"],
  },
  {
    id: "03-ring-of-rehua",
    section: "science",
    teaser: "From Takap\u014d to Kunming, astronomers watched one star blink out and come back.",
    pictures: {
      4: {
        file: "observatory.svg",
        alt: "Illustration: an observatory dome on a hill above a lake, two people beside it, snowy mountains and stars.",
        credit: "Photo: Aroha Kingi / The Meridian Post",
      },
      13: {
        file: "ring.svg",
        alt: "Illustration: a small, cratered icy world with a thin, tilted ring.",
        credit: "Illustration: Sj\u00f6fn Arnarsd\u00f3ttir/University of Iceland",
      },
      16: {
        file: "workshop.svg",
        alt: "Illustration: four people at a table in front of a blackboard with the curve of a star's light.",
        credit: "File photo. Supplied: Te K\u0101hui Trust",
      },
      21: {
        file: "matariki.svg",
        alt: "Illustration: children on a lake shore before dawn look up at a small cluster of stars.",
        credit: "(Photo by Pita Walker via South Island News)",
      },
    },
    marks: {
      2: [{ phrase: "Ngaire Tipoki", as: "author" }],
      3: [{ phrase: "24 June 2025", as: "time" }],
      5: [{ phrase: "a ring around one of the solar system\u2019s smaller worlds", as: "topic", to: "astronomy" }],
      8: [{ phrase: "according to standard theory", as: "em" }],
      20: [{ phrase: "Matariki", as: "topic", to: "matariki" }],
    },
    inserts: {
      8: { advert: true },
      12: { pull: { quote: "By the textbook, this ring should not be there.", who: "Mereana T\u016btaki" } },
      14: { related: true },
      20: { newsletter: true },
    },
    tags: ["astronomy", "new-zealand", "matariki"],
  },
  {
    id: "04-dhow-line-results",
    section: "business",
    teaser: "Omani shipping group raises its forecast; shares post their biggest gain in almost two years.",
    pictures: {
      4: {
        file: "harbour.svg",
        alt: "Illustration: a container ship under gantry cranes in a harbour at dusk.",
        credit: "MERIDIAN/Hamed al-Kalbani/File Photo",
      },
      15: {
        file: "signing.svg",
        alt: "Illustration: two men sign papers at a table between flower arrangements.",
        credit: "Song Lam Logistics/Handout via MERIDIAN",
      },
    },
    marks: {
      2: [{ phrase: "Yara Haddad", as: "author" }],
      3: [{ phrase: "August 7, 2025", as: "time" }],
      5: [
        { phrase: "MUSCAT, Aug 7", as: "dateline" },
        { phrase: "its largest deal", as: "topic", to: "deals" },
      ],
      6: [{ phrase: "Net profit", as: "strong" }],
      16: [{ phrase: "Vietnam Competition Commission", as: "topic", to: "vietnam" }],
      19: [{ phrase: "ordered six ships", as: "topic", to: "shipping" }],
      23: [{ phrase: "Price:", as: "strong" }],
      24: [{ phrase: "Second-quarter net profit:", as: "strong" }],
      25: [{ phrase: "Second-quarter revenue:", as: "strong" }],
      26: [{ phrase: "Expected savings:", as: "strong" }],
    },
    inserts: {
      9: { related: true },
      13: { advert: true },
      20: { newsletter: true },
    },
    tags: ["shipping", "deals", "oman", "vietnam"],
  },
  {
    id: "05-osh-bazaar",
    section: "asia",
    teaser: "City council votes to delay a move to the edge of town, but the wiring cannot wait for ever.",
    pictures: {
      4: {
        file: "bazaar.svg",
        alt: "Illustration: a woman weighs spices at a stall under the striped awnings of a bazaar.",
        credit: "Photograph: Nurlan Toktosunov/The Meridian Post",
      },
    },
    marks: {
      2: [{ phrase: "Meerim Asanbekova", as: "author" }],
      3: [{ phrase: "Wed 17 Sep 2025", as: "time" }],
      6: [{ phrase: "Kyrgyzstan\u2019s second city", as: "topic", to: "kyrgyzstan" }],
      14: [{ phrase: "Ferghana valley", as: "topic", to: "ferghana-valley" }],
    },
    inserts: {
      7: { advert: true },
      10: { related: true },
      14: { newsletter: true },
    },
    tags: ["kyrgyzstan", "ferghana-valley", "cities"],
  },
];
