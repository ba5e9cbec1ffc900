/** What goes over the wire between the playground and its page; dates travel as ISO 8601. */
import type { Span } from '../../src/card.js';
import type { Channel, Player } from './company.js';
import type { Conversation, Message } from './memory.js';

/** Plain words, or a card as its platform would be sent it. */
export type Drawn = { words: string } | { title: string; card: unknown };
export type DrawnMessage = Omit<Message, 'body' | 'at'> & { at: string } & Drawn;

export type State = { people: Player[]; channels: Channel[]; now: string; rev: number; messages: DrawnMessage[] };

/** The desk's words to one person, with times already written out. */
export type Said = Exclude<Span, { kind: 'time' }>[];

export type OpenForm = { drawn: unknown; conversation: Conversation; thread?: string };

/** What goes back to the browser that asked, and to nobody else; problems are by field. */
export type Shown = { notes: Said[]; form?: OpenForm; problems?: Record<string, string> };
