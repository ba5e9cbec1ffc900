/** What a capability says of each of its commands. Knows no room. */
import type { z } from 'zod';
import type { Role } from '../people.js';

/** Who may give a command at the door; what it may do to a record, its room judges. */
export type Right = 'anyone' | Role;

export type Spec<Asks extends z.ZodRawShape = z.ZodRawShape> = {
  /** What it carries. Keys are only ever added, or kept with an alias: a card from March still sends March's command. */
  readonly asks: Asks;
  /** Required, so that nothing is open by omission. */
  readonly may: Right;
  /**
   * Before it the account is judged anew: it may have been deactivated, or given to somebody else, a minute ago.
   */
  readonly weighty?: true;
};

/** Lets the compiler know what a command carries. */
export const command = <const Asks extends z.ZodRawShape>(spec: Spec<Asks>): Spec<Asks> => spec;

/** What a folder of the language says of its capability. */
export type Capability = { readonly commands: Readonly<Record<string, Spec>> };
