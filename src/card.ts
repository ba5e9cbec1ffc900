/** Cards and forms say what is meant, not how it looks; each adapter draws them as richly as its platform can. Pure. */
import type { Command, PartialCommand } from './language/command.js';
import type { Text, Viewer } from './text.js';

export * from './text.js';

export type Tone = 'neutral' | 'info' | 'good' | 'warning' | 'danger';

/** A button carries the Command that pressing it gives; one whose command is `show-form` opens a form. */
export type Button = {
  label: string;
  does: Command;
  tone?: 'primary' | 'danger';
  confirm?: { title: string; text: string; yes: string; no: string };
};

export type Part =
  | { kind: 'text'; text: Text }
  | { kind: 'facts'; facts: readonly { label: string; value: Text }[] }
  | { kind: 'list'; ordered: boolean; items: readonly Text[] }
  /** Rows under labels, each with a cell for every label; where no table can be drawn, each row is a line. */
  | { kind: 'table'; columns: readonly string[]; rows: readonly Row[] }
  /** The words of a person, verbatim. `readers` names those whom they are for, where that must not be mistaken. */
  | { kind: 'quote'; text: string; by?: { id: string; name: string }; at?: Date; readers?: string }
  /** Small print. */
  | { kind: 'note'; text: Text }
  | { kind: 'progress'; steps: readonly { label: Text; state: 'done' | 'now' | 'next' | 'failed' }[] }
  | { kind: 'buttons'; buttons: readonly Button[] };

export type Row = readonly Text[];

export type Card = {
  for: Viewer;
  title: string;
  status?: { text: string; tone: Tone };
  /** It stands for one step of its reader: once that is done, what came of it takes its place. */
  passing?: true;
  parts: readonly Part[];
};

export type Field = {
  /** The key of the Command that this field fills in. */
  name: string;
  label: string;
  hint?: string;
  optional?: boolean;
  value?: string;
} & (
  | { kind: 'line' | 'paragraph'; maxLength: number; placeholder?: string }
  | { kind: 'choice'; choices: readonly { value: string; label: string }[] }
  /** Any number of the choices, handed on as one text with commas between; so no value has a comma. */
  | { kind: 'several'; choices: readonly { value: string; label: string }[] }
  /** `YYYY-MM-DD` and `HH:MM` in the viewer's zone, handed on as one `YYYY-MM-DDTHH:MM`. */
  | { kind: 'moment' }
);

/** A form completes a Draft: the values of its fields fill the blanks of the Command. */
export type Form = {
  for: Viewer;
  title: string;
  intro?: Text;
  fields: readonly Field[];
  submit: string;
  cancel: string;
  draft: PartialCommand;
  /** The draft lacks nothing: where the form cannot open by itself, a button of this label does it as it stands. */
  asIs?: string;
};

/**
 * What a shown form carries beside its fields. What they ask for comes from them alone: a value that was cleared must not
 * come back from the draft, and some platforms send an empty field not at all.
 */
export function carriedBy({ draft, fields }: Form): PartialCommand {
  const names = new Set(fields.map(({ name }) => name));
  return Object.fromEntries(Object.entries(draft).filter(([key]) => !names.has(key))) as PartialCommand;
}

/** A row of a table as one line. */
export const lineOf = (row: Row): Text =>
  row.filter((cell) => cell.length > 0).flatMap((cell, index) => (index > 0 ? [' · ', ...cell] : cell));

/** A row of buttons, where there are any. */
export const buttons = (...list: Button[]): Part[] => (list.length > 0 ? [{ kind: 'buttons', buttons: list }] : []);
