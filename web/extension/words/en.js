/**
 * What the extension says besides the interface's own words (../../ui/messages), in English: complete, and what the other languages are
 * held to (the same parts, keys and placeholders). Each part is an export of its own, so that a script holds only what it says.
 */

/** Of the manifest, in the browser's language; the stores take name and description from it. Options and background use the rest. */
export const manifest = {
  name: "Newsgloss: who said what",
  description: "Who is in a news article, and who said what: names, quotes and their speakers marked in place. Nothing leaves your browser.",
  action: "Newsgloss: who said what",
  openPanel: "Open the side panel",
};

/** On pages that are not read, and on the button there. */
export const notices = {
  unreadable: "Newsgloss cannot read this page",
  alone: "Newsgloss leaves this page alone",
  frameRefused: "Newsgloss may not read this frame",
  frameUnreadable: "Newsgloss cannot read this frame",
  frame: "Newsgloss: annotate this frame",
  noArticleInFrame: "Newsgloss: no article was found in this frame",
  sensitive: "Newsgloss: this page asks for a password or a card, or is of mail or a bank, and is left alone",
  never: "Newsgloss: this site is left alone, as the options say",
  noArticle: "Newsgloss: no article was found on this page",
  failed: "Newsgloss: the article could not be annotated ({reason})",
};

/** Of the side panel and the print list. */
export const panel = {
  annotate: "Annotate this page",
  again: "Try again",
  absent: "Nothing is annotated here yet",
  absentWhy: "Names, quotes and their speakers are then marked in the article and listed here. The text stays in your browser.",
  press: "Press the Newsgloss button",
  pressWhy: "It is in the browser\u2019s toolbar. Your browser lets an extension read a page only after you press its button there.",
  pressKeys: "The keys {keys} do the same.",
  never: "This page cannot be read",
  neverWhy: "Browsers keep their own pages and their stores closed to extensions.",
  working: "Reading the article\u2026",
  "no-article": "No article on this page",
  "no-articleWhy": "Front pages, lists and very short pages have no text to annotate.",
  language: "Not in English",
  languageWhy: "Only articles in English can be annotated.",
  sensitive: "This page is left alone",
  sensitiveWhy: "It asks for a password or a card. Newsgloss does not read such pages.",
  engine: "Something went wrong",
  engineWhy: "The article could not be annotated. The page is as it was.",
  always: "Always on this site",
  export: "Export",
  copy: "Copy",
  copyAs: "Copy as {format}",
  save: "Save",
  saveAs: "Save as {format}",
  copied: "Copied as {format}",
  notCopied: "The browser did not allow copying; save it instead",
  saved: "Saved: {file}",
  print: "Print a list\u2026",
  said: "Who said what",
  all: "Everything that was found",
  text: "Plain text",
  markdown: "Markdown",
  csv: "CSV table",
  json: "JSON",
  jsonld: "Web Annotations",
  printNow: "Print",
  printGone: "The article is no longer open. Go back to it and choose \u201cPrint a list\u201d again.",
  madeBy: "Found by Newsgloss, by machine. Check against the article before you rely on it.",
};

