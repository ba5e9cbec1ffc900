/**
 * What cards, forms and old messages send: the name, the keys and the right of every command. Keys are only added, since
 * cards that were posted long ago still send them; whoever adds one adds it here.
 */
import { readFileSync } from 'node:fs';
import { specs } from '../../src/language/command.js';

const FILE = 'test/language/wire.json';
type Wire = Record<string, { may: string; asks: string[] }>;

const wire: Wire = Object.fromEntries(
  [...specs].map(([name, { may, asks }]) => [name, { may, asks: Object.keys(asks).toSorted() }] as const),
);
const known = JSON.parse(readFileSync(FILE, 'utf8')) as Wire;

test.each(Object.keys(known))('%s is still taken, with all that it could carry', (name) => {
  expect(wire[name]).toBeDefined();
  expect(wire[name]!.asks).toEqual(expect.arrayContaining(known[name]!.asks));
});

test(`${FILE} tells of every command, its keys and who may give it`, () => {
  expect(known).toEqual(wire);
});
