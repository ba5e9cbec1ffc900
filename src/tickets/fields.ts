/** The fields that the forms of tickets are made of. Pure. */
import type { Field, Form, Text, Viewer } from '../card.js';
import { LONGEST_TEXT, type PartialCommand } from '../language/command.js';
import type { Wording } from '../language/wording.js';

export const LONGEST_TITLE = 150;

type Shape = { title: string; submit: string; fields: readonly Field[]; draft: PartialCommand; intro?: Text };

export const form = (viewer: Viewer, say: Wording, shape: Shape): Form => ({
  for: viewer,
  cancel: say.tickets.form.cancel,
  ...shape,
});

export const paragraph = (
  name: string,
  label: string,
  value: string | undefined,
  more: { hint?: string; optional?: boolean } = {},
): Field => ({ kind: 'paragraph', name, label, maxLength: LONGEST_TEXT, ...(value ? { value } : {}), ...more });

export const line = (
  name: string,
  label: string,
  maxLength: number,
  value: string | undefined,
  placeholder?: string,
  optional = false,
): Field => ({
  kind: 'line',
  name,
  label,
  maxLength,
  ...(value ? { value } : {}),
  ...(placeholder ? { placeholder } : {}),
  ...(optional ? { optional } : {}),
});

const choicesOf = (labels: Record<string, string>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

export const several = (name: string, label: string, labels: Record<string, string>): Field => ({
  kind: 'several',
  name,
  label,
  choices: choicesOf(labels),
});

export const choice = <V extends string>(name: string, label: string, labels: Record<V, string>, value?: V): Field => ({
  kind: 'choice',
  name,
  label,
  choices: choicesOf(labels),
  ...(value ? { value } : {}),
});
