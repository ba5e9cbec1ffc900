/**
 * Two processes of the program over one MongoDB, behind one address, before one Slack, while now the one and now the
 * other is killed; and people who do not mind: Slack sends its events again, and what they pressed in vain they press
 * again.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import type { Recorded } from '../../src/history.js';
import type { PostedRow } from '../../src/store/side-collections.js';
import { ownDatabase } from '../kit/company.js';
import type { Random } from '../kit/random.js';
import { openWorkspace, readable, SECRET, userOf } from '../kit/slack-company.js';
import { filledIn } from '../kit/slack-driver.js';
import type { FakeMessage, OpenView } from '../kit/slack-fake.js';
import { createSlackSender, type Delivered } from '../kit/slack-sender.js';
import { until } from '../kit/until.js';
import { openBalancer } from './balancer.js';
import type { Home, Program } from './program.js';

const ZONE = 'Europe/Berlin';
const LOOK_MS = 250;
/** What is owed and comes no sooner than this is lost, in milliseconds. */
const LOST_MS = 90_000;
/** A trigger is good for 3 s; after that nobody waits for a form any more. */
const FORM_MS = 3_500;

export const DESK = 'C1DESK';
export type Saved = Recorded & { title?: unknown; state: string };

export const titleOf = ({ blocks }: FakeMessage) => blocks.find((block) => block.type === 'header')?.text.text ?? '';
/** What names a post of the desk for good. */
export const markOf = ({ metadata }: FakeMessage) =>
  (metadata as { event_payload?: { mark?: string } } | undefined)?.event_payload?.mark;

/** Without the marks of a text within a text. */
const plainly = (view: object) => JSON.stringify(view).replaceAll('\\', '');

const buttonOf = ({ blocks, before = [] }: FakeMessage, label: string) =>
  [blocks, ...before]
    .flat()
    .flatMap((block) => (block.type === 'actions' ? block.elements : []))
    .find(({ text }) => text.text === label);

