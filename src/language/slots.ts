/** What free words name besides what they mean: records, days, spans, people, rights, services, reasons. Pure. */
import { datesIn } from './dates.js';
import { foreignTongue } from './foreign.js';
import type { Intent } from './intents.js';
import { entitlementIn, nameIn, serviceIn } from './named.js';
import { phrasesOf } from './phrases.js';
import { durationIn } from './spans.js';

export type Slots = Partial<
  Record<
    | 'ticket'
    | 'request'
    | 'change'
    | 'person'
    | 'duration'
    | 'entitlement'
    | 'service'
    | 'priority'
    | 'reason'
    | 'language'
    | 'phone',
    string
  >
> & {
  dates?: string[];
};

/** Longer words are not looked into. */
const LONGEST = 1000;

const tongues = phrasesOf([
  ['zh', ['chinese', 'mandarin', '中文', '普通话', '汉语']],
  ['en', ['english', '英文', '英语']],
  ['de', ['german', 'deutsch', '德语', '德文']],
  ['es', ['spanish', 'español', 'espanol', '西班牙']],
  ['fr', ['french', 'français', 'francais', '法语', '法文']],
  ['it', ['italian', '意大利']],
  ['ja', ['japanese', '日本語', '日语', '日文']],
  ['ko', ['korean', '한국어', '韩语', '韩文']],
  ['pt', ['portugu', '葡萄牙']],
  ['pl', ['polish', 'polski', '波兰']],
  ['tr', ['turkish', '土耳其']],
  ['ru', ['russian', 'русск', '俄语', '俄文']],
]);
const priorities = phrasesOf([
  ['urgent', ['urgent', 'asap$', '加急', '紧急']],
  ['low', ['no hurry', 'no rush', 'not urgent', 'whenever', '不急', '不着急']],
]);
const causes = phrasesOf([
  ['because', ['because of$', 'because$', 'since$', 'due to$', 'as$', '因为', '为了']],
  ['no cause', ['as soon', 'as well', 'as of', 'as per']],
]);
/** What somebody would do with a right: `to check the figures`. */
const purposes = phrasesOf([
  [
    'purpose',
    (
      'fix|debug|swap|check|test|build|prepare|review|install|import|export|read|update|finish|run|make|do|look|see|' +
      'close|print|send|write|replace|set up|work on|help|compare|plan|file|audit'
    )
      .split('|')
      .map((verb) => `to ${verb}$`),
  ],
]);

/** What a right is for, at the end of a sentence: `for the audit`. */
const FOR = /\bfor (?:the|my|our|an|a) ([a-z][a-z -]{2,60})[.!?]?$/i;
/** What ends so, or is said so, gives no reason in Chinese. */
const NO_REASON = /[吗呢吧嘛]$|^(?:请|麻烦|谢|帮|安排|尽快|急|到|开|给|把|用到|直到|改|延)|(?:下|办|谢谢|到期)$/u;

/** The last of several clauses, after the day or the span that is asked for: `开到周五，审计要用`. */
function reasonInChinese(words: string): string | undefined {
  const clauses = words
    .split(/[,，。；;！!]/)
    .map((each) => each.trim())
    .filter(Boolean);
  const last = clauses.at(-1) ?? '';
  const isReason = clauses.length > 1 && /^\p{Script=Han}{4,20}$/u.test(last) && !NO_REASON.test(last);
  return isReason && datesIn(last, '2026-01-01').length === 0 && !durationIn(last) ? last : undefined;
}

/** The words that give a reason, up to the end of their sentence. */
function reasonIn(words: string, intent: Intent): string | undefined {
  const plain = words.toLowerCase();
  const found = causes(plain);
  const isNone = (at: number) => found.some(({ name, from }) => name === 'no cause' && from === at);
  const cause = found.filter(({ name, from }) => name === 'because' && !isNone(from)).at(-1);
  const purpose = cause ? undefined : purposes(plain).at(-1);
  const from = cause?.to ?? (purpose && purpose.from + 'to '.length);
  if (from === undefined) {
    if (!/^access-(?:request|extend)$/.test(intent)) return undefined;
    const [, use] = FOR.exec(words.trim()) ?? [];
    return use === undefined || durationIn(`a ${use}`) ? reasonInChinese(words) : use;
  }
  const [reason = ''] = words.slice(from).split(/[.!?。！？\n]/);
  return reason.trim().length > 2 ? reason.trim() : undefined;
}

const usesEntitlement = /^(?:access-|approval-(?:approve|reject))/;
const usesService = /^(?:outage|urgent|oncall|change-|sop-|ticket-new|report)/;
const usesPerson = /^(?:approval-|joiner|leaver|access-re(?:voke|quest)|ticket-contact|praise|leave$)/;
const usesDates = /^(?:access-(?:request|extend|return)|approval-delegate|leave|joiner|oncall|change|callback|report)/;

/** The first number with this prefix, or of this kind. */
const numbered = (words: string, pattern: RegExp): string | undefined =>
  pattern
    .exec(words)?.[1]
    ?.toUpperCase()
    .replace(/^([A-Z]+)[ -]?(\d)/, '$1-$2');

/** @param today the day in the speaker's zone, `2026-02-11`. */
export function slotsIn(said: string, intent: Intent, today: string): Slots {
  const words = said.slice(0, LONGEST);
  const plain = words.normalize('NFKC').toLowerCase();
  const slots: Slots = {};
  const put = (name: Exclude<keyof Slots, 'dates'>, value: string | undefined): void => {
    if (value) slots[name] = value;
  };
  put('request', numbered(words, /\b(REQ-?\d{1,9})/i));
  put('change', numbered(words, /\b(CHG-?\d{1,9})/i));
  put(
    'ticket',
    numbered(words, /\b((?:INC|HD|TKT|SR)-?\d{1,9})/i) ?? numbered(plain, /(?:ticket|case|工单|单号) ?#? ?(\d{1,9})/),
  );
  if (usesDates.test(intent)) {
    const dates = datesIn(words, today);
    // Of a right that is to last longer, the day on which it ends now is said too.
    if (dates.length > 0) slots.dates = intent === 'access-extend' ? [dates.toSorted().at(-1)!] : dates;
  }
  if (/^(?:access-(?:request|extend)|leave)/.test(intent) && !(intent === 'access-extend' && slots.dates))
    put('duration', durationIn(words));
  if (/^(?:ticket-(?:escalate|new)|urgent)/.test(intent))
    put('priority', /\bP[1-4]\b/i.exec(words)?.[0].toUpperCase() ?? priorities(plain).at(-1)?.name);
  if (/^(?:ticket-contact|callback)/.test(intent)) {
    const [phone] = /\+?\d[\d ()/-]{2,20}\d/.exec(words.replace(/\b(?:INC|HD|REQ|CHG)-?\d{1,9}/gi, ' ')) ?? [];
    put('phone', phone?.replace(/[^\d+]/g, ''));
  }
  if (intent === 'language') put('language', tongues(plain)[0]?.name ?? foreignTongue(words));
  if (usesPerson.test(intent)) put('person', nameIn(words));
  if (usesEntitlement.test(intent)) put('entitlement', entitlementIn(words, slots.person));
  if (usesService.test(intent)) put('service', serviceIn(words));
  if (/^(?:access-|approval-reject|ticket-escalate)/.test(intent)) put('reason', reasonIn(words, intent));
  return slots;
}
