/** What is in a person's hands, room by room, and how it is taken out of them when they leave. Pure. */
import type { Lang, Who } from './text.js';

export const kinds = [
  'grant',
  'request',
  'ticket',
  'work',
  'approval',
  'duty',
  'post',
  'delegation',
  'application',
] as const;
export type Kind = (typeof kinds)[number];

/** `to`: who is to have it instead, where that is known. */
export type Holding = { kind: Kind; id: string; title: string | Record<Lang, string>; to?: Who | undefined };

/** A person who leaves, and the id of the manager whom they had. */
export type Leaving = Who & { manager?: string | undefined };

export type Holds = {
  /** All that the person still has. What is no longer named is out of their hands. */
  of(person: Leaving, now: Date): Promise<Holding[]>;
  /** Ends it or hands it on, whatever of it can be; safe to do again. @param by on whose word. */
  handOn?(person: Leaving, by: Who, now: Date): Promise<unknown>;
};
