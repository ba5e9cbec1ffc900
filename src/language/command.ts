/**
 * All that can be asked of the desk: a closed union, put together from what each capability says of its own. Buttons carry
 * a Command, forms complete one, typed words become one. Old cards are persisted clients.
 */
import { z } from 'zod';
import * as capabilities from './index.js';
import type { Capability, Spec } from './spec.js';

export { LONGEST_ACCESS_HOURS, LONGEST_SEARCH, LONGEST_SNOOZE_HOURS, LONGEST_TEXT, LONGEST_TITLE } from './values.js';

type Capabilities = typeof capabilities;
type CommandsOf<C extends keyof Capabilities> = Capabilities[C] extends { commands: infer Commands } ? Commands : never;
type Flat<T> = { [K in keyof T]: T[K] };
type ActionOf<D extends string, S> =
  S extends Spec<infer Asks> ? Flat<z.infer<z.ZodObject<{ do: z.ZodLiteral<D> } & Asks>>> : never;
type ActionsOf<C extends keyof Capabilities> = {
  [D in keyof CommandsOf<C> & string]: ActionOf<D, CommandsOf<C>[D]>;
}[keyof CommandsOf<C> & string];

/** A command that is complete. */
export type Action = { [C in keyof Capabilities]: ActionsOf<C> }[keyof Capabilities];

const all: readonly Capability[] = Object.values(capabilities);
export const specs: ReadonlyMap<string, Spec> = new Map(all.flatMap(({ commands = {} }) => Object.entries(commands)));
const schemas = [...specs].map(([name, { asks }]) => z.object({ do: z.literal(name), ...asks }));
const action = z.discriminatedUnion('do', schemas as never) as unknown as z.ZodType<Action>;

/** A Command with blanks: what it does, and whatever of it is known before the form is filled in. */
export type PartialCommand = { [C in Action as C['do']]: { do: C['do'] } & Partial<C> }[Action['do']];

/** Opens the form that completes the draft. */
export type ShowForm = { do: 'show-form'; draft: PartialCommand };

export type Command = Action | ShowForm;
export type CommandOf<D extends Command['do']> = Extract<Command, { do: D }>;

/** What is done, or will be when the form is filled in. */
export const nameOf = (command: Command): Action['do'] => (command.do === 'show-form' ? command.draft.do : command.do);

/** Each made once: making one takes longer than reading a message. */
const partials = new Map<unknown, z.ZodType>(schemas.map((each) => [each.shape.do.value, each.partial()]));

const draft = z.custom<PartialCommand>(
  (value) => {
    const { do: what } = (value ?? {}) as { do?: unknown };
    return partials.get(what)?.safeParse(value).success === true;
  },
  { error: 'not a command with blanks' },
);

export const command: z.ZodType<Command> = z.union([action, z.object({ do: z.literal('show-form'), draft })]);

/**
 * The command that a draft becomes with the values of its form, which carried nothing that its fields ask for; problems
 * are per field.
 */
export function complete(blanks: PartialCommand, values: Record<string, string>) {
  const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ''));
  return action.safeParse({ ...blanks, ...filled });
}
