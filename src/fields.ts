/** What forms are made of. Pure. */
import type { Field, Form, Lang, Text, Viewer } from './card.js';
import type { Context } from './context.js';
import { LONGEST_TEXT, LONGEST_TITLE, type PartialCommand } from './language/command.js';
import type { Wording } from './language/wording.js';

type Shape = { title: string; submit: string; fields: readonly Field[]; intro?: Text };

export const form = (viewer: Viewer, say: Wording, shape: Shape & { draft: PartialCommand }): Form => ({
  for: viewer,
  cancel: say.tickets.form.cancel,
  ...shape,
});

/**
 * How forms are built that are about one thing: it is loaded, then the form is what its title, button and fields say. A
 * draft of its own replaces the one that the form completes.
 */
export const formsAbout =
  <B, T>(load: (draft: B, context: Context) => Promise<T>) =>
  <D extends B & PartialCommand>(
    shape: (draft: D, say: Wording, thing: T, context: Context) => Shape & { draft?: PartialCommand },
  ) =>
  async (draft: D, context: Context): Promise<Form> =>
    form(context.viewer, context.say, { draft, ...shape(draft, context.say, await load(draft, context), context) });

/** What can be chosen, by its value: in pairs where the order is not to be that of the values. */
type Labels<V extends string> = Record<V, string> | readonly (readonly [V, string])[];

/** Things by their names in a language, as a choice offers them. */
export const named = (things: readonly { id: string; name: Record<Lang, string> }[], lang: Lang): [string, string][] =>
  things.map(({ id, name }) => [id, name[lang]]);

type More = { hint?: string; optional?: boolean };

export const paragraph = (name: string, label: string, value?: string, more: More = {}): Field => ({
  kind: 'paragraph',
  name,
  label,
  maxLength: LONGEST_TEXT,
  ...(value ? { value } : {}),
  ...more,
});

export const line = (
  name: string,
  label: string,
  value?: string,
  { maxLength = LONGEST_TITLE, ...more }: More & { maxLength?: number; placeholder?: string } = {},
): Field => ({ kind: 'line', name, label, maxLength, ...(value ? { value } : {}), ...more });

const choicesOf = (labels: Labels<string>) =>
  (Array.isArray(labels) ? labels : Object.entries(labels)).map(([value, label]) => ({ value, label }));

export const several = (name: string, label: string, labels: Labels<string>): Field => ({
  kind: 'several',
  name,
  label,
  choices: choicesOf(labels),
});

export const choice = <V extends string>(
  name: string,
  label: string,
  labels: Labels<V>,
  value?: V,
  more: More = {},
): Field => ({ kind: 'choice', name, label, choices: choicesOf(labels), ...(value ? { value } : {}), ...more });
