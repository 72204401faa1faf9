/**
 * What publishing systems write between an article's paragraphs, in English: recognised by how a short line begins, or is.
 * Tables; `isBoilerplate` and `beginsTail` apply them. Collected from the conventions of news sites in general, never from
 * the name of one.
 */

/** A line that is no part of the story, if it is short. */
const LINES = [
  /^(?:read|see|watch|listen|learn|discover|shop|view|get|know) (?:more|also|next|all|here|now|full|the full|this)\b(?!.*[.]$)/i,
  /^(?:also|must|further|keep|continue|more) (?:read|see|watch|reading|reads?)\b/i,
  /^(?:read|watch|related|see|more|listen|also read|read also|recommended|trending|don'?t miss|editor'?s picks?|must read|explainer|opinion|video|gallery|in pictures|breaking)\s?[:|>\u00bb\u2192]/i,
  /^(?:related|recommended|trending|popular|similar|other|latest|more|top|most read|most popular|featured|suggested)(?: \w+)? (?:stories|articles|posts?|news|content|coverage|reading|links?|topics?|videos?|items|headlines|reads)\b[:.]?$/i,
  /^(?:related|trending|recommended|advertisement|advertising|sponsored|promoted|newsletter|comments?|most read|most popular|most viewed|you may (?:also )?like|you might (?:also )?like|up next|what to read next|read next|what'?s next|more on this|more for you|editors'? picks?|share this|share this (?:article|story|post|page|video)|share|shares?|tweet|email|print|save|copy link|link copied!?|follow us|topics?|tags?|filed under|categor(?:y|ies)|about the authors?|author|contributors?|sources?|loading\W*|play|playing|pause|watch|close|menu|search|skip(?: to .{1,30})?|reply|view gallery|expand|enlarge(?: this)?(?: image)?|toggle caption|hide caption|open image in gallery|next|previous|prev|back to top|top|image|photo|photos|video|caption|getty images|live|contents|table of contents|jump to.{0,30}|advertisement - continue reading below|continue reading below|scroll to continue(?: with content)?|article continues (?:below|after).{0,30}|story continues (?:below|after).{0,30}|continue reading(?: below)?|report ad|close ad|remove ads?|why you can trust .{1,40}|view (?:all )?comments|leave a (?:comment|reply)|post a comment|join the (?:conversation|discussion)|show comments|\d+ comments?|\d+ shares?|\d+ min(?:ute)?s? read)$/i,
  /^(?:sign up|subscribe|register|log ?in|join|click|tap|download|follow|like|support)\b.{0,120}\b(?:newsletters?|inbox|e-?mails?|updates?|alerts?|channel|app|here|podcasts?|twitter|facebook|instagram|whatsapp|telegram|tiktok|youtube|linkedin|google news|flipboard|access|subscribers?|account|today|us)\b/i,
  /^(?:get|receive|want)\b.{0,100}\b(?:newsletters?|inbox|delivered|by e-?mail|sign up|notifications?)\b/i,
  /^(?:to|for) (?:more|the latest|all the latest|breaking)\b.{0,120}\b(?:visit|follow|subscribe|sign up|click|download|check out|stay tuned|news|coverage)\b/i,
  /^(?:stay|keep) (?:up to date|updated|tuned|in touch|connected|informed)\b/i,
  /^(?:tags|topics|filed under|categories|category|keywords|posted in|in this (?:article|story)|more (?:on|about|from|in|like this)|about|share this|share on|via|source|sources|last updated|updated|published|posted|reading time|originally published|first published)\s?:/i,
  /^more (?:from|on|about|in)\b(?!.*[.!?]$)/i,
  /^(?:\u00a9|\(c\) ?\d|copyright\b)/i,
  /\ball rights reserved\b/i,
  /\b(?:may not be (?:published|reproduced|copied)|affiliate (?:links?|commissions?)|(?:when|if) you (?:buy|purchase|click|make a purchase)\b[^.]{0,60} (?:through|via|from|using|on)|privacy policy|terms of (?:use|service|sale)|user agreement|cookie policy|uses? cookies|accept (?:all )?cookies|enable javascript|javascript (?:is|must be)|does not support (?:html5|the) ?video|unsubscribe at any time|ad ?blocker|thank you for (?:signing|subscribing|registering)|already (?:a )?(?:subscriber|subscribed|have an account|a member)|create (?:a|your) free account|error occurred|please try again|try again later)\b/i,
  /^(?:have (?:a|you got a) (?:tip|story|news tip)|got a (?:tip|story|news tip)|do you have a (?:tip|story)|send (?:us )?(?:your )?(?:tips|comments|feedback)|contact (?:us|the (?:author|reporter|writer))|e-?mail (?:the author|us|him|her|me)?\b.{0,40}@|(?:he|she|they) can be reached|reach (?:him|her|me|the reporter)|what do you think\?.{0,60}comments|let us know)/i,
  /\b(?:is|are) (?:a|an|the) [^.]{0,80}\b(?:reporter|writer|correspondent|editor|contributor|freelancer|journalist|columnist|blogger)\b[^.]{0,80}\b(?:follow|on twitter|@\w+|at \w+@)/i,
  /^(?:follow|find|reach|contact|e-?mail|connect with) (?:[A-Z][\w.'\u2019-]+ ){1,4}(?:on|at|via)\b/,
  /\bcan be reached (?:at|on|via|by)\b/i,
  /\bcontributed (?:reporting|to this (?:report|article|story|post|piece))\.?$/i,
  /^(?:more information|journal information|citation|provided by|doi|listen to this|this (?:document|content|material|website|site|page) is (?:subject to|protected by))\b/i,
  /\b(?:affiliate partnerships?|we (?:may )?(?:earn|receive|get) (?:a )?(?:small )?(?:commission|compensation|portion)|prices? (?:(?:is|are|was|were) )?(?:accurate|correct|subject to change)|html5 video|invalid (?:file|video) format|can'?t access this content|enter your date of birth)\b/i,
  /^\P{L}*$/u,
];

/** A heading or a line after which there is no more story. */
const TAILS = [
  /^(?:related|recommended|trending|popular|similar|latest|more|top|featured|suggested|other)(?: \w+){0,2} (?:stories|articles|posts?|news|content|coverage|reading|headlines|reads|links|videos)\b[:.]?$/i,
  /^(?:more (?:from|on|about|in|like|stories)\b.*|comments?(?: \(\d+\))?|\d+ comments?|leave a (?:comment|reply)|join the (?:conversation|discussion).*|you (?:may|might) also (?:like|enjoy|be interested).*|what to read next|read next|up next|most (?:read|popular|viewed|shared)|about the authors?|editors'? picks?|related|recommended(?: for you)?|trending(?: now)?|popular|around the web|from the web|(?:post|share) your comments?|view comments|show comments|further reading|footnotes|references|sponsored(?: content)?|promoted|newsletter|sign up.*newsletter.*|subscribe.*)\W*$/i,
];

/** A picture's credit that stands among the paragraphs. */
const CREDITS = [
  /^(?:photos?|image|pictures?|cover|featured image|header image|thumbnail|lead image|hero image|gallery)(?: (?:credits?|by|via|courtesy(?: of)?|source)\b|s?\s*:)/i,
  /^(?:\(?(?:ap|afp) )?(?:photo|video)s?\s*[/|]/i,
];

const LONGEST_LINE = 420;
const LONGEST_TAIL = 80;

/** @param {string} text  of one block @param {boolean} caption */
export function isBoilerplate(text, caption) {
  if (text.length > LONGEST_LINE) return false;
  return LINES.some((line) => line.test(text)) || hasAddress(text) || (!caption && CREDITS.some((line) => line.test(text)));
}

/** An e-mail address at the end of a short line. @param {string} text */
function hasAddress(text) {
  const at = text.lastIndexOf("@");
  return at > 0 && at < 140 && text.length - at < 45 && /^@[\w-]+\.[\w.]{2,12}/.test(text.slice(at)) && /[\w.-]/.test(text[at - 1]);
}

/** @param {string} text  of one block */
export function beginsTail(text) {
  return text.length <= LONGEST_TAIL && TAILS.some((line) => line.test(text));
}
