/** What Teams demands of cards and messages, and what a person reads on them. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';

const require = createRequire(import.meta.url);
const official = require('adaptivecards/dist/adaptivecards.js') as typeof import('adaptivecards');
const schema: unknown = JSON.parse(readFileSync('test/fixtures/teams/adaptive-card.schema.json', 'utf8'));
const isValid = new Ajv({ allErrors: false, strict: false }).compile(schema as object);

/** A card or any element of one, as JSON. */
export type Json = { [key: string]: unknown };

/** Bytes of a whole message, by the oldest documented limit of Teams. */
export const MESSAGE_LIMIT = 28 * 1024;

/** All that is wrong with a card: by schema, to the official parser, and in its mentions. */
export function problemsOf(card: Json): string[] {
  const problems = isValid(card) ? [] : (isValid.errors ?? []).map((each) => `${each.instancePath} ${each.message}`);
  const context = new official.SerializationContext(official.Versions.v1_5);
  const parsed = new official.AdaptiveCard();
  parsed.parse(card, context);
  for (let index = 0; index < context.eventCount; index++) problems.push(context.getEventAt(index).message);
  problems.push(...parsed.validateProperties().validationEvents.map(({ message }) => message));
  return [...problems, ...mentionProblems(card)];
}

function mentionProblems(card: Json): string[] {
  const entities = ((card['msteams'] as Json | undefined)?.['entities'] ?? []) as Json[];
  const promised = new Set(entities.map((entity) => String(entity['text'])));
  const made = new Set(
    elementsOf(card)
      .filter(({ type }) => type === 'TextBlock')
      .flatMap(({ text }) => String(text).match(/<at>.*?<\/at>/g) ?? []),
  );
  return [
    ...[...made].filter((each) => !promised.has(each)).map((each) => `${each} has no entity`),
    ...[...promised].filter((each) => !made.has(each)).map((each) => `the entity ${each} is nowhere in the card`),
  ];
}

/** Every element and action within, in reading order. */
export function elementsOf(value: unknown): Json[] {
  if (Array.isArray(value)) return value.flatMap(elementsOf);
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Json;
  const { data: _, fallback: __, msteams: ___, ...within } = node;
  return [...('type' in node ? [node] : []), ...Object.values(within).flatMap(elementsOf)];
}

/** The lines that can be read, without what is on buttons and in what they unfold. */
export function linesOf(card: Json): string[] {
  return elementsOf(withRowsAsLines(withoutActions(card))).flatMap(({ type, inlines, text, label }) => {
    if (type === 'RichTextBlock') return [(inlines as Json[]).map((run) => String(run['text'])).join('')];
    if (type === 'TextBlock') return [String(text).replaceAll(/<\/?at>|\*\*/g, '')];
    return typeof label === 'string' ? [label] : [];
  });
}

/** A row of a table reads as one line. */
const withRowsAsLines = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withRowsAsLines);
  if (typeof value !== 'object' || value === null) return value;
  const node = value as Json;
  if (node['type'] === 'TableRow') {
    const cells = (node['cells'] as Json[]).map((cell) => linesOf(cell).join(' ').trim());
    return { type: 'RichTextBlock', inlines: [{ text: cells.filter((each) => each !== '').join(' · ') }] };
  }
  return Object.fromEntries(Object.entries(node).map(([key, within]) => [key, withRowsAsLines(within)]));
};

const withoutActions = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutActions);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, within]) => (key === 'actions' ? [] : [[key, withoutActions(within)]])),
  );
};

/** The buttons as they show, those that ask back first (Action.ShowCard) among them. */
export const buttonsOf = (value: unknown): Json[] => {
  if (Array.isArray(value)) return value.flatMap(buttonsOf);
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Json;
  if (String(node['type']).startsWith('Action.')) return node['type'] === 'Action.OpenUrl' ? [] : [node];
  return Object.values(node).flatMap(buttonsOf);
};
