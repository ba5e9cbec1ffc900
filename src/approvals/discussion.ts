/** What approvers ask about a record before they decide, and what its requester answers: it stays on its history. Pure. */
import type { Budget } from '../budget.js';
import { buttons, type Button, type Part, type Who } from '../card.js';
import type { Audience, Event } from '../history.js';
import { Refusal } from '../refusal.js';
import type { Wording } from '../language/wording.js';
import type { Approvable } from './approvable.js';
import { awaited, clocked, mayDecide, openStep, stepOf } from './approval.js';
import type { Moved } from './moves.js';
import type { Routes } from './routes.js';

/** As many of the latest words as a card shows. */
const SHOWN = 4;
const LONGEST = 300;

/** How the ledger weighs what happens to a record that people discuss. */
export const budget: Budget = {
  talk: new Set(['asked', 'answered']),
  endings: new Set(['decided', 'withdrawn', 'returned', 'revoked', 'done', 'rolled-back']),
};

const isTalk = ({ what }: Event): boolean => budget.talk.has(what);
const askersOf = ({ history }: Approvable): string[] =>
  history.filter(({ what }) => what === 'asked').map(({ by }) => by);

/**
 * The requester answers the approvers who asked, or all whose decision is awaited; an approver asks the requester, and the
 * deadline stands still until the answer.
 * @throws Refusal for people who have no part in it, and when it is decided.
 */
export function discuss(record: Approvable, actor: Who, words: string, routes: Routes, now: Date): Moved {
  const { approval, requester, _id: id } = record;
  const own = actor.id === requester.id;
  if (own && !openStep(approval)) throw new Refusal((say) => say.approvals.discussionOver(id));
  if (!own) mayDecide(approval, stepOf(approval, actor), actor, routes, now);
  const askers = askersOf(record);
  const readers = own ? (askers.length > 0 ? askers : awaited(approval).map((one) => one.id)) : [requester.id];
  const tell = [...new Set(readers)].map((reader): Audience => `person:${reader}`);
  const data = { who: { id: actor.id, name: actor.name }, words };
  return { approval: clocked(approval, !own, routes, now), events: [{ what: own ? 'answered' : 'asked', data, tell }] };
}

/** The words of a question or an answer, as far as they are at hand. */
export const quoted = ({ data, whole, at }: Event, longest = Infinity): Part => {
  const words = whole?.['words'] ?? String(data['words']);
  const text = words.length > longest ? `${words.slice(0, longest).trimEnd()} …` : words;
  return { kind: 'quote', text, by: data['who'] as Who, at };
};

/** What was asked and answered last. */
export const discussion = ({ history }: Approvable): Part[] =>
  history
    .filter(isTalk)
    .slice(-SHOWN)
    .map((event) => quoted(event, LONGEST));

export const askButton = (subject: string, say: Wording): Button => ({
  label: say.approvals.ask,
  does: { do: 'show-form', draft: { do: 'discuss', subject } },
});

export const answerButton = (subject: string, say: Wording): Part[] =>
  buttons({ ...askButton(subject, say), label: say.approvals.answer, tone: 'primary' });
