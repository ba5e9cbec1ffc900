/**
 * When Slack is told that something was taken: in time, whatever its API does, and never before what it changed is
 * saved, or it is kept to be done.
 */
import type { Form } from '../../src/card.js';
import { Busy, type Request } from '../../src/chat.js';
import { done, form, type Reply } from '../../src/reply.js';
import { sideBySide } from '../kit/side-by-side.js';
import { createSlackDesk, VIEWER, type SlackDesk } from '../kit/slack-desk.js';
import type { FakeMessage, OpenView } from '../kit/slack-fake.js';
import type { Failure } from '../kit/slack-failures.js';
import type { Delivered } from '../kit/slack-sender.js';
import { until } from '../kit/until.js';

const titleForm: Form = {
  for: { lang: 'zh', zone: 'Europe/Berlin' },
  title: 'New ticket',
  fields: [
    { name: 'title', label: 'What is wrong?', kind: 'line', maxLength: 150 },
    { name: 'details', label: 'Details', kind: 'paragraph', maxLength: 3000, optional: true },
  ],
  submit: 'Open',
  cancel: 'Cancel',
  draft: { do: 'open-ticket' },
};

let desk: SlackDesk;
let reply: (request: Request) => Reply | Promise<Reply>;
let message: FakeMessage;
let view: OpenView;
beforeEach(async () => {
  reply = () => form(titleForm);
  desk = await createSlackDesk({ answer: (request) => reply(request) });
  await desk.slack.start();
  await desk.chat.post('slack:T0DESK/C1DESK', { for: VIEWER, title: 'INC-1', parts: [] });
  message = desk.fake.messages[0]!;
  await desk.sender.command('U1ADA', 'C1DESK', 'new');
  view = desk.fake.views[0]!;
  desk.asked.splice(0);
  desk.book.rows.clear();
  reply = () => done(['Noted.']);
});

/** What people do that asks something of the desk; the first is how Slack tells of it. */
const acts: Record<string, () => Promise<Delivered | Delivered[]>> = {
  words: () => desk.sender.say('U1ADA', 'D1ADA', 'vpn keeps dropping'),
  'a reaction': () => desk.sender.react('U1ADA', message),
  'a slash command': () => desk.sender.command('U1ADA', 'C1DESK', 'mine'),
  'a button': () => desk.sender.press('U1ADA', message, '{"do":"help"}'),
  'a shortcut': () => desk.sender.shortcut('U1ADA', message),
  'the home tab': () => desk.sender.openHome('U1ADA'),
  'a form': () => desk.sender.submit('U1ADA', view, { title: { value: { value: 'vpn' } } }),
};
const kinds = Object.keys(acts);
const isForm = (kind: string) => kind === 'a form';
const statuses = (delivered: Delivered | Delivered[]) => [delivered].flat().map(({ status }) => status);
const told = () => desk.fake.messages.filter(({ by, ts }) => by === 'desk' && ts !== message.ts);

/** A request of our own goes through the desk's server: what could have been answered before has been. */
const aWhile = () => fetch(new URL('/nothing', desk.url));

describe.each(kinds)('%s', (kind) => {
  const act = acts[kind]!;

  test('is not acknowledged when it could not be saved, and is asked again when it comes again', async () => {
    let faults = 1;
    reply = () => {
      if (faults-- > 0) throw new Error('the store is away');
      return done(['Noted.']);
    };
    const first = statuses(await act());
    expect(first[0]).toBe(500);
    expect(first.length === 1 ? statuses(await act()) : first.slice(1)).toEqual([200]);
    expect(new Set(desk.asked.map(({ asks }) => asks.kind)).size).toBe(1);
    expect(desk.asked).toHaveLength(2);
  });

  test('is not acknowledged before it is saved, when it can be kept neither', async () => {
    let isKept = false;
    desk.book.keep = async () => {
      isKept = true;
      throw new Error('the store is away');
    };
    let save = () => {};
    reply = () => new Promise<Reply>((resolve) => (save = () => resolve(done(['Noted.']))));
    let isAcknowledged = false;
    const delivery = act().then((delivered) => {
      isAcknowledged = true;
      return delivered;
    });
    await until(() => (isForm(kind) ? desk.asked.length > 0 : isKept), 'its time is over');
    await aWhile();
    expect(isAcknowledged).toBe(false);
    save();
    expect(statuses(await delivery)).toEqual([200]);
  });
});

test('all is acknowledged in time while Slack’s API hangs, and the desk can stop meanwhile', async () => {
  desk.fake.slowDown(60_000);
  const started = performance.now();
  const delivered = await Promise.all(Object.values(acts).map((act) => act()));
  expect(delivered.flatMap(statuses)).toEqual(kinds.map(() => 200));
  expect(performance.now() - started).toBeLessThan(1_500);
  const stopping = performance.now();
  await desk.close();
  expect(performance.now() - stopping).toBeLessThan(4_000);
});