/** Of the options page. */
export const options = {
  title: "Newsgloss options",
  look: "Language and look",
  lang: "Language",
  "lang.auto": "As the browser",
  theme: "Card and panel",
  "theme.auto": "As the article",
  "theme.light": "Light",
  "theme.dark": "Dark",
  types: "Names that are marked",
  "type.GPE": "Countries, cities, provinces",
  "type.LOC": "Seas, regions, continents",
  "type.NORP": "Nationalities, religions, parties",
  colours: "Colours",
  names: "Names",
  "on.light": "On light pages",
  "on.dark": "On dark pages",
  "colour.light": "{name}, on light pages",
  "colour.dark": "{name}, on dark pages",
  faint: "{ratio} too faint",
  contrast: "The figure is the contrast with the page; below {enough} a line is hard to see.",
  always: "Always on these sites",
  alwaysNote: "Articles there are annotated as they open, without a press of the button. The browser asks you about each site.",
  add: "Add",
  remove: "Remove",
  removeSite: "Remove {host}",
  removed: "{host}: only when you press the button.",
  kept: "The browser keeps {host}: take it away among its own settings for extensions.",
  notSite: "\u201c{text}\u201d is not the name of a site.",
  allowed: "{host}: articles are annotated as they open.",
  refused: "{host}: not allowed.",
  notAsked: "{host}: the browser could not ask ({reason}).",
  never: "Sites left alone",
  neverNote: "One host a line. Newsgloss does nothing there, even when its button is pressed.",
  keys: "Keys",
  "key.open-panel": "Open the side panel",
  "key._execute_action": "Press the button",
  "key._execute_sidebar_action": "Open the sidebar",
  noKeys: "none",
  keysNote: "They are changed among the browser\u2019s own settings for extensions.",
  reset: "Reset everything",
  resetDone: "Everything is as at first.",
  saved: "Saved.",
  notSaved: "The browser did not let this be stored.",
  privacy: "Privacy",
  welcome: "How it works",
};

/** Of the welcome page. */
export const welcome = {
  title: "Welcome to Newsgloss",
  heading: "Who said what, in any English news article",
  pin: "Keep the button in sight.",
  pinChrome: "Press the puzzle piece in the toolbar, then the pin beside Newsgloss.",
  pinFirefox: "Open the extensions menu in the toolbar, and in Newsgloss\u2019s own menu there choose to pin it to the toolbar.",
  press: "Press it on an article.",
  pressWhy: "Names, quotes and dates are marked in place. Point at one to see who it is and what they said; press again and the page is as it was.",
  list: "See it all in the list.",
  listChrome: "The side panel has everyone who is quoted, with their words.",
  listFirefox: "The sidebar has everyone who is quoted, with their words.",
  listKeys: "{keys} opens it.",
  promise: "Nothing you read leaves your browser. There is no server, no account and no counting.",
  privacy: "Privacy in plain words",
  options: "Options",
  try: "Try it here",
  english: "The article below is in English, the only language that Newsgloss reads.",
  reading: "Reading it\u2026",
  read: "An invented article, read just now on your machine: {quotes}, {names}. Point at one, or press it.",
  failed: "It could not be read: {reason}",
};

/** Of the privacy page. */
export const privacy = {
  title: "Newsgloss: privacy",
  heading: "Privacy",
  leaves: "Nothing leaves your browser",
  leavesText:
    "The article is read by a program that came with the extension and runs on your machine. No server is asked, not ours and not anyone\u2019s: there is none. The extension makes no request to the network at all.",
  knows: "It does not know what you read",
  knowsText: "There is no account, no cookie, no counting and no report. The text of an article is in memory while its marks are shown, and is written nowhere.",
  reads: "It reads a page when you say so",
  readsText:
    "Press the button and it reads that page, until you leave it. Choose it in the menu of a frame and it reads that frame; where that is of another site your browser asks you first, and the leave ends as soon as the frame is being read. Add a site to \u201c{always}\u201d and it reads the articles there as they open; your browser asks you first, and you can take it back among the options or the browser\u2019s settings.",
  lit: "The lit button knows nothing either",
  litText:
    "In Chrome the button is lit on pages that look like an article. Your browser compares the page with a list that the extension gave it, and tells the extension nothing of it.",
  never: "Some pages it never reads",
  neverText:
    "Pages that show a field for a password, a card number or a one-time code, sites of mail and banks that it knows by name, and the sites that you list among the options. This holds even when you press the button.",
  stores: "What it stores",
  storesText:
    "Your options: the names that are marked, colours, light or dark, language, the sites to leave alone. Your browser keeps them, and carries them to your other machines if you have told it to. The sites that are always read are kept by the browser with its other permissions, on this machine only. Removing the extension removes all of it.",
  wrong: "What it may be wrong about",
  wrongText: "The marks are made by machine. Check against the article before you rely on who is said to have said what.",
};
