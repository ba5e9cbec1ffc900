/** What is offered when free words were understood: the record, what was heard of them, and buttons. Pure. */
import { bold, type Button, type Card, type Part, type Text, type Viewer } from '../card.js';
import type { Command, PartialCommand } from '../language/command.js';
import type { Slots } from '../language/slots.js';
import type { Offer } from './matter.js';
import type { Wording } from '../language/wording.js';

export const button = (label: string, does: Command, tone?: 'primary'): Button => ({
  label,
  does,
  ...(tone ? { tone } : {}),
});
export const opens = (label: string, draft: PartialCommand, tone?: 'primary'): Button =>
  button(label, { do: 'show-form', draft }, tone);

/** What was heard, said back before anything is done with it. */
function heardParts(heard: Slots, say: Wording): Part[] {
  const labels = say.meaning.fact;
  const facts = Object.entries(heard).flatMap(([name, value]) =>
    name in labels ? [{ label: labels[name as keyof typeof labels], value: [[value].flat().join(', ')] as Text }] : [],
  );
  return facts.length > 0 ? [{ kind: 'facts', facts }] : [];
}

export const offerCard = (
  { title, texts = [], heard, parts = [], buttons = [] }: Offer,
  viewer: Viewer,
  say: Wording,
): Card => ({
  for: viewer,
  title,
  parts: [
    ...texts.map((text): Part => ({ kind: 'text', text })),
    ...parts,
    ...(heard ? heardParts(heard, say) : []),
    ...(buttons.length > 0 ? [{ kind: 'buttons', buttons } as const] : []),
  ],
});

/** Two matters on one card, each under what was said of it. */
export const bothCard = (matters: readonly { words: string; card: Card }[], viewer: Viewer, say: Wording): Card => ({
  for: viewer,
  title: say.meaning.two,
  parts: matters.flatMap(({ words, card }): Part[] => [
    { kind: 'quote', text: words },
    { kind: 'text', text: [bold(card.title)] },
    ...card.parts,
  ]),
});
