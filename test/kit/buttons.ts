/**
 * Buttons and forms as people's chats keep them, for every command: what the renderers of today put on a card is written
 * down once, and is replayed by every later release. What is new is added by
 * `KEEP=buttons npm run --silent jest -- test/language/buttons.test.ts`; what is there is never written again.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { renderForm as renderModal } from '../../adapters/slack/modal.js';
import { renderCard as renderBlocks } from '../../adapters/slack/render.js';
import { renderForm as renderDialog } from '../../adapters/teams/form.js';
import { renderCard as renderAdaptive } from '../../adapters/teams/render.js';
import type { Card, Field, Form } from '../../src/card.js';
import { specs, type Command, type PartialCommand } from '../../src/language/command.js';
import { stampOf } from '../../src/stamp.js';
import { filledIn } from './slack-driver.js';
import type { View } from './slack-rules.js';
import { buttonsOf, type Json } from './teams-rules.js';

/** The store whose cards they are. */
export const EPOCH = 'fixtures';
const ZONE = 'Europe/Berlin';

/** What one button or form sends, as its platform brings it, and the command that the desk must get. */
export type Kept = { command: Json; how: 'pressed' | 'opens its form' | 'filled in'; sends: Json };
export const platforms = ['slack', 'teams'] as const;
export type Platform = (typeof platforms)[number];

const fileOf = (platform: Platform) => `test/fixtures/${platform}/buttons.json`;
export const keptOf = (platform: Platform): Kept[] =>
  existsSync(fileOf(platform)) ? (JSON.parse(readFileSync(fileOf(platform), 'utf8')) as Kept[]) : [];

/** One value of each sort that commands carry; the first that a key takes is its example. */
const samples = [
  2,
  'Printer B & 打印机',
  'vpn-drops',
  'INC-1',
  'REQ-1',
  'CHG-1',
  'DUTY-1',
  'OFF-1',
  'SLA-1',
  'Q-1',
  'PHR-1',
  'ART-1',
  'IMP-1',
  'GAP-1',
  '0123456789ab',
  '2026-11-24',
  '2026-11-24T09:30',
  '2026-11-24T09:30:00.000Z',
  'it@2026-11-30T08:00:00.000Z',
  '042042',
];

/** The values among which a key chooses. */
const choicesOf = (schema: z.ZodType): string[] => {
  const { enum: among = [], const: only } = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' });
  return [...among, only].filter((each) => typeof each === 'string');
};

function exampleOf(key: string, schema: z.ZodType): unknown {
  const found = [...choicesOf(schema), ...samples].find((each) => schema.safeParse(each).success);
  if (found === undefined) throw new Error(`no sample in test/kit/buttons.ts is a value of ${key}: add one`);
  return found;
}

/** A command with all that it can carry. */
const commandOf = (name: string): Json => ({
  do: name,
  ...Object.fromEntries(
    Object.entries(specs.get(name)!.asks).map(([key, schema]) => [key, exampleOf(key, schema as z.ZodType)]),
  ),
});

function fieldOf(name: string, schema: z.ZodType): Field {
  const value = String(exampleOf(name, schema));
  const choices = choicesOf(schema).map((each) => ({ value: each, label: each }));
  const common = { name, label: name, value };
  if (choices.length > 0) return { ...common, kind: 'choice', choices };
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(value)) return { ...common, kind: 'moment' };
  return { ...common, kind: 'line', maxLength: 150 };
}

const viewer = { lang: 'en', zone: ZONE } as const;
const stamp = stampOf(EPOCH);
const cardOf = (does: Command): Card =>
  stamp.card({ for: viewer, title: 'Card', parts: [{ kind: 'buttons', buttons: [{ label: 'Press', does }] }] });

/** The form that knows what its command is about and asks for the rest. */
function formOf(command: Json): Form {
  const { do: name, ...keys } = command;
  const asks = Object.entries(specs.get(String(name))!.asks) as [string, z.ZodType][];
  const [about, ...rest] = asks;
  const fields = (rest.length > 0 ? rest : asks).map(([key, schema]) => fieldOf(key, schema));
  const draft = { do: name, ...(rest.length > 0 ? { [about![0]]: keys[about![0]] } : {}) } as PartialCommand;
  return { for: viewer, title: 'Form', fields, submit: 'Send', cancel: 'Cancel', draft };
}

const draw: Record<Platform, { press(does: Command): Json; fill(form: Form): Json }> = {
  slack: {
    press(does) {
      const [block] = renderBlocks(cardOf(does), () => undefined).blocks.slice(-1) as {
        elements: { value: string }[];
      }[];
      return { value: block!.elements[0]!.value };
    },
    fill(form) {
      const view = renderModal(form, { user: 'U1ADA', private: true }, () => undefined) as unknown as View;
      const values = filledIn({ id: 'V1', user: 'U1ADA', view }, {}, ZONE);
      return { private_metadata: view.private_metadata, state: { values } };
    },
  },
  teams: {
    press(does) {
      const [action] = buttonsOf(renderAdaptive(cardOf(does), () => undefined));
      return action!['data'] as Json;
    },
    fill(form) {
      const dialog = renderDialog(form, [], { form: 'd1' }) as unknown as { body: Json[]; actions: Json[] };
      const inputs = dialog.body
        .filter(({ id }) => typeof id === 'string')
        .map(({ id, value = '' }) => [String(id), value]);
      return { ...Object.fromEntries(inputs), ...(dialog.actions[0]!['data'] as Json) };
    },
  },
};

const shapeOf = ({ command, how }: Pick<Kept, 'command' | 'how'>) =>
  `${how} ${Object.keys(command).toSorted().join()} ${String(command['do'])}`;

/** What the cards of today can send of a command. */
function drawn(platform: Platform, name: string): Kept[] {
  const command = commandOf(name);
  const { press, fill } = draw[platform];
  const pressed: Kept = { command, how: 'pressed', sends: press(command as Command) };
  if (Object.keys(command).length === 1) return [pressed];
  const form = formOf(command);
  const opening = press({ do: 'show-form', draft: form.draft });
  return [
    pressed,
    { command: form.draft, how: 'opens its form', sends: opening },
    { command, how: 'filled in', sends: fill(stamp.form(form)) },
  ];
}

/** What today's cards can send and no fixture has: a command, or a key of one, that was added. */
export function missing(platform: Platform): Kept[] {
  const kept = new Set(keptOf(platform).map(shapeOf));
  return [...specs.keys()].flatMap((name) => drawn(platform, name)).filter((each) => !kept.has(shapeOf(each)));
}

/** Adds what is missing behind what is there. */
export function keep(platform: Platform): void {
  const lines = [...keptOf(platform), ...missing(platform)].map((each) => `  ${JSON.stringify(each)}`);
  writeFileSync(fileOf(platform), `[\n${lines.join(',\n')}\n]\n`);
}
