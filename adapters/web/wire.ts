/** What goes over the wire between the playground and its page; dates travel as ISO 8601. */
import type { Lang, Span } from '../../src/card.js';
import type { File } from '../../src/chat.js';
import type { Channel, Player } from './company.js';
import type { Conversation, Message } from './memory.js';

/** Plain words, or a card as its platform would be sent it. */
export type Drawn = { words: string; files?: readonly File[] } | { title: string; card: unknown };
export type DrawnMessage = Omit<Message, 'body' | 'at'> & { at: string } & Drawn;

/** The latest messages of a conversation; those before the number `from` are to be asked for, where it is not 0. */
export type Stretch = { messages: DrawnMessage[]; from: number };

/** The moves of the tour that are over, and the ticket with which it is walked. */
export type TourState = { done: string[]; ticket: string };

export type State = {
  people: Player[];
  channels: Channel[];
  now: string;
  rev: number;
  /** The language that everybody was last made to speak, if any. */
  lang?: Lang;
  tour: TourState;
  /** Whether a company with half a year behind it can be opened beside this one. */
  offersYear: boolean;
  /** By `<platform> <conversation>`. */
  talks: Record<string, Stretch>;
};

/** The desk's words to one person, with times already written out. */
export type Said = Exclude<Span, { kind: 'time' }>[];

/** `replaces`: the message that what comes of the form takes the place of. */
export type OpenForm = { drawn: unknown; conversation: Conversation; thread?: string; replaces?: string };

/** What the desk tells one person: that it is done, or why not. */
export type Note = { said: Said; tone: 'good' | 'bad' };

/** What goes back to the browser that asked, and to nobody else; problems are by field. */
export type Shown = { notes: Note[]; form?: OpenForm; problems?: Record<string, string> };
