/** What somebody said, with all that acting on it needs: their records, what was heard, and what to say. Pure. */
import type { Button, Lang, Part, Text, Who } from '../card.js';
import type { Context } from '../context.js';
import type { Command } from '../language/command.js';
import type { Intent } from '../language/intents.js';
import type { Slots } from '../language/slots.js';
import type { Wording } from '../language/wording.js';
import type { Directory, Person } from '../people.js';

/** A ticket of somebody's own, as far as it is needed to say which one is meant. */
export type OwnTicket = { _id: string; title: string; isOpen: boolean };
export type OwnRequest = { _id: string; title: Record<Lang, string>; isHeld: boolean; waitsFor: readonly Who[] };

/** A card that offers to do something. */
export type Offer = {
  title: string;
  texts?: readonly Text[];
  heard?: Slots;
  parts?: readonly Part[];
  buttons?: readonly Button[];
};

export type Matter = {
  words: string;
  intent: Intent;
  slots: Slots;
  lang: Lang;
  say: Wording;
  context: Context;
  /** Their open tickets, and the one resolved last. */
  tickets: readonly OwnTicket[];
  requests: readonly OwnRequest[];
  /** The access request or change that the words name. */
  subject?: Command | undefined;
  /** The ticket that is meant among these: by its number, as the only one, or by what it is about. */
  ticketAmong(tickets: readonly OwnTicket[]): OwnTicket | undefined;
  /** Whether some of these may be meant: a ticket about a printer is not, when the words speak of the Wi-Fi. */
  mayMean(tickets: readonly OwnTicket[]): boolean;
  /** Opens the form of a new ticket, which takes the words along. */
  newTicket(label?: string, more?: object): Button;
};

/** What comes of a matter: something shown, something offered, or a word back. */
export type Outcome = Command | Offer | Text;
export const isCommand = (outcome: Outcome): outcome is Command => 'do' in outcome;
export const isText = (outcome: Outcome): outcome is Text => Array.isArray(outcome);
export type Act = (matter: Matter) => Outcome | Promise<Outcome>;

/** Whom the words name, by one part of a name in the directory. */
export function personIn({ slots: { person = '' } }: Matter, directory: Directory): Person | undefined {
  const [first] = person.toLowerCase().split(/\s+/);
  return first ? directory.people.find(({ name }) => name.toLowerCase().split(/\s+/).includes(first)) : undefined;
}

/** The first and the last day that the words name, of the form 2026-12-01; a single one is both. */
export function daysIn({ slots }: Matter): { from: string; to: string } | undefined {
  const [from, to = from] = (slots.dates?.[0] ?? '').split('/').map((each) => each.slice(0, 10));
  return from && to ? { from, to } : undefined;
}

/** Whom the words name besides the speaker, however the name is written. */
export function otherIn(matter: Matter, directory: Directory): Person | undefined {
  const { words, context } = matter;
  const named = personIn(matter, directory);
  const said = new Set(words.toLowerCase().match(/[a-z]{3,40}/g) ?? []);
  const isOther = ({ id, name }: Person) => id !== context.actor.id && said.has(name.toLowerCase().split(/\s+/)[0]!);
  return named ?? directory.people.find(isOther);
}

/** Somebody else is to act for the speaker. */
export const STANDS_IN =
  /\bstand(?:s|ing)?[ -]?in\b|\b(?:covers?|approves?|decides?|signs?) (?:for|instead of) me\b|\bwho (?:approves?|decides?|signs?)\b|顶(?:一下|班|着)|[替代帮]我(?:审|批|签|处理|顶)/iu;

/** Shows what waits to be decided of these requests. */
export function waitingRequest(requests: readonly OwnRequest[]): Command | undefined {
  const [first, ...others] = requests.filter(({ waitsFor }) => waitsFor.length > 0);
  return first && (others.length > 0 ? { do: 'list-mine' } : { do: 'show-request', request: first._id });
}

/** So many records are named on one card. */
export const SHOWN = 4;

/** Meanings that no act answers: articles do, or they are met before. */
export type Passed = 'knowledge' | 'out-of-scope' | 'secret-typed' | 'two-matters';

export const bullets = (items: readonly Text[]): Part[] =>
  items.length === 0 ? [] : [{ kind: 'list', ordered: false, items }];

/** Offers the form of a new ticket, with what was heard said back. */
export const ticketOffer = (
  matter: Matter,
  title: string,
  texts: readonly Text[],
  more: object = {},
  label?: string,
): Offer => ({ title, texts, heard: matter.slots, buttons: [matter.newTicket(label, more)] });

/** Somebody has asked for nothing, and holds nothing. */
export const nothingOwn = ({ say, newTicket }: Matter): Offer => ({
  title: say.meaning.noRequest,
  texts: [say.meaning.noRequestText],
  buttons: [newTicket()],
});
