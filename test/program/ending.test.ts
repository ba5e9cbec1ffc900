/** How the built program ends, and what it says of itself, while something around it hangs or has gone. */
import { randomUUID } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { openDoor } from '../kit/door.js';
import { createSlackDriver } from '../kit/slack-driver.js';
import { createFakeSlack } from '../kit/slack-fake.js';
import { staff } from '../kit/staff.js';
import { openStoreDoor } from '../kit/store-door.js';
import { until } from '../kit/until.js';
import { createWebDriver } from '../kit/web-driver.js';
import { openHome, type Home, type Program } from './program.js';

let home: Home;
const close: (() => unknown)[] = [];
beforeEach(async () => {
  home = await openHome();
});
afterEach(async () => {
  for (const each of close.splice(0).toReversed()) await each();
  await home.close();
});

/** Docker kills ten seconds after it has asked. */
const PATIENCE_S = 8;

async function secondsFor<T>(work: () => Promise<T>): Promise<{ seconds: number; result: T }> {
  const before = performance.now();
  const result = await work();
  return { seconds: (performance.now() - before) / 1000, result };
}

async function endsInTime(program: Program): Promise<number | NodeJS.Signals> {
  const { seconds, result } = await secondsFor(() => program.end('SIGTERM'));
  expect(seconds).toBeLessThan(PATIENCE_S);
  return result;
}

const people = (url: string) => createWebDriver({ url, flavour: 'play-slack' });
const titles = async (url: string, who: string) => (await people(url).chat(who)).map(({ title }) => title);
const requestAccess = (url: string) => people(url).say('employee', 'request crm-read for 8h because the quarter ends');
/** What somebody writes, of whose answer nobody knows whether it comes. */
const say = (url: string, words: string) =>
  fetch(`${url}/playground/say`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ who: 'employee', platform: 'play-slack', origin: randomUUID(), words }),
  });
const isReady = async (url: string) => (await fetch(`${url}/readyz`)).status === 200;

describe('a store that swallows everything', () => {
  it('makes the desk say within two seconds that it is not ready, fails what is asked of it, and lets it end', async () => {
    const store = await openStoreDoor();
    close.push(store.lock);
    const limits = '&socketTimeoutMS=2000&serverSelectionTimeoutMS=2000&connectTimeoutMS=2000';
    const program = home.start({ MONGODB_URI: store.uri + limits, LOG_LEVEL: 'silent' });
    const url = await program.ready;
    await until(() => isReady(url), 'the desk is ready');
    await requestAccess(url);

    store.hang();
    const asked = secondsFor(async () => (await say(url, 'request crm-read for 2h because of the audit')).status);
    const probe = await secondsFor(() => fetch(`${url}/readyz`));
    expect(probe.seconds).toBeLessThan(2);
    expect(probe.result.status).toBe(503);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect((await asked).seconds).toBeLessThan(10);
    expect([0, 1]).toContain(await endsInTime(program));

    store.resume();
    const again = home.start({ MONGODB_URI: store.uri });
    expect(await titles(await again.ready, 'employee')).toContainEqual(expect.stringMatching(/^REQ-1/));
    expect(await endsInTime(again)).toBe(0);
  });

  it('does not keep the desk from ending, even with requests under way', async () => {
    const store = await openStoreDoor();
    close.push(store.lock);
    const program = home.start({ MONGODB_URI: store.uri });
    const url = await program.ready;
    await requestAccess(url);
    store.hang();
    const lost = ['one', 'two', 'three'].map((words) => say(url, words).catch(() => undefined));
    expect([0, 1]).toContain(await endsInTime(program));
    await Promise.all(lost);
  });
});

it('a platform that swallows everything does not keep the desk from ending', async () => {
  const slack = await createFakeSlack();
  close.push(slack.close);
  for (const { id, name, email } of staff)
    slack.addUser({ id: `U${id.toUpperCase()}`, name, email, locale: 'en-GB', tz: 'Europe/Berlin' });
  slack.addChannel({ id: 'C1DESK', name: 'it-desk' });
  const api = new URL(slack.apiUrl);
  const door = await openDoor({ host: api.hostname, port: Number(api.port) });
  close.push(door.lock);
  api.port = String(door.port);
  const program = home.start({ SLACK_SIGNING_SECRET: 'secret', SLACK_BOT_TOKEN: slack.token, SLACK_API_URL: api.href });
  const world = createSlackDriver({
    url: await program.ready,
    signingSecret: 'secret',
    fake: slack,
    people: Object.fromEntries(staff.map(({ id, email }) => [id, { user: `U${id.toUpperCase()}`, email }])),
    channels: { it: 'it-desk' },
  });
  await world.say('employee', 'request crm-read for 8h because the quarter ends');
  door.hang();
  const lost = world.say('employee', 'help').catch(() => undefined);
  const lostToo = world.say('manager', 'request crm-read for 8h because the quarter ends').catch(() => undefined);
  expect([0, 1]).toContain(await endsInTime(program));
  await Promise.all([lost, lostToo]);
});

describe('a stop', () => {
  it('is not held up by an open page of the playground, nor by those that ask and never read', async () => {
    const program = home.start();
    const url = await program.ready;
    await requestAccess(url);
    const pages = await Promise.all([fetch(`${url}/playground/events`), fetch(`${url}/playground/events`)]);
    expect(pages.map(({ status }) => status)).toEqual([200, 200]);
    const { seconds, result } = await secondsFor(() => program.end('SIGTERM'));
    expect(result).toBe(0);
    expect(seconds).toBeLessThan(2);
  });

  it('is not held up by requests that come in letter by letter, or whose clients keep the line', async () => {
    const program = home.start();
    const url = await program.ready;
    const port = Number(new URL(url).port);
    const heads = [
      'POST /playground/say HTTP/1.1\r\nHost: localhost\r\nContent-Length: 500\r\n\r\n{',
      'GET /healthz HTTP',
    ];
    for (const head of heads)
      connect(port, '127.0.0.1')
        .on('error', () => undefined)
        .write(head);
    expect(await (await fetch(`${url}/healthz`)).text()).toBe('ok\n');
    const { seconds, result } = await secondsFor(() => program.end('SIGTERM'));
    expect(result).toBe(0);
    expect(seconds).toBeLessThan(3);
  });

  it('is ordered again while it is under way, and goes on', async () => {
    const program = home.start();
    await program.ready;
    void program.end('SIGTERM');
    expect(await program.end('SIGINT')).toBe(0);
  });
});

it('a store that ends by itself ends the desk with a sentence, and the next start has what was acknowledged', async () => {
  const worker = join(home.dir, 'dist/store-worker.js');
  const fuse = join(home.dir, 'fuse');
  await rename(worker, join(home.dir, 'dist/store-itself.js'));
  await writeFile(
    worker,
    `import './store-itself.js';
     import { existsSync } from 'node:fs';
     setInterval(() => { if (existsSync(${JSON.stringify(fuse)})) throw new Error('the map is lost'); }, 20);`,
  );
  const program = home.start();
  const url = await program.ready;
  await requestAccess(url);
  const { seconds, result } = await secondsFor(async () => {
    await writeFile(fuse, '');
    return program.ended;
  });
  expect(result).toBe(1);
  expect(seconds).toBeLessThan(PATIENCE_S);
  expect(program.err()).toMatch(/^Deskhand ends: the embedded store in .* has ended by itself \(the map is lost\)/);
  await writeFile(worker, await readFile(join(home.dir, 'dist/store-itself.js')));
  const again = home.start();
  expect(await titles(await again.ready, 'employee')).toContainEqual(expect.stringMatching(/^REQ-1/));
});
