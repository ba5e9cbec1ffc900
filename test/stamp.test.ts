/** Cards of an earlier store do nothing in this one, though its records have the same numbers. */
import type { Card, Form } from '../src/card.js';
import type { Command } from '../src/language/command.js';
import { stampOf } from '../src/stamp.js';

const viewer = { lang: 'en', zone: 'UTC' } as const;
const commands: Command[] = [
  { do: 'claim', ticket: 'INC-1' },
  { do: 'approve', subject: 'REQ-1', step: 'manager' },
  { do: 'show-form', draft: { do: 'resolve', ticket: 'INC-1' } },
  { do: 'show-form', draft: { do: 'bulk', tickets: 'INC-1,INC-2' } },
];
const cardWith = (does: Command): Card => ({
  for: viewer,
  title: '',
  parts: [{ kind: 'buttons', buttons: [{ label: '', does }] }],
});
const pressed = ({ parts }: Card): unknown => {
  const [part] = parts;
  return part?.kind === 'buttons' ? JSON.parse(JSON.stringify(part.buttons[0]!.does)) : undefined;
};

describe.each(commands)('%j', (command) => {
  test('is taken from a card of this store and from no other', () => {
    const [here, there] = [stampOf('here'), stampOf('there')];
    expect(here.isOurs(pressed(here.card(cardWith(command))))).toBe(true);
    expect(here.isOurs(pressed(there.card(cardWith(command))))).toBe(false);
    expect(here.isOurs(command)).toBe(false);
  });

  test('is taken as it always was in a store whose cards were never marked', () => {
    const old = stampOf(undefined);
    expect(pressed(old.card(cardWith(command)))).toEqual(command);
    expect(old.isOurs(command)).toBe(true);
  });
});

test.each<Command>([
  { do: 'help' },
  { do: 'queue' },
  { do: 'list-mine' },
  { do: 'show-form', draft: { do: 'open-ticket' } },
])('%j names no record, so it means the same everywhere', (command) =>
  expect(stampOf('here').isOurs(command)).toBe(true),
);

test('a form carries the mark in its draft', () => {
  const form: Form = {
    for: viewer,
    title: '',
    fields: [],
    submit: '',
    cancel: '',
    draft: { do: 'resolve', ticket: 'INC-1' },
  };
  const [here, there] = [stampOf('here'), stampOf('there')];
  expect(here.isOurs(here.form(form).draft)).toBe(true);
  expect(here.isOurs(there.form(form).draft)).toBe(false);
});

test.each([null, undefined, 3, 'no JSON', [], { do: 7 }, { draft: null }])(
  '%j is left to who reads commands',
  (odd) => {
    expect(() => stampOf('here').isOurs(odd)).not.toThrow();
  },
);
