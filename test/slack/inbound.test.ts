/** Payloads as Slack sends them, and what the desk reads in them. A parser's bug adds its payload to the fixtures. */
import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import type { Inbound } from '../../adapters/slack/inbound.js';
import { readInbound } from '../../adapters/slack/payload.js';
import { read } from '../../adapters/slack/message.js';
import { decode, withoutMention } from '../../adapters/slack/words.js';

const folder = new URL('../fixtures/slack/', import.meta.url);
type Fixture = { what: string; payload: unknown; reads: unknown };
/** Others hold what cards carried, each in a list. */
const isPayload = (file: string) => !/^(buttons|cards-.*|messages-.*)\.json$/.test(file);
const fixtures = readdirSync(folder)
  .filter(isPayload)
  .map((file) => {
    const { what, payload, reads } = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Fixture;
    return [`${file}: ${what}`, payload, reads] as const;
  });
const bot = { team: 'T0DESK', user: 'U0BOT' };

/** With the words as they read when nobody whom they mention is known. */
function inWords(inbound: Inbound | undefined) {
  if (inbound?.asks.kind !== 'said') return inbound;
  const { said, commanded } = inbound.asks;
  const { words, files } = read(said, () => undefined);
  const asks = { kind: 'words', words, ...(commanded && { commanded }), ...(files.length > 0 && { files }) };
  return { ...inbound, asks };
}

test.each(fixtures)('%s', (_, payload, reads) => {
  expect(inWords(readInbound(payload, bot))).toEqual(reads ?? undefined);
});

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;
/** Where the fields of a payload are, all the way down. */
const pathsOf = (value: unknown, path: string[] = []): string[][] =>
  isObject(value)
    ? Object.entries(value).flatMap(([key, each]) => [[...path, key], ...pathsOf(each, [...path, key])])
    : [];
/** A copy in which the object that holds a field was changed. */
function changed(payload: unknown, path: readonly string[], change: (holder: Json, key: string) => void): unknown {
  const copy: unknown = structuredClone(payload);
  const holder = path.slice(0, -1).reduce((at, key) => (at as Json)[key], copy) as Json;
  change(holder, path.at(-1)!);
  return copy;
}

test.each(fixtures)('%s — with null for any field it reads as without that field', (_, payload) => {
  // Items of lists, and what was filled in by the names of its fields, are no fields of Slack's.
  const isField = (path: string[]) => !/^\d+$/.test(path.at(-1)!) && !path.slice(-3, -1).includes('values');
  for (const path of pathsOf(payload).filter(isField)) {
    const nulled = changed(payload, path, (holder, key) => (holder[key] = null));
    const without = changed(payload, path, (holder, key) => delete holder[key]);
    expect([path.join('.'), inWords(readInbound(nulled, bot))]).toEqual([
      path.join('.'),
      inWords(readInbound(without, bot)),
    ]);
  }
});

test.each(fixtures)('%s — with fields of tomorrow it reads the same', (_, payload, reads) => {
  const later = pathsOf(payload).reduce<unknown>((all, path) => {
    // What was filled in has a place of its own for each field.
    if (path.includes('values')) return all;
    return changed(all, path, (holder) => void (Array.isArray(holder) || (holder['of_tomorrow'] = { is: [null, 1] })));
  }, payload);
  expect(inWords(readInbound(later, bot))).toEqual(reads ?? undefined);
});

test('a click in another workspace of the desk’s organisation is its own people’s; one of another organisation is not', () => {
  const click = { type: 'block_actions', user: { id: 'U1ADA' }, trigger_id: '1.2', actions: [{ value: '{}' }] };
  const inside = { ...bot, enterprise: 'E0ORG' };
  const from = (team: object, of: typeof bot) => readInbound({ ...click, team }, of)?.foreign;
  expect(from({ id: 'T0OTHER', enterprise_id: 'E0ORG' }, inside)).toBe(false);
  expect(from({ id: 'T0OTHER', enterprise_id: 'E9ELSE' }, inside)).toBe(true);
  expect(from({ id: 'T0OTHER' }, inside)).toBe(true);
  expect(from({ id: 'T0OTHER', enterprise_id: null }, bot)).toBe(true);
});

const slackEscapes = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

test('whatever a person types, its escaping is undone exactly once', () => {
  const typed = fc.oneof(fc.string(), fc.constantFrom('&amp;lt;', '<!channel>', '<@U0BOT>', '<https://x|y>', '&&<<>>'));
  fc.assert(fc.property(typed, (text) => expect(decode(slackEscapes(text))).toBe(text)));
});

test.each([
  ['<mailto:ada@example.com|ada@example.com>', 'ada@example.com'],
  ['<tel:+49123|+49 123>', '+49 123 (tel:+49123)'],
  ['<https://example.com/|example.com>', 'https://example.com/'],
  ['<https://evil.example|my bank>', 'my bank (https://evil.example)'],
  ['<!here> <!subteam^S1|@it-team> <!subteam^S2>', '@here @it-team @S2'],
  ['<!date^1392734382^{date}|Feb 18, 2014>', 'Feb 18, 2014'],
  ['<@U2BOB|bob> and <#C1DESK>', '@bob and #C1DESK'],
  ['a < b and <', 'a < b and <'],
])('%s is read as %s', (sent, words) => {
  expect(decode(sent)).toBe(words);
});

test.each([
  ['<@U0BOT> vpn', 'vpn'],
  ['hey <@U0BOT|deskhand>, vpn', 'hey vpn'],
  ['<@U0BOT>', ''],
  ['<@U0BOTTLE> vpn', '<@U0BOTTLE> vpn'],
  ['<@U0BOT>：新建', '新建'],
])('the mention in %s is how the desk was addressed, not what was said', (sent, words) => {
  expect(withoutMention(sent, 'U0BOT')).toBe(words);
});
