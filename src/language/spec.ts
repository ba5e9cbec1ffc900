/** What a capability says of itself: what can be asked of it, by whom, how that is typed, and what it says. Knows no room. */
import type { z } from 'zod';
import type { Lang } from '../text.js';
import type { Command, PartialCommand } from './command.js';

/** Roles of people, by which rights are given. A lead is an agent too; no other role stands for another one. */
export type Role = 'agent' | 'lead' | 'security' | 'admin';
/** Who may give a command at the door; what it may do to a record, its room judges. */
export type Right = 'anyone' | Role;

export type Spec<Asks extends z.ZodRawShape = z.ZodRawShape> = {
  /** What it carries. Keys are only ever added, or kept with an alias: a card from March still sends March's command. */
  readonly asks: Asks;
  /** Required, so that nothing is open by omission. */
  readonly may: Right;
  /**
   * Before it the account is judged again: it may have been deactivated, or given to somebody else, a minute ago.
   */
  readonly weighty?: true;
};

/** Lets the compiler know what a command carries. */
export const command = <const Asks extends z.ZodRawShape>(spec: Spec<Asks>): Spec<Asks> => spec;

/** A line of help: an example of what can be typed, and what it does; `to` where its right differs from the verb's. */
export type HelpLine = readonly [example: string, does: string, to?: Right];

/** How something is typed. */
export type Verb = {
  /** The first spelling of a language is the one that help and suggestions show. Chinese needs no space after it. */
  readonly spelled: Record<Lang, readonly [string, ...string[]]>;
  readonly help: Record<Lang, readonly [HelpLine, ...HelpLine[]]>;
  readonly to: Right;
  /**
   * What it says of a record: `INC-1 claim`, `claim INC-1`, or `claim` in the record's thread.
   * @param shown the command that shows the record.
   */
  about?(record: string, rest: string, shown: Command): Command | undefined;
  /** What it says of a record whose number comes before it, where this is something of its own: `INC-1 mine`. */
  after?(record: string, rest: string, shown: Command): Command | undefined;
  /** It ties a record to another one: in a thread, the number that follows it is the other one's. */
  readonly ties?: true;
  /**
   * What it says with the words after it, and no record.
   * @param given.commanded typed as a command; otherwise words after it may have been said in passing.
   * @returns undefined when the words are no command.
   */
  alone?(rest: string, given: { commanded: boolean }): Command | undefined;
};

/** A verb said of tickets, by what it makes of the ticket's number and the words after it. */
export const aboutTicket =
  (read: (ticket: string, rest: string) => Command | undefined): NonNullable<Verb['about']> =>
  (record, rest) =>
    record.startsWith('INC-') ? read(record, rest) : undefined;

/** A verb said without any words after it. */
export const only =
  (command: Command): NonNullable<Verb['alone']> =>
  (rest) =>
    rest === '' ? command : undefined;

/** Asks for what is missing by a form. */
export const form = (draft: PartialCommand): Command => ({ do: 'show-form', draft });

/**
 * How people say what it does, in free words: by what they mean, and in each language. `(a|b|)` is one of these,
 * `{thing}` any word of that kind, as `intents.ts` lists them.
 */
export type Examples = Readonly<Record<string, Record<Lang, readonly string[]>>>;

/** What a folder of the language says of its capability. */
export type Capability = {
  readonly commands?: Readonly<Record<string, Spec>>;
  readonly verbs?: Readonly<Record<string, Verb>>;
  /** The command that shows a record, by the prefix of its number. */
  readonly records?: Readonly<Record<string, (id: string) => Command>>;
  readonly examples?: Examples;
  readonly en?: object;
  readonly zh?: object;
};
