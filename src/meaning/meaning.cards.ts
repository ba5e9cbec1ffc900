/** What is offered when free words were understood: the record, what was heard of them, and buttons. Pure. */
import { bold, day, moment, type Button, type Card, type Part, type Text, type Viewer } from '../card.js';
import type { Command, PartialCommand } from '../language/command.js';
import type { Slots } from '../language/slots.js';
import { hoursIn } from '../language/spans.js';
import type { Offer } from './matter.js';
import type { Wording } from '../language/wording.js';
import { instantOf } from '../zones.js';

const HOUR_MS = 3_600_000;

export const button = (label: string, does: Command, tone?: 'primary'): Button => ({
  label,
  does,
  ...(tone ? { tone } : {}),
});
export const opens = (label: string, draft: PartialCommand, tone?: 'primary'): Button =>
  button(label, { do: 'show-form', draft }, tone);

/** For whom a card is drawn, in which words, and when. */
export type Reading = { viewer: Viewer; say: Wording; now: Date };

/** A day, a moment or a span of `dates.ts`, as the reader writes it. */
function dateText(written: string, { viewer: { zone } }: Reading): Text {
  return written
    .split('/')
    .flatMap((each, i) => [...(i > 0 ? [' – '] : []), (each.includes('T') ? moment : day)(instantOf(each, zone))]);
}

/** For how long, and until when that is: `7 days (until Mon 7 Dec)`. */
function durationText(span: string, { say, now }: Reading): Text {
  const hours = hoursIn(span);
  const until = new Date(now.getTime() + hours * HOUR_MS);
  return say.meaning.lasts(say.access.duration(hours), (hours < 24 ? moment : day)(until));
}

/** What was heard, said back before anything is done with it. */
function heardParts(heard: Slots, reading: Reading): Part[] {
  const { fact: labels, priority } = reading.say.meaning;
  const textOf = (name: string, value: string): Text => {
    if (name === 'dates') return dateText(value, reading);
    if (name === 'duration') return durationText(value, reading);
    return [name === 'priority' && value in priority ? priority[value as keyof typeof priority] : value];
  };
  const facts = Object.entries(heard).flatMap(([name, values]) => {
    if (!(name in labels)) return [];
    const value = [values].flat().flatMap((each, i) => [...(i > 0 ? [', '] : []), ...textOf(name, each)]);
    return [{ label: labels[name as keyof typeof labels], value }];
  });
  return facts.length > 0 ? [{ kind: 'facts', facts }] : [];
}

export const offerCard = ({ title, texts = [], heard, parts = [], buttons = [] }: Offer, reading: Reading): Card => ({
  for: reading.viewer,
  title,
  parts: [
    ...texts.map((text): Part => ({ kind: 'text', text })),
    ...parts,
    ...(heard ? heardParts(heard, reading) : []),
    ...(buttons.length > 0 ? [{ kind: 'buttons', buttons } as const] : []),
  ],
});

/** Two matters on one card, each under what was said of it. */
export const bothCard = (matters: readonly { words: string; card: Card }[], { viewer, say }: Reading): Card => ({
  for: viewer,
  title: say.meaning.two,
  parts: matters.flatMap(({ words, card }): Part[] => [
    { kind: 'quote', text: words },
    { kind: 'text', text: [bold(card.title)] },
    ...card.parts,
  ]),
});
