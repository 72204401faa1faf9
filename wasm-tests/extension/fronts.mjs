// Pages that list articles and are none, in the shapes that front pages, topic pages and archives have. Words of our own.

const STORIES = ["Harbour tolls rise in Mombasa", "Nile towns share a water line", "Schools reopen after the flood", "Lake ferry inspected again", "Tea prices fall for a third week", "Court hears the bridge case", "New line to Kisumu by spring", "Coast railway asks for time"];
const DEK = "Officials said on Monday that a decision would be made before the end of the month.";

/** @param {(story: string) => string} card @param {number} [count] */
const each = (card, count = STORIES.length) => STORIES.slice(0, count).map(card).join("");

/** @type {{ name: string, html: string }[]} */
export const FRONTS = [
  { name: "a grid of articles side by side", html: `<h1>The Lake Post</h1><main>${each((story) => `<article><h2><a href="#">${story}</a></h2><p>${DEK}</p></article>`)}</main>` },
  { name: "a list, an article in each item, called cards", html: `<h1>News</h1><ul>${each((story) => `<li><article class="card card--small"><h3><a href="#">${story}</a></h3><p>${DEK}</p></article></li>`)}</ul>` },
  { name: "a list, an article without a class in each item", html: `<h1>News</h1><ul>${each((story) => `<li><article><h3><a href="#">${story}</a></h3><p>${DEK}</p></article></li>`)}</ul>` },
  { name: "the same, no headline of the first order", html: `<ul>${each((story) => `<li><article><h3><a href="#">${story}</a></h3><p>${DEK}</p></article></li>`)}</ul>` },
  { name: "plain boxes", html: `<h1>The Lake Post</h1>${each((story) => `<div class="box"><h2><a href="#">${story}</a></h2><div>${DEK}</div></div>`)}` },
  { name: "one leading article, then links", html: `<h1>The Lake Post</h1><section><article class="lead"><h2><a href="#">${STORIES[0]}</a></h2><p>${DEK}</p></article></section><ul>${each((story) => `<li><a href="#">${story}</a></li>`)}</ul>` },
  { name: "an archive of summaries", html: `<h1>Archive: November</h1><main>${each((story) => `<article class="post"><h2><a href="#">${story}</a></h2><div class="entry-summary"><p>${DEK}</p></div></article>`)}</main>` },
  { name: "a blog's front with whole entries", html: `<h1>Notes from the lake</h1><main>${each((story) => `<article class="post"><h2>${story}</h2><div class="entry-content"><p>${DEK}</p></div></article>`, 4)}</main>` },
  { name: "cards with the article's words in their classes", html: `<h1>World</h1>${each((story) => `<div class="article-card"><div class="article-card__body"><h3>${story}</h3><p>${DEK}</p></div></div>`)}` },
  { name: "items of schema.org side by side", html: `<h1>Sport</h1><div>${each((story) => `<div itemscope itemtype="https://schema.org/NewsArticle"><h2 itemprop="headline">${story}</h2></div>`)}</div>` },
  { name: "a topic's page: sections with an article each", html: `<h1>Water</h1>${each((story) => `<section><article class="teaser"><h2>${story}</h2><p>${DEK}</p></article></section>`)}` },
  { name: "results of a search", html: `<h1>Results for \u201clake\u201d</h1><ol>${each((story) => `<li><a href="#">${story}</a><p>${DEK}</p></li>`)}</ol>` },
];