export async function openPair(home: Home, random: Random, settings: Record<string, string>, crowd: readonly string[]) {
  const fake = await openWorkspace(crowd);
  const uri = ownDatabase();
  const client = await MongoClient.connect(uri);
  const db = client.db();
  const addresses: (string | undefined)[] = [undefined, undefined];
  const programs: Program[] = [];
  const balancer = await openBalancer(() => {
    const up = addresses.filter((each) => each !== undefined);
    return up[random.below(up.length)];
  });
  const sender = createSlackSender({ url: balancer.url, secret: SECRET, fake });
  let kills = 0;
  let closing = false;

  async function raise(index: number): Promise<void> {
    const program = home.start({
      MONGODB_URI: uri,
      SLACK_SIGNING_SECRET: SECRET,
      SLACK_BOT_TOKEN: fake.token,
      SLACK_API_URL: fake.apiUrl,
      ...settings,
    });
    programs[index] = program;
    const address = await program.ready.catch(() => undefined);
    if (programs[index] === program) addresses[index] = address;
  }

  const ledgers: string[] = [];
  async function findLedgers(): Promise<void> {
    for (const { name } of await db.listCollections().toArray())
      if ((await db.collection(name).indexes()).some(({ key }) => 'owing' in key)) ledgers.push(name);
  }

  /** What somebody still waits for: a card, an answer, an access that was approved. */
  async function outstanding(): Promise<Set<string>> {
    const owing = ledgers.map((name) => db.collection(name).find({ owing: { $exists: true } }));
    const others = [
      db.collection('deliveries').find({ waits: true }),
      db.collection('requests').find({ state: 'approved' }),
    ];
    const found = await Promise.all([...owing, ...others].map((each) => each.project({ _id: 1 }).toArray()));
    return new Set(
      found.flatMap((rows, index) => rows.map(({ _id }) => `${index < owing.length ? '' : index} ${_id}`)),
    );
  }
  /** What was outstanding at a kill, and when that was; where another kill follows, it counts from that. */
  const owed = new Map<string, number>();
  let slowest = 0;
  async function watch(): Promise<void> {
    while (!closing) {
      await wait(LOOK_MS);
      const left = await outstanding();
      for (const [what, since] of owed) {
        const took = performance.now() - since;
        if (left.has(what) && took < LOST_MS) continue;
        slowest = Math.max(slowest, took);
        owed.delete(what);
      }
    }
  }

  async function kill(index: number): Promise<void> {
    addresses[index] = undefined;
    kills += 1;
    await programs[index]!.end('SIGKILL');
    const now = performance.now();
    for (const what of await outstanding()) owed.set(what, now);
    await wait(random.below(300));
    void raise(index);
  }

  /** Acts until the next kill; none is due while undefined. */
  let fuse: number | undefined;
  let killing: Promise<void> = Promise.resolve();
  const act = <T>(doing: () => Promise<T>): Promise<T> => {
    if (fuse !== undefined && --fuse <= 0) {
      fuse = undefined;
      killing = (async () => {
        await wait(random.below(random.chance(0.7) ? 60 : 800));
        await kill(random.below(2));
        // Now and then the next one comes before all is well again.
        const isHasty = random.chance(0.25);
        if (isHasty) await wait(random.below(4_000));
        else await until(() => owed.size === 0 && addresses.every(Boolean), 'all is well again', LOST_MS * 2);
        if (isFiring) fuse = 1 + random.below(8);
      })();
    }
    return doing();
  };
  let isFiring = false;

  const isTaken = (told: Delivered | Delivered[]) => [told].flat().at(-1)!.status === 200;

  async function press(who: string, label: string, on: FakeMessage): Promise<void> {
    const { action_id, value = '' } = buttonOf(on, label) ?? {};
    if (!action_id) throw new Error(`no button ${label} on ${titleOf(on)}`);
    await until(
      () => act(async () => isTaken(await sender.press(userOf(who), on, value, action_id))),
      `${who} presses ${label}`,
      LOST_MS,
    );
  }

  await Promise.all([raise(0), raise(1)]);
  await findLedgers();
  const watching = watch();

  return {
    fake,
    db,
    kills: () => kills,
    /** The longest that anything took that was owed when a process was killed, in milliseconds. */
    slowest: () => slowest,
    read: (message: FakeMessage) => readable(fake, message),
    /** From now on one of the two is killed at random, or none any more. */
    async fire(on: boolean): Promise<void> {
      isFiring = on;
      fuse = on ? 1 + random.below(8) : undefined;
      await killing;
    },
    chatOf: (who: string) => fake.dm(userOf(who)),
    notesOf: (who: string) => fake.ephemerals(userOf(who)).map((each) => readable(fake, each)),
    see: (what: string, fits: (message: FakeMessage) => boolean) =>
      until(() => fake.messages.find((each) => each.by === 'desk' && fits(each)), `somebody sees ${what}`, LOST_MS),
    has: (label: string, message: FakeMessage) => buttonOf({ ...message, before: [] }, label) !== undefined,
    async say(who: string, words: string, under?: FakeMessage): Promise<void> {
      const user = userOf(who);
      const thread = under && { thread: under.thread ?? under.ts };
      if (!(await act(async () => isTaken(await sender.say(user, fake.dm(user), words, { ...thread })))))
        throw new Error(`Slack gave up on ${words}`);
    },
    press,
    /** Presses until the form is there in which these words stand: at once, or behind a button. */
    async open(who: string, label: string, on: FakeMessage, words: string): Promise<OpenView> {
      const user = userOf(who);
      const form = () => fake.views.find((each) => each.user === user && plainly(each.view).includes(words));
      const door = () =>
        fake.channel(fake.dm(user)).find((each) => buttonOf(each, 'Open the form')?.value?.includes(words));
      for (let tries = 0; tries < 20; tries += 1) {
        const behind = door();
        await (behind ? press(who, 'Open the form', behind) : press(who, label, on));
        const found = await until(() => form() ?? (behind ? undefined : door()), 'a form', FORM_MS).catch(
          () => undefined,
        );
        if (found && 'view' in found) return found;
      }
      throw new Error(`${label} opens no form for ${who}`);
    },
    async submit(who: string, open: OpenView, values: Record<string, string>): Promise<void> {
      const user = userOf(who);
      const sendPage = async (page: OpenView): Promise<boolean> => {
        const told = await sender.submit(user, page, filledIn(page, values, ZONE));
        const body = (told.body || {}) as { response_action?: string; view?: unknown };
        if (told.status === 200 && body.response_action === 'update')
          return sendPage({ ...page, view: body.view as OpenView['view'] });
        if (told.status === 200 && told.body) throw new Error(`the form is kept open: ${JSON.stringify(told.body)}`);
        return isTaken(told);
      };
      const send = () => sendPage(open);
      await until(() => act(send), `${who} sends the form`);
    },
    /** Resolves when nobody waits for anything. */
    settled: () => until(async () => owed.size === 0 && (await outstanding()).size === 0, 'all is told', LOST_MS),
    async records() {
      const all = <T>(name: string) => db.collection(name).find().toArray() as unknown as Promise<T[]>;
      return {
        records: (await Promise.all(ledgers.map((name) => all<Saved>(name)))).flat(),
        posted: await all<PostedRow>('posted'),
        memberships: await all('memberships'),
      };
    },
    /** How the two end when they are told to. */
    async end(): Promise<(number | NodeJS.Signals)[]> {
      await until(() => addresses.every(Boolean), 'both are up');
      return Promise.all(programs.map((each) => each.end('SIGTERM')));
    },
    async close(): Promise<void> {
      closing = true;
      await watching;
      await client.close();
      await balancer.close();
      await fake.close();
    },
  };
}
export type Pair = Awaited<ReturnType<typeof openPair>>;
