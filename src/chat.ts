/** The port to a chat platform. Addresses are opaque strings tagged with their platform, so that they can be kept. */
import type { Card } from './card.js';

export type Platform = 'slack' | 'teams' | 'play-slack' | 'play-teams';

/** A message that exists: `slack:…`. Posting to it means posting in the thread beneath it. */
export type MessageRef = `${Platform}:${string}`;

/** A conversation that can be posted to. */
export type Recipient = `${Platform}:${string}`;

/** Whom a card is meant for: a person's own chat, or a channel as the policies name it for this platform. */
export type Addressee = { person: { id: string; name: string; email: string; account?: string } } | { channel: string };

/**
 * A post that is made once, however often it is tried. `mark` names it for good; `again`: since then an earlier try may
 * have arrived, so the platform is asked first where it can tell, and otherwise the card says that it is a repeat.
 */
export type Once = { mark: string; again?: Date };

/** `gone`: somebody deleted it, and it is left alone. `lost`: it cannot be changed any more, so a fresh one takes its place. */
export type Redrawn = 'drawn' | 'gone' | 'lost';

export interface Chat {
  readonly platform: Platform;
  /** Posts a card. @throws `Busy`, `Uncertain` or `Final`; anything else means that it was not accepted. */
  post(to: Recipient | MessageRef, card: Card, once?: Once): Promise<MessageRef>;
  /** Redraws a posted card in place. @throws `Busy`. */
  update(ref: MessageRef, card: Card): Promise<Redrawn>;
  /** Finds the conversation for a person or channel. `unreachable` is an answer: the agents are told. @throws `Busy`. */
  reach(whom: Addressee): Promise<Recipient | 'unreachable'>;
}

/** The platform's "not now" (429 or 5xx), whatever was asked of it: nothing was done; try again after `retryAfter` seconds. */
export class Busy extends Error {
  constructor(readonly retryAfter: number) {
    super(`the platform asks to wait ${retryAfter} s`);
  }
}

/** Whether the post arrived is not known: no answer came, or one that leaves it open. */
export class Uncertain extends Error {
  constructor(reason: string) {
    super(`the platform may have taken it: ${reason}`);
  }
}

/**
 * The platform's last word, by its own documents: nothing more can be posted there. What was remembered of the address
 * is forgotten, so that `reach` finds another one, or none.
 */
export class Final extends Error {
  constructor(reason: string) {
    super(`the platform takes nothing there any more: ${reason}`);
  }
}

export const platformOf = (address: MessageRef | Recipient): Platform =>
  address.slice(0, address.indexOf(':')) as Platform;

/** The platform that a play platform stands for. */
export const unplayed = (platform: Platform): 'slack' | 'teams' => platform.replace('play-', '') as 'slack' | 'teams';

/** What an adapter knows of the account behind a request; `id` is unique on its platform (workspace and user). */
export type Account = {
  platform: Platform;
  id: string;
  /** The platform's own record of this account, asked for only when the desk does not know the account yet. */
  profile(): Promise<Profile>;
};
export type Profile = {
  /** The account's own id, where a request may bear another name of the same account. */
  id?: string;
  name: string;
  /** Whether it is a guest's, a program's, a deactivated or a foreign account: such are not served. */
  guest: boolean;
  email?: string;
  /** Another address that the platform vouches for, such as a user name that is none of a mailbox. */
  otherEmail?: string;
  locale?: string;
  zone?: string;
};

/**
 * Where something was said: `thread` is the message that heads the thread; `private` means a one-to-one chat;
 * `mentioned` that it was addressed to the desk by name. Words in a channel that were not are taken only if the thread
 * is bound to a ticket, or `channel` feeds a group. `message` is the message that bears the words.
 */
export type Place = {
  platform: Platform;
  private: boolean;
  thread?: MessageRef;
  mentioned?: boolean;
  channel?: Recipient;
  message?: MessageRef;
};

/** A file that came with words, as its platform tells of it; one without `url` can be named but not opened. */
export type File = { name: string; type?: string; /** Bytes. */ size?: number; url?: string };

/** A message of a chat, by any author. */
export type Written = { author: Account; words: string; at: Date; files?: readonly File[] };

/** A message that somebody wants to be a ticket, with what else was said in its thread. */
export type Reported = Written & { ref: MessageRef; thread?: readonly Written[] };

/** What is asked of the desk, from anywhere. `origin` names this delivery: the same one twice is one request. */
export type Request = {
  account: Account;
  origin: string;
  place: Place;
  asks:
    /** `commanded`: given as a command (`/it …`), not said in passing. */
    | { kind: 'words'; words: string; commanded?: boolean; files?: readonly File[] }
    /** A message was pointed at: a shortcut can open a form, a reaction cannot. */
    | { kind: 'message'; message: Reported; how: 'shortcut' | 'reaction' }
    | { kind: 'command'; command: unknown }
    | { kind: 'submission'; draft: unknown; values: Record<string, string> };
};

/** Small things an adapter must keep over restarts, such as Teams conversation references. */
export interface Addresses {
  keep(key: string, value: unknown): Promise<void>;
  recall(key: string): Promise<unknown>;
}
