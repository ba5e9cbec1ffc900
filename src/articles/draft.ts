/** An article that is written in the desk: a draft until somebody who may publishes it. Pure. */
import { type Lang, who, type Who } from '../card.js';
import type { Audience, Changed, NewEvent, Own, Recorded } from '../history.js';
import { type Person } from '../people.js';
import { Refusal } from '../refusal.js';
import { printOf } from '../print.js';

export type Written = {
  title: string;
  lang: Lang;
  phrasings: readonly string[];
  body: string;
  audience: 'everyone' | 'agents';
};

export const articlePrint = ({ title, lang, phrasings, body, audience }: Written): string =>
  printOf(title, lang, phrasings, body, audience);

export type ArticleDraft = Recorded &
  Written & {
    author: Who;
    state: 'draft' | 'published' | 'withdrawn';
    /** The ticket, or the group of questions, that it was written for. */
    from?: string;
    published?: { by: Who; at: Date };
    withdrawn?: { by: Who; at: Date };
  };

const happened = (what: string, by: Person, ...tell: Audience[]): NewEvent => ({ what, data: { who: who(by) }, tell });

const MOST_PHRASINGS = 50;
const LONGEST_PHRASING = 200;

/** One phrasing a line, each once. */
export const linesOf = (text: string): string[] =>
  [...new Set(text.split('\n').map((line) => line.replace(/^[-*•]\s*/, '').trim()))]
    .filter(Boolean)
    .map((line) => line.slice(0, LONGEST_PHRASING))
    .slice(0, MOST_PHRASINGS);

export const drafted = (
  written: Written,
  author: Person,
  from?: string,
): { own: Own<ArticleDraft>; events: NewEvent[] } => ({
  own: { ...written, author: who(author), state: 'draft', ...(from ? { from } : {}) },
  events: [happened('drafted', author)],
});

/**
 * The author edits the draft; what is published, only who may publish.
 * @param read the print of what was in the form: what somebody else wrote meanwhile is not written over.
 */
export function edit(
  draft: ArticleDraft,
  actor: Person,
  written: Written,
  mayPublish: boolean,
  read: string | undefined,
): Changed<ArticleDraft> {
  if (draft.state === 'withdrawn') throw new Refusal((say) => say.articles.isWithdrawn(draft._id));
  if (!mayPublish && (draft.author.id !== actor.id || draft.state !== 'draft'))
    throw new Refusal((say) => say.articles.notYours(draft._id));
  if (read !== undefined && read !== articlePrint(draft))
    throw new Refusal((say) => say.articles.editedMeanwhile(draft._id));
  return { next: { ...draft, ...written }, events: [happened('edited', actor)] };
}

/** Publishes what was read; nothing, when it has become another since. @param read its print. */
export function publish(
  draft: ArticleDraft,
  actor: Person,
  now: Date,
  read: string | undefined,
): Changed<ArticleDraft> {
  const { published } = draft;
  if (draft.state === 'withdrawn') throw new Refusal((say) => say.articles.isWithdrawn(draft._id));
  if (published) throw new Refusal((say) => say.articles.publishedAlready(draft._id, published.by, published.at));
  if (read !== articlePrint(draft)) return undefined;
  const author = draft.author.id === actor.id ? [] : [`person:${draft.author.id}` as const];
  return {
    next: { ...draft, state: 'published', published: { by: who(actor), at: now } },
    events: [happened('published', actor, ...author)],
  };
}

export function withdraw(draft: ArticleDraft, actor: Person, now: Date): Changed<ArticleDraft> {
  if (draft.state === 'withdrawn') throw new Refusal((say) => say.articles.isWithdrawn(draft._id));
  return {
    next: { ...draft, state: 'withdrawn', withdrawn: { by: who(actor), at: now } },
    events: [happened('withdrawn', actor)],
  };
}

/** What was done, line by line, as numbered steps; what is numbered already stays as it is. */
export function stepsFrom(text: string): string {
  const lines = text
    .split('\n')
    .flatMap((line) => (/^\s*(\d+[.)、]|[-*])\s*\S/.test(line) ? [line] : line.split(/(?<=[.!?])\s+|(?<=[。！？；])/)))
    .map((line) => line.replace(/^\s*(?:\d+[.)、]|[-*])\s*/, '').trim())
    .filter(Boolean);
  return lines.map((line, index) => `${index + 1}. ${line}`).join('\n');
}
