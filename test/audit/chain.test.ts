/** Whoever tampers with a record's history changes its chain. */
import * as fc from 'fast-check';
import { chain } from '../../src/audit/audit.js';
import type { Event } from '../../src/history.js';

const event = (id: string, changes: Partial<Event> = {}): Event => ({
  id,
  at: new Date('2026-11-23T08:00:00Z'),
  by: 'manager',
  what: 'approved',
  data: { step: 'manager', reason: 'quarter end', until: new Date('2026-11-23T16:00:00Z') },
  origin: 'slack:T1/E1',
  owed: [],
  ...changes,
});
const history = [event('a'), event('b'), event('c')];
const head = (events: readonly Event[]) => chain(events).at(-1);
const replaced = (index: number, changes: Partial<Event>) =>
  history.map((each, at) => (at === index ? { ...each, ...changes } : each));

test('a history has one link for each event, and an empty one none', () => {
  expect(chain(history)).toHaveLength(3);
  expect(chain(history).every((link) => /^[0-9a-f]{64}$/.test(link))).toBe(true);
  expect(chain([])).toEqual([]);
});

test.each<[string, Event[]]>([
  ['who did it', replaced(0, { by: 'employee' })],
  ['when it was', replaced(0, { at: new Date('2026-11-23T08:00:01Z') })],
  ['what it was', replaced(0, { what: 'rejected' })],
  ['a reason', replaced(0, { data: { ...history[0]!.data, reason: 'none' } })],
  [
    'a date in what it carries',
    replaced(0, { data: { ...history[0]!.data, until: new Date('2027-11-23T16:00:00Z') } }),
  ],
  ['the delivery it came by', replaced(0, { origin: 'slack:T1/E2' })],
  ['its id', replaced(0, { id: 'z' })],
  ['an event that was removed', history.slice(1)],
  ['an event that was removed from within', [history[0]!, history[2]!]],
  ['an event that was put in', [history[0]!, event('x'), ...history.slice(1)]],
  ['two events that changed places', [history[1]!, history[0]!, history[2]!]],
  ['an event that was cut off at the end', history.slice(0, 2)],
])('the head tells of %s', (_, tampered) => expect(head(tampered)).not.toBe(head(history)));

test('the head stays while cards are delivered and keys change places in the store', () => {
  const delivered = history.map((each) => ({ ...each, owed: ['person:employee' as const] }));
  const reordered = history.map((each) => ({
    ...each,
    data: Object.fromEntries(Object.entries(each.data).toReversed()),
  }));
  expect(head(delivered)).toBe(head(history));
  expect(head(reordered)).toBe(head(history));
});

test('a history that only grew still has every earlier head among its links', () => {
  expect(chain([...history, event('d')])).toEqual(expect.arrayContaining(chain(history)));
});

test('lists and objects, numbers and words are told apart', () => {
  const heads = [{ a: [['x', 1]] }, { a: { x: 1 } }, { a: { x: '1' } }, { a: '{"x":1}' }, { a: null }, {}].map((data) =>
    head([event('a', { data })]),
  );
  expect(new Set(heads).size).toBe(heads.length);
});

test('any change to any event changes every link from there on and none before', () => {
  const events = fc.array(
    fc.record({
      id: fc.string(),
      by: fc.string(),
      what: fc.string(),
      data: fc.dictionary(fc.string(), fc.jsonValue()),
    }),
    { minLength: 1, maxLength: 8 },
  );
  fc.assert(
    fc.property(events, fc.nat(), fc.string(), (drawn, at, what) => {
      const told = drawn.map((each) => event(each.id, each));
      const index = at % told.length;
      fc.pre(told[index]!.what !== what);
      const before = chain(told);
      const after = chain(told.map((each, place) => (place === index ? { ...each, what } : each)));
      return before.every((link, place) => (link === after[place]) === place < index);
    }),
  );
});
