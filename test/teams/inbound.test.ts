/** What Teams sends, replayed: each recorded activity and what the desk makes of it. */
import { readFileSync } from 'node:fs';
import { accountIdOf, readActivity } from '../../adapters/teams/inbound.js';

type Recorded = { name: string; activity: object; kind: string; account: string; request: object };
const recorded = JSON.parse(readFileSync('test/fixtures/teams/activities.json', 'utf8')) as Recorded[];

test.each(recorded)('$name', ({ account, activity, kind, request }) => {
  const read = readActivity(activity);
  expect(read).toMatchObject({ kind });
  if (!('request' in read)) throw new Error('it is a request');
  expect(read.request).toEqual(request);
  expect(accountIdOf(read.activity)).toBe(account);
});
