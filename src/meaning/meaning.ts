/** What a message means: all acts and the articles in one ranking, by its words and by the state that it is said in. Pure. */
import type { Intent } from '../language/intents.js';
import { foreignTongue } from '../language/foreign.js';
import { areOfTwoThings } from '../language/things.js';
import { secretIn } from './secrets.js';

export type Meaning = { intent: Intent; confidence: number };

/** What the desk knows about a person who says something. */
export type Scene = {
  /** Their own open tickets, requests for access, and decisions that wait for them. */
  tickets: number;
  requests: number;
  approvals: number;
  /** Beneath a card or an answer of the desk. */
  inThread: boolean;
};

/** A line that a person does not write but pastes: of a log, of a stack, of a forwarded mail. */
const pastedLine: readonly RegExp[] = [
  /^traceback \(most recent/i,
  /^\s{0,40}at [\w.$]{1,100}\(/,
  /^-{2,40} ?(?:forwarded|original|转发|原始)/i,
  /^begin forwarded/i,
  /^>/,
  /^(?:fwd?|fw|转发) ?[:：]/i,
  /^\d{4}-\d\d-\d\d[ t]\d\d:\d\d/i,
  /^\[?(?:error|fatal|warn(?:ing)?|info)\b[\]: ]/i,
  /\bevent id \d/i,
  /exception in thread/i,
  /^[\w.]{1,80}(?:error|exception): /i,
];
const mailHead = /^(?:from|to|sent|subject|发件人|收件人|主题|发送时间) ?[:：]/i;
const MOST_LINES = 40;

/** Whether words are a log, a stack trace or a mail. */
export function isPasted(words: string): boolean {
  const lines = words.slice(0, 4000).split('\n', MOST_LINES);
  if (lines.some((line) => pastedLine.some((each) => each.test(line.slice(0, 200))))) return true;
  return lines.length > 1 && lines.some((line) => mailHead.test(line));
}

/** What stands between two matters. */
const joints =
  /[.!;。；！]\s{0,3}(?:and also|and|also|plus|by the way|another thing|besides|另外|还有|顺便|对了|再就是|再)?[,:，：]?\s{0,3}|[,，]?\s{0,3}(?:\band also\b|\bas well as\b|\balso\b|\bplus\b|\bby the way\b|\banother thing\b|\bbesides\b|另外|还有|顺便|对了|再就是)[,:，：]?\s{0,3}|\s{0,3}[,，]?\s(?:and)\s{1,3}/iu;

/** The two matters of a message, as far as a word between them tells. */
export function mattersIn(words: string): string[] {
  const parts = words
    .split(joints)
    .map((part) => part.trim())
    .filter((part) => part.length > 1);
  return parts.length === 2 ? parts : parts.length > 2 ? [parts[0]!, parts.slice(1).join(', ')] : [words];
}

const SAID_BESIDE = /[,;.] ?(?:and|also|by the way)\b|[，。；,] ?(?:另外|还有|顺便|对了|再就是)/iu;

/** Whether words tell of two different things, one beside the other. */
export function tellsTwoThings(words: string): boolean {
  const [one = '', other] = mattersIn(words);
  return other !== undefined && SAID_BESIDE.test(words) && areOfTwoThings(one, other);
}

/** How the state speaks for a meaning, on the scale of log-odds. */
function stateFor(intent: Intent, { tickets, requests, approvals, inThread }: Scene): number {
  if (intent === 'approval-list') return approvals > 0 ? 0.4 : -0.6;
  if (/^approval-(?:approve|reject|ask)$/.test(intent)) return approvals > 0 ? (inThread ? 1.6 : 1) : -1.5;
  if (intent === 'approval-delegate') return approvals > 0 ? 0.3 : 0;
  if (intent === 'access-status' || intent === 'approval-nudge') return requests > 0 ? 0.8 : -0.4;
  if (/^ticket-(?:status|add|close|cancel|reopen|escalate|contact-change)$/.test(intent))
    return tickets > 0 ? (inThread ? 0.7 : 0.4) : -0.5;
  if (intent === 'own-tickets') return tickets > 0 ? 0.3 : 0;
  return 0;
}

/** A message that names a record is about one. */
function numbersFor(intent: Intent, words: string): number {
  const named = /\b(INC|HD|REQ|CHG)-?\d|\b(?:ticket|case) ?#?\d|工单 ?\d/i.exec(words);
  if (!named) return 0;
  const prefix = named[1]?.toUpperCase();
  const group =
    prefix === 'REQ'
      ? /^(?:access-status|access-who|access-extend|access-return|approval-|ticket-cancel)/
      : prefix === 'CHG'
        ? /^(?:change-|approval-|ticket-cancel)/
        : /^ticket-/;
  return intent === 'two-matters' ? -0.5 : group.test(intent) ? 1.5 : -1.5;
}

/** What an article that fits says for `knowledge`, around this confidence. */
const FITS = { at: 0.35, weight: 1.6 };
/** What structure tells weighs more than any words. */
const PINNED = 12;
/** Above 1 the ranking is surer of itself: it was right more often than it said, in messages that nobody tuned on. */
const SURER = 1.25;
/** Words of which there are so few tell little. */
const PRIOR: Partial<Record<Intent, number>> = {
  knowledge: -1.1,
  'out-of-scope': 0.4,
  'two-matters': -0.6,
  pasted: -3,
  'secret-typed': -2,
};

/** What is said beside a matter, and is none. */
const BESIDE: ReadonlySet<Intent> = new Set([
  'unclear',
  'thanks',
  'greeting',
  'small-talk',
  'never-mind',
  'complaint',
  'abuse',
  'praise',
  'two-matters',
  'out-of-scope',
  'pasted',
]);
/** How surely each part of two matters is one. */
const TWO = { at: 0.25, weight: 8, none: -2.5 };

/** How surely parts of a message are matters of different kinds. */
function twoFor(parts: readonly (readonly Meaning[])[]): number {
  const tops = parts.map((said) => said.find(({ intent }) => !ADDED.has(intent)) ?? said[0]!);
  if (tops.length < 2 || tops.some(({ intent }) => BESIDE.has(intent))) return TWO.none;
  if (new Set(tops.map(({ intent }) => intent)).size < 2) return TWO.none;
  return TWO.weight * (Math.min(...tops.map(({ confidence }) => confidence)) - TWO.at);
}
/** What a part of a message may seem to be because it is a part. */
const ADDED: ReadonlySet<Intent> = new Set(['two-matters', 'ticket-add', 'pasted']);

/**
 * @param said what the classifier of the language makes of the words.
 * @param parts what it makes of each of two matters that the words may be.
 * @param article the confidence of the best article.
 */
export function meaningOf(
  words: string,
  said: readonly Meaning[],
  parts: readonly (readonly Meaning[])[],
  article: number,
  scene: Scene,
): Meaning[] {
  const pinned: Intent | undefined = secretIn(words)
    ? 'secret-typed'
    : isPasted(words)
      ? 'pasted'
      : foreignTongue(words)
        ? 'language'
        : undefined;
  const two = twoFor(parts);
  const weighed = said.map(({ intent, confidence }) => {
    const adds =
      stateFor(intent, scene) +
      numbersFor(intent, words) +
      (PRIOR[intent] ?? 0) +
      (intent === 'knowledge' ? FITS.weight * (article - FITS.at) : 0) +
      (intent === 'two-matters' ? two : 0) +
      (intent === pinned ? PINNED : 0);
    return { intent, weight: (confidence * Math.exp(adds)) ** SURER };
  });
  const all = weighed.reduce((sum, { weight }) => sum + weight, 0);
  const ranked = weighed
    .map(({ intent, weight }) => ({ intent, confidence: weight / all }))
    .toSorted((one, other) => other.confidence - one.confidence);
  return urgentFirst(ranked);
}

/** What cannot wait, whichever of these it is. */
const URGENT: ReadonlySet<Intent> = new Set(['urgent-standstill', 'security-incident', 'lost-device', 'outage-report']);
const LIKELY = 0.5;

/** When something urgent is likely, the likeliest of these comes first, though none alone may be. */
function urgentFirst(ranked: readonly Meaning[]): Meaning[] {
  const urgent = ranked.filter(({ intent }) => URGENT.has(intent));
  const together = urgent.reduce((sum, { confidence }) => sum + confidence, 0);
  const [first] = urgent;
  if (!first || together < LIKELY || URGENT.has(ranked[0]!.intent)) return [...ranked];
  return [{ ...first, confidence: together }, ...ranked.filter((each) => each !== first)];
}
