/** The verbs of all capabilities, and what can be shown by its number. Pure. */
import type { Lang } from '../text.js';
import type { Command } from './command.js';
import * as capabilities from './index.js';
import type { Capability, Verb } from './spec.js';

const all: readonly Capability[] = Object.values(capabilities);

/** What people need most comes first, wherever verbs are listed; the others follow by capability. */
const first = (
  'new mine find request approvals change sop leave oncall lang ' +
  'queue claim note reply resolve wait assign working move prio'
).split(' ');
const place = (name: string): number => (first.includes(name) ? first.indexOf(name) : first.length);

export const verbs: ReadonlyMap<string, Verb> = new Map(
  all.flatMap(({ verbs = {} }) => Object.entries(verbs)).toSorted(([one], [other]) => place(one) - place(other)),
);

/** Every spelling in every language, the longest first. */
export const spellings: readonly (readonly [word: string, verb: Verb])[] = [...verbs.values()]
  .flatMap((verb) => Object.values(verb.spelled).flatMap((words) => words.map((word) => [word, verb] as const)))
  .toSorted(([a], [b]) => b.length - a.length);

export const wordOf = (verb: Verb, lang: Lang): string => verb.spelled[lang][0];

const records = new Map(all.flatMap(({ records = {} }) => Object.entries(records)));
const numbered = new RegExp(String.raw`^(${[...records.keys()].join('|')})-(\d{1,9})\b[\s:：,，]*([\s\S]*)$`, 'i');

/** The record that the words begin with, the command that shows it, and the words after it. */
export function recordIn(words: string): { id: string; show: Command; rest: string } | undefined {
  const [, prefix = '', digits, rest = ''] = numbered.exec(words) ?? [];
  const show = records.get(prefix.toUpperCase());
  if (!show) return undefined;
  const id = `${prefix.toUpperCase()}-${Number(digits)}`;
  return { id, show: show(id), rest: rest.trim() };
}

/** What a verb does when its button is pressed: with the ticket where one is meant, otherwise alone. */
export const pressed = (verb: Verb, ticket: string | undefined): Command | undefined =>
  (ticket && verb.about?.(ticket, '', recordIn(ticket)!.show)) || verb.alone?.('', { commanded: true });
