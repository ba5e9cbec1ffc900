/** Which words say nothing that a service desk could work on: greetings, thanks, "solved". Pure. */
import { isMadeOf, piecesOf } from './language/pieces.js';

const greetings = [
  'hi|hello|hey|hiya|howdy|good (?:morning|afternoon|evening|day)|morning|greetings|dear|how are you(?: doing)?',
  '您好|你好|大家好|哈喽|嗨|各位好|早上好|上午好|下午好|晚上好|早安|早|在吗|在么|有人吗',
];
const thanks = [
  "thanks|thank you|thank u|thx|ty|tysm|many thanks|cheers|much appreciated|appreciate it|you(?:’|')?re welcome|np",
  'no problem|bye|have a (?:nice|good|great) (?:day|one|weekend)|ok(?:ay)?',
  '谢谢|多谢|感谢|谢了|辛苦了|不客气|没事|再见|拜拜|好的?',
];
const settled = [
  "(?:it(?:’|')?s |is |all |now )*(?:solved|resolved|fixed|working|works|done|sorted|good)(?: now| again)?",
  'it works(?: now| again)?|got it|great|perfect|awesome|nice|yes|no|yep|nope|sure|fyi',
  '(?:已经?|都|现在)?(?:解决|搞定|修好|弄好|好了|可以了|正常了|恢复)(?:了|啦)?|收到|明白了?|知道了|嗯+|行|可以|没问题|是的?|不是',
];
const apologies = [
  "sorry(?: to (?:bother|disturb))?|excuse me|hope (?:you are|you(?:’|')?re|all is) (?:well|doing well|fine)",
  '不好意思|抱歉|打扰一下|打扰了?|麻烦了?|请问',
];
/** What people add: whom they greet, how much they thank. */
const around = [
  'all|everyone|everybody|team|folks|guys|there|again|you|a lot|so much|very much|in advance|for (?:the|your) help|it|and',
  '大家|各位|老师|大佬|同学|非常|太|你们?|您|帮忙|啊|啦|哈|呀|了|哦',
];

const madeOf = (...kinds: readonly string[][]) =>
  piecesOf(
    kinds.flat().map((each) => `(?:${each})(?![a-z])`),
    'i',
  );
const pieces = madeOf(greetings, thanks, settled, around);
const courtesies = madeOf(greetings, thanks, apologies, around);
const NOTHING = /[^\p{L}\p{N}]*/uy;

const LEADING =
  /^(?:(?:thanks|thank you),? but |(?:hi|hello|hey) (?=\S)|不好意思|打扰一下|打扰了?|您好|你好|早上好|请问|麻烦您?|谢谢您?)/iu;
const isCourtesy = (words: string): boolean => /\p{L}/u.test(words) && isMadeOf(words, courtesies, NOTHING);

/** What is left of words without the greetings, thanks and apologies around them; all of them, if that is nothing. */
export function withoutCourtesies(words: string): string {
  let rest = words.trim();
  if (isNoise(rest)) return words;
  for (let times = 0; times < GREETINGS; times++) {
    const [head = ''] = /^[^,，.!！。:：;；~\n]{1,60}[,，.!！。:：;；~\n]{1,3}\s{0,9}/.exec(rest) ?? [];
    const [lead = ''] = head && isCourtesy(head) ? [head] : (LEADING.exec(rest) ?? []);
    if (lead === '' || lead.length === rest.length) break;
    rest = rest.slice(lead.length).trimStart();
  }
  const tail = /[,，.!！。;；?？\n]\s{0,9}([^,，.!！。;；?？\n]{1,60})[.!！。~]{0,3}$/.exec(rest);
  if (tail && isCourtesy(tail[1]!)) rest = rest.slice(0, tail.index + 1).replace(/[,，]$/, '');
  return /[\p{L}\p{N}]{2}/u.test(rest) ? rest : words;
}

/** Nobody greets more often before they say what they need. */
const GREETINGS = 3;

/** The words without the greeting that they begin with. */
export function withoutGreeting(words: string): string {
  let rest = words;
  for (let times = 0; times < GREETINGS; times++) {
    const [, greeting = '', after = ''] =
      /^([^,，.!！。:：;；\n]{1,40})[,，.!！。:：;；]{1,3}\s{0,9}(\S[^\n]*)/.exec(rest) ?? [];
    if (after === '' || !isNoise(greeting)) break;
    rest = after;
  }
  return rest;
}

/** Nobody greets at greater length. */
const LONGEST = 200;

/** Whether the words are made of nothing but pleasantries, signs and emoji. */
export function isNoise(words: string): boolean {
  if (words.length > LONGEST) return false;
  // Names of emoji, as Slack writes them, and of people who are greeted.
  const unnamed = words.replace(/:[a-z0-9_+-]+:|@[\p{L}\p{N}._-]+/giu, ' ');
  return isMadeOf(unnamed, pieces, NOTHING);
}
