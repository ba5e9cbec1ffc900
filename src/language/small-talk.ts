/** What people say to a desk besides their questions: thanks, "where is my ticket", "a human please". Pure. */
import type { Command, CommandOf } from './command.js';
import { isMadeOf, piecesOf } from './pieces.js';
import { form } from './spec.js';
import { ticketIn } from './values.js';
import { recordIn } from './vocabulary.js';

/** Longer words ask for something. */
const LONGEST = 80;

const plainly = (words: string): string =>
  words
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
    .trim();

/** Matches a whole saying; the parts are the ways to say it. */
const saying = (...ways: readonly string[]): RegExp => new RegExp(`^(?:${ways.join('|')})$`, 'u');
const says = (words: string, meaning: RegExp): boolean => words.length <= LONGEST && meaning.test(plainly(words));

const pleased = piecesOf([
  'thank(?:s| you)|thx|ty|cheers|much appreciated|appreciate it|for (?:your|the) help|so much|very much|a lot|many|again',
  'great|perfect|awesome|excellent|super|nice|cool|good|ok|okay|got it|will do|have a (?:nice|good) (?:day|one)|you too',
  "(?:it|that|this|everything|all)(?: is|[’']s)?(?: now)?",
  'works|working|solved|fixed|helped|did it|now|fine|yes|done|and',
  '非常感谢|感谢|谢谢|多谢|谢了|辛苦了|收到|解决了|已解决|可以了|搞定了|搞定|没问题|恢复|您|你|大家|啦|了|非常',
  '我?(?:知道|明白|了解|清楚)了|好的|好',
]);
const GREETING = /^(?:你们?|您|大家|各位)好/u;

/** Whether words begin with a greeting that has 好, which alone is a yes. */
export const isGreeting = (words: string): boolean => GREETING.test(words.trim());
const SPACE = /\s*/uy;
const thankful =
  /thank|thx|\bty\b|cheers|appreciat|great|perfect|awesome|works|solved|fixed|helped|ok|谢|好|收到|解决|可以|搞定|辛苦|没问题|恢复|知道了|明白了|了解了|清楚了/u;

/** Whether words only thank or confirm, in English or Chinese: such words do not reopen a resolved ticket. */
export function isThanks(words: string): boolean {
  const said = words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s'’]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(GREETING, '');
  if (said === '') return /\p{Extended_Pictographic}/u.test(words);
  return said.length <= LONGEST && thankful.test(said) && isMadeOf(said, pleased, SPACE);
}

const desk = saying(
  '(?:who|what) are you|are you (?:a )?(?:bot|robot|human|real)',
  'what (?:can|do) you do|what can i (?:ask|do)(?: you| here)?|how (?:can|do) i use (?:you|this)|how does this work',
  'help me|i need help|can you help(?: me)?',
  '你是谁|你是(?:机器人|真人)吗?|你(?:能|会|可以)(?:做|干|帮我做)?(?:什么|啥)|怎么用',
  '能帮(?:我|忙)吗?|帮帮我|我需要帮助',
);

const look = 'what is|whats|show|see|list|check|where is|where are|any|is there|how is|hows|can i see';
const news = '(?:status|state|progress|update|news) (?:of|on|about|for)';
const thing = '(?:tickets?|requests?|cases?|incidents?|access requests?)';
const lookInChinese = '查看|看看|看一下|看下|查询|查一下|查下|查';
const thingInChinese = '工单|单子|申请|请求|报修|问题单';
const newsInChinese = '(?:怎么样|如何|到哪(?:一步)?|处理好|好)?(?:了|吗|没有|没|呢)*';
const mine = saying(
  `(?:(?:${look}) )?(?:me )?(?:the |an? )?(?:${news} )?my (?:open |last )?${thing}(?: (?:status|progress|please|now))?`,
  `(?:请)?(?:帮我)?(?:${lookInChinese})?(?:一下)?我(?:的|提的|提交的|报的)(?:${thingInChinese})(?:的)?(?:状态|进度|进展|处理)?${newsInChinese}`,
  `(?:查看|查询|查)?(?:${thingInChinese})(?:的)?(?:状态|进度|进展)${newsInChinese}`,
);

const may =
  'please|can i|could i|may i|can you|could you|i want to|i need to|i would like to|i have to|id like to|let me';
const talk = '(?:talk|speak|chat|transfer me|connect me|get me|put me through)(?: (?:to|with))?';
const somebody =
  '(?:human|person|agent|someone|somebody|operator|colleague|service desk|help ?desk|support|it)(?: being)?';
const human = saying(
  `(?:(?:${may}) )*${talk} (?:an? |some |the )?(?:real |live |actual )?${somebody}(?: please)?`,
  '(?:an? )?(?:real |live )?(?:human|person|agent|operator)(?: please)?',
  '(?:请|我)?(?:要|想|需要)*(?:转|找|接|联系|叫)?(?:一下|个|一个)?(?:人工|真人|客服|人工客服|人工坐席|工程师)(?:服务|处理)?(?:谢谢)?',
);

/** The command that such words come to; undefined for a question. */
export function meantBy(words: string): Command | undefined {
  const ticket = ticketIn(words);
  if (ticket) {
    const unnumbered = ['my ticket', '我的工单'].map((own) => words.replace(/\bINC-\d{1,9}\b/i, own));
    return unnumbered.some((each) => says(each, mine)) ? { do: 'show-ticket', ticket } : undefined;
  }
  if (says(words, mine)) return { do: 'list-mine' };
  if (says(words, human)) return form({ do: 'open-ticket' });
  return says(words, desk) ? { do: 'help' } : undefined;
}

/** What is added to a record by words that begin with its number. */
export type Numbered = CommandOf<'comment' | 'discuss'>;

export function numberedIn(words: string): Numbered | undefined {
  const named = recordIn(words.trim());
  if (!named || named.rest === '') return undefined;
  const { id, rest } = named;
  return id.startsWith('INC-') ? { do: 'comment', ticket: id, words: rest } : remark(id, rest);
}

/** What is said of a request or a change belongs to it: the approver's question, or the requester's answer. */
export const remark = (record: string, words: string): CommandOf<'discuss'> | undefined =>
  /^(REQ|CHG)-/.test(record) ? { do: 'discuss', subject: record, words } : undefined;
