/** Which words say nothing that a service desk could work on: greetings, thanks, "solved". Pure. */
import { isMadeOf, piecesOf } from './language/pieces.js';

const said = [
  // Greetings.
  'hi|hello|hey|hiya|howdy|good (?:morning|afternoon|evening|day)|morning|greetings|dear|how are you(?: doing)?',
  '您好|你好|大家好|哈喽|嗨|各位好|早上好|上午好|下午好|晚上好|早安|早|在吗|在么|有人吗',
  // Thanks and goodbyes.
  "thanks|thank you|thank u|thx|ty|tysm|many thanks|cheers|much appreciated|appreciate it|you(?:’|')?re welcome|np",
  'no problem|bye|have a (?:nice|good|great) (?:day|one|weekend)',
  '谢谢|多谢|感谢|谢了|辛苦了|不客气|没事|再见|拜拜',
  // Solved, understood.
  "(?:it(?:’|')?s |is |all |now )*(?:solved|resolved|fixed|working|works|done|sorted|good)(?: now| again)?",
  'it works(?: now| again)?|ok(?:ay)?|got it|great|perfect|awesome|nice|yes|no|yep|nope|sure|fyi',
  '(?:已经?|都|现在)?(?:解决|搞定|修好|弄好|好了|可以了|正常了|恢复)(?:了|啦)?|好的?|收到|明白了?|知道了|嗯+|行|可以|没问题|是的?|不是',
].join('|');

/** What people add: whom they greet, how much they thank. */
const around =
  'all|everyone|everybody|team|folks|guys|there|again|a lot|so much|very much|for (?:the|your) help|it|and|大家|各位|老师|大佬|同学|非常|太|你们?|您|帮忙|啊|啦|哈|呀|了|哦';

const pieces = piecesOf([`(?:${said})(?![a-z])`, `(?:${around})(?![a-z])`], 'i');
const NOTHING = /[^\p{L}\p{N}]*/uy;

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
