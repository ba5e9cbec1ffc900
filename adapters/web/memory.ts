/** What the playground keeps, so that its chats survive a restart as a real platform's would. */
import type { Card, Text, Viewer } from '../../src/card.js';
import type { File } from '../../src/chat.js';

export type PlayPlatform = 'play-slack' | 'play-teams';

/** A person's own chat with the desk, or a channel by its name on that platform. */
export type Conversation = `dm/${string}` | `ch/${string}`;

export type Message = {
  id: string;
  platform: PlayPlatform;
  conversation: Conversation;
  /** The id of the message that heads the thread this one is in. */
  thread?: string;
  /** A person's id, or `desk`. */
  author: string;
  at: Date;
  /** The only person who can see it, where a platform would whisper. */
  only?: string;
  /** Where it stands in the order of posting, and its latest change in the order of all changes; both from 1. */
  seq: number;
  rev: number;
  body: Body;
};

export type Body =
  | { kind: 'words'; words: string; files?: readonly File[] }
  | { kind: 'card'; card: Card }
  /** A sentence of the desk. */
  | { kind: 'note'; text: Text; for: Viewer };

/** Keeps messages under their ids; `save` resolves when the message is as durable as the store makes it. */
export type PlaygroundMemory = {
  save(message: Message): Promise<void>;
  all(): Promise<Message[]>;
};
