/** A process is killed between any two deeds of a decision, a write to the store or a call to the chat: it makes no difference. */
import type { Posted } from './mortal.js';
import { openPlatform, openProcess, type Platform } from './mortal.js';
import { ownName } from '../kit/company.js';
import { buttonsOf, type Rooms, said, textOf } from './rooms.js';

/** Lena decides the last step for Olga, who gets a copy; Emma is told, and has the access. */
const decide = ({ handlers, act }: Rooms) =>
  said(handlers.approve({ do: 'approve', subject: 'REQ-1', comment: 'Until Friday' }, act('lead', 'the click')));

async function prepare({ handlers, act }: Rooms): Promise<void> {
  await said(handlers.delegate({ do: 'delegate', to: 'Lena', from: '11-23', until: '11-27' }, act('owner')));
  const ask = { do: 'request-access', entitlement: 'crm-read', hours: 8, reason: 'Quarter end' } as const;
  await said(handlers['request-access'](ask, act('employee')));
  await said(handlers.approve({ do: 'approve', subject: 'REQ-1' }, act('manager')));
}

const readable = ({ to, card }: Posted) => [to, textOf(card), buttonsOf(card).map(({ label }) => label)];

/** What stands in the store and in the chat. */
async function endOf({ load, collections, grantOf }: Rooms, { posted }: Platform) {
  const { approval, history, state, owing } = await load('REQ-1');
  const rows = await collections.posted.find().lean().exec();
  const known = rows.map(({ ref }) => posted.get(ref!)!);
  return {
    state,
    decisions: approval.steps.map(({ decisions }) => decisions.map(({ by, verdict }) => [by.id, verdict])),
    events: history.map(({ what, owed }) => [what, owed]),
    owing,
    grant: await grantOf('REQ-1'),
    cards: known.map((each) => JSON.stringify(readable(each))).toSorted(),
    repeated: posted.size - known.length,
  };
}

/** Plays it on a store of its own. @param most after so many deeds the process that decides is killed. */
async function play(platform: Platform, most?: number) {
  const dbName = ownName();
  const first = await openProcess(dbName, platform);
  await first.live(() => prepare(first.rooms));
  const deeds = await first.live(() => decide(first.rooms), most);
  await first.close();
  const second = await openProcess(dbName, platform);
  try {
    const answer = await decide(second.rooms);
    await second.settle();
    return { deeds, answer, ...(await endOf(second.rooms, platform)) };
  } finally {
    await second.close();
  }
}

/** As many are played side by side: they wait most of their time. */
const AT_ONCE = 4;
/** Each moment is tried on one of the two platforms; `npm run soak` tries all on both. */
const EACH = process.env['SOAK'] ? 1 : 2;

test.each([
  { name: 'that can be asked what has arrived', tells: true, first: 0, mostRepeated: 0 },
  { name: 'that cannot', tells: false, first: EACH - 1, mostRepeated: 1 },
])(
  'decided once, granted once, everybody told, on a platform $name',
  async ({ tells, first, mostRepeated }) => {
    const { deeds: all, ...whole } = await play(openPlatform(tells));
    expect(whole).toMatchObject({ state: 'active', repeated: 0 });
    const cuts = Array.from({ length: Math.ceil((all - first) / EACH) }, (_, nth) => first + nth * EACH);
    const next = async () => {
      for (let cut = cuts.shift(); cut !== undefined; cut = cuts.shift()) {
        const { repeated, deeds: _, ...end } = await play(openPlatform(tells), cut);
        expect({ cut, ...end, repeated: 0 }).toEqual({ cut, ...whole });
        expect(repeated).toBeLessThanOrEqual(mostRepeated);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, next));
  },
  180_000,
);
