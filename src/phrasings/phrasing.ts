/**
 * A question that an article answered, on its way to becoming one of its phrasings. About a quarter of all "That helped"
 * are wrong clicks, so one alone teaches only what the article nearly said already. Pure.
 */
import type { Changed, NewEvent, Own, Recorded } from '../history.js';
import { type Person } from '../people.js';
import { who, type Who } from '../card.js';
import { Refusal } from '../refusal.js';
import { printOf } from '../print.js';

export type Phrasing = Recorded & {
  /** The article that it asks for, or `act:…` for something that the desk does. */
  article: string;
  /** The article's title when it was taught: under another title it may answer something else. Of an act, its name. */
  title: string;
  words: string;
  /** Those who said that the article answered it; nobody yet, when it was only chosen. */
  people: readonly string[];
  state: 'waiting' | 'taught' | 'rejected' | 'withdrawn';
  at: Date;
  /** The agent who decided; absent when it was taught by itself. */
  decided?: { by: Who; at: Date };
};

/** @param title of the article as it is now, which is what an agent reads. */
export const phrasingPrint = ({ words, article }: Pick<Phrasing, 'words' | 'article'>, title: string): string =>
  printOf(words, article, title);

/** From this share of the best score on, an article was near enough for one confirmation to teach. */
export const NEAR = 0.6;
/** The number of people whose agreement teaches without an agent. */
const AGREEING = 2;
/** Longer questions are stories, not phrasings. */
const LONGEST = 150;

/** Whether the article scored near the top of what was offered. */
export function isNear(offered: readonly { article: string; score?: number }[], article: string): boolean {
  const top = Math.max(...offered.map(({ score = 0 }) => score));
  const own = offered.find((each) => each.article === article)?.score;
  return own !== undefined && top > 0 && own >= NEAR * top;
}

/** Two ways to write the same words have one key. */
export const keyOf = (words: string): string =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The words as a phrasing; undefined when they are too long or say nothing. */
export function phrasingOf(words: string): string | undefined {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length <= LONGEST && keyOf(line.replaceAll('…', '')).length > 1 ? line : undefined;
}

/** Somebody chose the article for these words; that alone teaches nothing. */
export const chosenFor = (
  article: { id: string; title: string },
  words: string,
  person: string,
  now: Date,
): { own: Own<Phrasing>; events: NewEvent[] } => ({
  own: { article: article.id, title: article.title, words, people: [], state: 'waiting', at: now },
  events: [happened('chosen', { person })],
});

const happened = (what: string, data: Record<string, unknown>): NewEvent => ({ what, data });

export function proposed(
  { article, words, near }: { article: { id: string; title: string }; words: string; near: boolean },
  person: string,
  now: Date,
): { own: Own<Phrasing>; events: NewEvent[] } {
  const own: Own<Phrasing> = {
    article: article.id,
    title: article.title,
    words,
    people: [person],
    state: near ? 'taught' : 'waiting',
    at: now,
  };
  return { own, events: [happened('confirmed', { person }), ...(near ? [happened('taught', {})] : [])] };
}

const ACT = 'act:';
/** By this a phrasing names something that the desk does. */
export const idOfAct = (intent: string): string => `${ACT}${intent}`;
/** The act that a phrasing is of; undefined for an article's. */
export const actIn = (article: string): string | undefined =>
  article.startsWith(ACT) ? article.slice(ACT.length) : undefined;

/**
 * Another person found the same. An act is taught by agents alone.
 * @param near whether the article was near enough for one confirmation to teach.
 */
export function agree(phrasing: Phrasing, person: string, near = false): Changed<Phrasing> {
  if (phrasing.people.includes(person)) return undefined;
  const people = [...phrasing.people, person];
  const isEnough = (near || people.length >= AGREEING) && actIn(phrasing.article) === undefined;
  const taught = phrasing.state === 'waiting' && isEnough;
  return {
    next: { ...phrasing, people, ...(taught ? { state: 'taught' as const } : {}) },
    events: [happened('confirmed', { person }), ...(taught ? [happened('taught', {})] : [])],
  };
}

export type Verdict = 'accept' | 'reject' | 'withdraw';
const after = { accept: 'taught', reject: 'rejected', withdraw: 'withdrawn' } as const;

/**
 * An agent decides, once, about what they have read; what was taught can be taken back.
 * @param title the article's, as it is now: under a new title, what was taught before waits again.
 * @param read the print of what the agent has read; nothing changes when it has become another since.
 */
export function decide(
  phrasing: Phrasing,
  actor: Person,
  now: Date,
  verdict: Verdict,
  title: string,
  read: string | undefined,
): Changed<Phrasing> {
  const { state, decided, words } = phrasing;
  const waits = isWaiting(phrasing, title);
  if (verdict === 'withdraw' ? state !== 'taught' : !waits)
    throw new Refusal((say) => say.articles.decidedAlready(words, state, decided?.by, decided?.at));
  if (read !== phrasingPrint(phrasing, title)) return undefined;
  return {
    next: { ...phrasing, title, state: after[verdict], decided: { by: who(actor), at: now } },
    events: [happened(after[verdict], { who: who(actor) })],
  };
}

/** Whether it waits for an agent, because nobody agreed yet or the article has become another since. */
export const isWaiting = ({ state, title }: Pick<Phrasing, 'state' | 'title'>, current: string): boolean =>
  state === 'waiting' || (state === 'taught' && title !== current);
