/** Two processes that hear of the same delivery, and one of them dies: it is answered, once, and left for nobody. */
import mongoose, { type Connection } from 'mongoose';
import { pino } from 'pino';
import { createDeliveries, type Delivery } from '../../src/deliveries.js';
import type { Processes } from '../../src/processes.js';
import { openSideCollections } from '../../src/store/side-collections.js';
import { openDeliveries } from '../../src/store/deliveries.js';
import { ownDatabase } from '../kit/company.js';
import { until } from '../kit/until.js';

const log = pino({ level: 'silent' });

let connection: Connection;
let dead: Set<string>;
/** By whom something was told. */
let told: string[];
beforeEach(async () => {
  connection = await mongoose.createConnection(ownDatabase()).asPromise();
  openSideCollections(connection);
  dead = new Set();
  told = [];
});
afterEach(async () => {
  await connection.dropDatabase();
  await connection.close();
});

async function process(own: string) {
  const processes = { own, isDead: async (id: string) => dead.has(id) } as Processes;
  const book = await openDeliveries({ ...openSideCollections(connection) }, { processes, alone: false, log });
  const claims: boolean[] = [];
  const claim: typeof book.claim = async (...sent) => {
    const isOurs = await book.claim(...sent);
    claims.push(isOurs);
    return isOurs;
  };
  const deliveries = createDeliveries({ book: { ...book, claim }, log });
  return { book, claims, deliveries, tells: async () => void told.push(own) };
}
const rows = () => connection.collection('deliveries').find().toArray();
const delivery = (ask: Delivery['ask'], redelivered = true): Delivery => ({
  origin: 'slack:1',
  platform: 'slack',
  body: 'vpn',
  line: 'line',
  redelivered,
  ask,
});
const never = () => new Promise<void>(() => undefined);

/** One process acknowledges it and cannot tell; it dies when the test says so. */
async function keptBy(own: string, redelivered = true) {
  const { deliveries } = await process(own);
  await deliveries.take(delivery(async () => never, redelivered));
  await until(async () => (await rows()).some((row) => row['waits']), 'it is kept');
}

/** Takes over what the dead have left, and does it. */
async function inherit({ deliveries, tells }: Awaited<ReturnType<typeof process>>, redelivered = true) {
  return deliveries.takeOver(async () => {
    await deliveries.take(delivery(async () => tells, redelivered));
    return true;
  });
}

/** Another process hears of it too, leaves it to the first, and tells it when that has died. */
async function successorOf(first: string) {
  const two = await process('two');
  await two.deliveries.take(delivery(async () => two.tells));
  // On a busy machine it is acknowledged before.
  await until(() => two.claims.length > 0, 'it is left to the first');
  expect(told).toEqual([]);
  dead.add(first);
  expect(await inherit(two)).toBe(1);
  await until(() => told.length > 0, 'it is told');
  return two;
}

test('what was delivered to both, and was left to the one that then died, is told by the other', async () => {
  await keptBy('one');
  const two = await successorOf('one');
  await two.deliveries.take(delivery(async () => two.tells));
  expect(told).toEqual(['two']);
});

test('what another was about to tell when it died, without having kept it, is told by who left it to that one', async () => {
  const one = await process('one');
  expect(await one.book.claim('slack:1', 'slack', 'vpn')).toBe(true);
  await successorOf('one');
});

test('what is told at last by who was about to is left for nobody', async () => {
  const one = await process('one');
  let tell = () => {};
  const taken = one.deliveries.take(delivery(async () => () => new Promise((resolve) => (tell = resolve))));
  await until(async () => (await rows()).length > 0, 'it is claimed');
  const two = await process('two');
  await two.deliveries.take(delivery(async () => two.tells));
  await until(() => (tell(), taken).then(() => true), 'it is told');
  await until(async () => (await rows()).every((row) => row['told'] && row['waits'] === undefined), 'nobody waits');
  dead.add('one');
  expect(await inherit(two)).toBe(0);
  expect(told).toEqual([]);
});

test('who leaves it to another, and takes long to see that, does not note it as told', async () => {
  await keptBy('one');
  const two = await process('two');
  let asked = () => {};
  await two.deliveries.take(delivery(() => new Promise((resolve) => (asked = () => resolve(two.tells)))));
  asked();
  await two.deliveries.stop();
  dead.add('one');
  expect(await inherit(await process('three'))).toBe(1);
  await until(() => told.length > 0, 'it is told');
  expect(told).toEqual(['three']);
});

test.each([
  ['a press', async (tells: () => Promise<void>) => tells, ['two']],
  ['what has nothing to be told', async () => undefined, []],
] as const)('%s that was taken over is left for nobody when it is done', async (_, asks, by) => {
  await keptBy('one', false);
  dead.add('one');
  const two = await process('two');
  const does = async () => {
    await two.deliveries.take(delivery(() => asks(two.tells), false));
    return true;
  };
  expect(await two.deliveries.takeOver(does)).toBe(1);
  await until(async () => (await rows()).every((row) => row['waits'] === undefined), 'nobody waits');
  dead.add('two');
  expect(await inherit(await process('three'), false)).toBe(0);
  expect(told).toEqual(by);
});

test('what comes to something else when it is done again, such as no apology, is left for nobody', async () => {
  await keptBy('one');
  dead.add('one');
  const two = await process('two');
  const other = { ...delivery(async () => two.tells), origin: 'slack:1#broken' };
  expect(await two.deliveries.takeOver(() => two.deliveries.take(other).then(() => true))).toBe(1);
  await until(async () => (await rows()).every((row) => row['waits'] === undefined), 'nobody waits');
  dead.add('two');
  expect(await inherit(await process('three'))).toBe(0);
  expect(told).toEqual(['two']);
});

test('what is of a platform that is off waits until it is on again', async () => {
  await keptBy('one');
  dead.add('one');
  const two = await process('two');
  expect(await two.deliveries.takeOver(async () => false)).toBe(1);
  await two.deliveries.stop();
  dead.add('two');
  expect(await inherit(await process('three'))).toBe(1);
  await until(() => told.length > 0, 'it is told');
});