describe.each(kinds.filter((kind) => !isForm(kind)))('%s', (kind) => {
  test('that takes long is kept, and another process does it when this one dies', async () => {
    let die = () => {};
    reply = () => new Promise<Reply>((_, reject) => (die = () => reject(new Error('killed'))));
    expect(statuses(await acts[kind]!())).toEqual([200]);
    const [kept, ...others] = [...desk.book.rows.values()].map(({ body }) => body);
    expect(others).toEqual([]);
    expect(told()).toEqual([]);
    const other = await createSlackDesk({ beside: desk, answer: () => done(['Noted.']) });
    await other.slack.start();
    await other.slack.replay!(kept);
    die();
    await until(() => told().length === 1, 'the answer is given');
    const asked = [desk, other].flatMap((each) => each.asked.map((request) => JSON.stringify(request)));
    expect(asked).toEqual([asked[0], asked[0]]);
  });
});

test('a form is acknowledged before its person is told', async () => {
  desk.fake.failNext('response_url', { hang: true });
  desk.fake.failNext('chat.postEphemeral', { hang: true });
  const started = performance.now();
  expect(statuses(await acts['a form']!())).toEqual([200]);
  expect(performance.now() - started).toBeLessThan(500);
});

test('a form that must wait stays open, says so in its language, and is taken when it is sent again', async () => {
  let waits = 1;
  reply = () => {
    if (waits-- > 0) throw new Busy(7);
    return done(['INC-1 is open.']);
  };
  const closing = (await acts['a form']!()) as Delivered;
  expect(closing).toMatchObject({ status: 200, body: { response_action: 'errors', errors: { title: /7 秒/ } } });
  expect(told()).toEqual([]);
  expect(await acts['a form']!()).toMatchObject({ status: 200, body: undefined });
  await until(() => told().length === 1, 'the person is told');
});

test('what one person asks is answered in the order in which it was asked', async () => {
  reply = ({ asks }) => done([asks.kind === 'words' ? `You asked: ${asks.words}` : '']);
  desk.fake.failNext('chat.postMessage', { status: 429, retryAfter: 1 });
  await Promise.all(['first', 'second', 'third'].map((words) => desk.sender.say('U1ADA', 'D1ADA', words)));
  await until(() => told().length === 3, 'all are answered');
  expect(told().map(({ text }) => text)).toEqual(['first', 'second', 'third'].map((words) => `You asked: ${words}`));
  expect(desk.sender.failedAcks).toEqual([]);
});

test('an answer that was given in a person’s own chat is not given again by a process that comes after', async () => {
  await desk.sender.say('U1ADA', 'D1ADA', 'vpn keeps dropping');
  expect(told()).toHaveLength(1);
  const other = await createSlackDesk({ beside: desk, answer: () => done(['Noted.']) });
  await other.slack.start();
  const { ts, text, channel } = desk.fake.messages.at(-2)!;
  const event = { type: 'message', channel_type: 'im', user: 'U1ADA', ts, text, channel, team: desk.fake.team };
  const body = JSON.stringify({ type: 'event_callback', team_id: desk.fake.team, event_id: 'Ev1', event });
  const again = { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' };
  expect(await other.sender.deliver(body, 'json', again)).toMatchObject({ status: 200 });
  expect(other.asked).toHaveLength(1);
  expect(told()).toHaveLength(1);
});

const story = sideBySide();
for (const [how, failure] of Object.entries<Failure>({
  'an internal error': { error: 'internal_error' },
  'a fatal error': { error: 'fatal_error' },
  'a page of HTML': { html: true },
  'a bad gateway': { status: 502 },
  'a broken connection': { reset: true },
}))
  story(`an answer after which Slack says ${how} is given once, whether it arrived or not`, async () => {
    const own = await createSlackDesk({ answer: () => done(['Noted.']) });
    await own.slack.start();
    for (const [user, carriedOut] of [
      ['U1ADA', true],
      ['U2BOB', false],
    ] as const) {
      own.fake.failNext('chat.postMessage', { ...failure, carriedOut, channel: own.fake.dm(user) });
      await own.sender.say(user, own.fake.dm(user), 'vpn keeps dropping');
    }
    const answers = (user: string) => own.fake.channel(own.fake.dm(user)).filter(({ by }) => by === 'desk');
    await until(() => answers('U2BOB').length > 0, 'it is answered');
    expect([answers('U1ADA'), answers('U2BOB')].map((each) => each.map(({ text }) => text))).toEqual([
      ['Noted.'],
      ['Noted.'],
    ]);
  });
