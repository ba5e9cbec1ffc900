/** The contract while the platform misbehaves by a random plan: in the end all stands as if it had not. */
import type { Recorded } from '../../src/history.js';
import type { PostedRow } from '../../src/store/side-collections.js';
import { en } from '../../src/language/common/sentences.js';
import { planFaults } from '../kit/faults.js';
import { randomFrom } from '../kit/random.js';
import { sideBySide } from '../kit/side-by-side.js';
import { until } from '../kit/until.js';
import { slack, teams, type Platform, type Posted, type World } from './failing.js';
import { createJourney } from './journey.js';

/** `npm run soak` plays more plans, of more faults. */
const [PLANS, MOST_FAULTS] = process.env['SOAK'] ? [50, 40] : [1, 6];
/** So many worlds are played side by side: they wait most of their time. */
const AT_ONCE = 10;
const seed = Number(process.env['FAULT_SEED'] ?? Date.now() % 1_000_000);

/** Without what differs from run to run: moments, and ids that are drawn. */
const timeless = (text: string): string =>
  text
    .replaceAll(/<!date[^>]*>/g, '…')
    .replaceAll(/\d{1,2}:\d\d/g, '…')
    .replaceAll(en.mayRepeat, '')
    .trim();

const drawn = new Set([
  'bytes',
  'version',
  'origin',
  'id',
  '_id',
  'at',
  'question',
  'heard',
  'ref',
  'attempt',
  'delivery',
]);
function plainly(value: unknown): unknown {
  if (value instanceof Date) return '…';
  if (Array.isArray(value)) return value.map(plainly);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !drawn.has(key))
      .map(([key, each]) => [key, plainly(each)]),
  );
}

/** The records, and each card that the desk knows of as it stands, by what it is of and for whom. */
async function endOf({ db, posted }: World) {
  const all = <T>(name: string) => db.collection(name).find().sort({ _id: 1 }).toArray() as unknown as Promise<T[]>;
  const records = (await Promise.all(['tickets', 'requests'].map((name) => all<Recorded>(name)))).flat();
  const rows = await all<PostedRow>('posted');
  const events = new Map(records.flatMap(({ history }) => history.map(({ id, what }) => [`event:${id}`, what])));
  const cards = posted();
  // What the desk gathers of a whole day tells who came first: only what the journey itself gave rise to is the same.
  const own = rows.filter(({ record }) => /^(INC|REQ)-/.test(record));
  const standing = own.map(({ _id, record, name, ref }) => {
    const card = cards.find(({ id }) => id === String(ref).split('/').pop());
    const key = _id.split('|')[2];
    const shown = card && { title: card.title, text: timeless(card.text), buttons: card.buttons };
    return { record, name: events.get(name) ?? name, key, ...shown };
  });
  const known = new Set(rows.map(({ ref }) => String(ref).split('/').pop()!));
  return {
    records: records.map((record) => ({ is: record._id, ...(plainly(record) as object) })),
    memberships: plainly(await all('memberships')),
    cards: standing.map((each) => JSON.stringify(each)).toSorted(),
    /** Cards that are not in the book: answers, and first tries of which nothing was said. */
    others: cards.filter(({ id }) => !known.has(id)),
    known: cards.filter(({ id }) => known.has(id)),
  };
}

/** Until nobody waits for a card any more, however long the desk has to wait for that. */
async function told({ db }: World, pass: () => Promise<void>): Promise<void> {
  const isTold = async () => {
    const left = ['tickets', 'requests'].map((name) =>
      db.collection(name).countDocuments({ owing: { $exists: true } }),
    );
    return (await Promise.all(left)).every((count) => count === 0);
  };
  for (let tries = 1; ; tries += 1) {
    try {
      await until(isTold, 'all is told', 3_000);
      return;
    } catch (error) {
      if (tries === 40) throw error;
      await pass();
    }
  }
}

async function play(platform: Platform, planned?: number) {
  const world = await platform.open();
  const pass = () => world.company.jump(0.02);
  const plan =
    planned === undefined ? undefined : planFaults(randomFrom(planned), { ...platform.limits, most: MOST_FAULTS });
  try {
    const journey = createJourney(world.people, { told: () => told(world, pass), pass });
    if (plan) world.follow(plan);
    await Promise.all([journey.ticket(), journey.access()]);
    world.heal();
    await told(world, pass);
    return { ...(await endOf(world)), faults: plan?.drawn ?? [], asked: journey.asked() };
  } catch (error) {
    throw new Error(`plan ${planned}: ${String(error)}\n${plan?.drawn.join('\n')}`, { cause: error });
  } finally {
    await world.close();
  }
}
type End = Awaited<ReturnType<typeof play>>;

/** The day's gathering for administrators may have come to another count by its second try. */
const alike = (title: string) => title.replace(/^.* linked today$/, 'linked today');

function compare(end: End, whole: End): void {
  expect(end.records).toEqual(whole.records);
  expect(end.memberships).toEqual(whole.memberships);
  const missing = whole.cards.filter((each) => !end.cards.includes(each));
  const different = end.cards.filter((each) => !whole.cards.includes(each));
  expect({ missing, different, count: end.cards.length }).toEqual({
    missing: [],
    different: [],
    count: whole.cards.length,
  });
  // What is beside those is an answer, told once, or a first try whose repeat says that it may be one.
  const answers = new Set(whole.others.map(({ title }) => title));
  for (const { title, first, unsaid, where, mark, buttons } of end.others) {
    const isRepeated = (each: Posted) => each.wasRepeat && each.where === where && alike(each.first) === alike(first);
    if (unsaid && end.known.some(isRepeated)) continue;
    const isAnswer = answers.has(title) || buttons.includes('Open the form');
    expect([title, mark, isAnswer]).toEqual([title, mark, true]);
  }
  const marks = [...end.known, ...end.others].flatMap(({ mark }) => mark ?? []);
  expect(marks.toSorted()).toEqual([...new Set(marks)].toSorted());
}

const story = sideBySide(900_000);
for (const platform of [slack, teams])
  story(
    `${platform.name} ends as without faults after ${PLANS} random plans of them (FAULT_SEED=${seed})`,
    async () => {
      const whole = await play(platform);
      const plans = Array.from({ length: PLANS }, (_, index) => seed + index);
      const ends: End[] = [];
      const wrong: unknown[] = [];
      const next = async () => {
        for (let planned = plans.shift(); planned !== undefined; planned = plans.shift()) {
          try {
            const end = await play(platform, planned);
            ends.push(end);
            compare(end, whole);
          } catch (error) {
            wrong.push(new Error(`FAULT_SEED=${planned}: ${String(error)}`, { cause: error }));
          }
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, next));
      const sum = (count: (end: End) => number) => ends.reduce((all, end) => all + count(end), 0);
      process.stderr.write(
        `faults: ${platform.name}, seed ${seed}, ${PLANS} plans, ${sum(({ faults }) => faults.length)} faults, ` +
          `${PLANS - wrong.length} ended as without, ` +
          `${sum(({ known }) => known.filter(({ wasRepeat }) => wasRepeat).length)} marked repeats, ` +
          `${sum(({ asked }) => asked - 1)} questions asked again\n`,
      );
      expect(wrong).toEqual([]);
    },
  );
