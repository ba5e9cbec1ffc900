/** What reaches the desk over HTTP, when Slack is told that it was taken, and what is never said or logged. */
import { request as httpRequest } from 'node:http';
import { done, type Reply } from '../../src/reply.js';
import { BODY_LIMIT } from '../../adapters/http.js';
import type { Failure } from '../kit/slack-failures.js';
import { createSlackDesk, SECRET, type SlackDesk } from '../kit/slack-desk.js';
import { sign } from '../kit/slack-sender.js';
import { until } from '../kit/until.js';

let desk: SlackDesk;
let reply: () => Reply | Promise<Reply>;
beforeEach(async () => {
  reply = () => done();
  desk = await createSlackDesk({ answer: () => reply() });
  await desk.slack.start();
});

const now = () => Math.floor(Date.now() / 1000);
const hello = JSON.stringify({
  type: 'event_callback',
  team_id: 'T0DESK',
  event_id: 'Ev1',
  event: { type: 'message', channel_type: 'im', channel: 'D1ADA', user: 'U1ADA', text: 'secret words', ts: '1.1' },
});
const signed = (body: string, at = now()) => ({
  'content-type': 'application/json',
  'x-slack-request-timestamp': String(at),
  'x-slack-signature': sign(SECRET, at, body),
});
const post = (body: string, headers: Record<string, string>) =>
  fetch(`${desk.url}/slack/events`, { method: 'POST', body, headers });

test.each([
  ['no signature', { 'content-type': 'application/json' }],
  ['a wrong signature', { ...signed(hello), 'x-slack-signature': `v0=${'0'.repeat(64)}` }],
  ['a signature of other words', signed(`${hello} `)],
  ['a signature that is six minutes old', signed(hello, now() - 360)],
  ['a signature of six minutes ahead', signed(hello, now() + 360)],
])('%s is refused with 401', async (_, headers) => {
  expect((await post(hello, headers)).status).toBe(401);
  expect(desk.asked).toEqual([]);
  await until(() => desk.log.some((line) => line.includes('SLACK_SIGNING_SECRET')), 'the remedy is logged');
});

test('a body that is no JSON is refused with 400, one that is too large with 413', async () => {
  expect((await post('{"type":', signed('{"type":'))).status).toBe(400);
  const large = JSON.stringify({ words: 'x'.repeat(BODY_LIMIT) });
  expect((await post(large, signed(large))).status).toBe(413);
});

test('a body that is too large and does not say so is cut off with 413', async () => {
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'transfer-encoding': 'chunked' };
    const request = httpRequest(`${desk.url}/slack/events`, { method: 'POST', headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    request.on('error', reject);
    request.end('x'.repeat(BODY_LIMIT + 1));
  });
  expect(status).toBe(413);
});

test.each(['null', '[]', '"words"', '{}', '{"type":"event_callback"}', '{"type":"block_actions"}'])(
  'a signed body that is nothing of Slack’s, %s, harms nothing',
  async (body) => {
    const response = await post(body, signed(body));
    expect([200, 400]).toContain(response.status);
    expect(desk.asked).toEqual([]);
  },
);

test('Slack’s check of the address is answered', async () => {
  const body = JSON.stringify({ type: 'url_verification', challenge: 'abc' });
  expect(await (await post(body, signed(body))).json()).toEqual({ challenge: 'abc' });
});

test('what Slack redelivers has the same origin, changes nothing and is not answered twice', async () => {
  reply = () => done(['Noted.']);
  for (const retry of ['1', '2']) {
    expect((await post(hello, { ...signed(hello), 'x-slack-retry-num': retry })).status).toBe(200);
  }
  expect(desk.asked.map(({ origin }) => origin)).toEqual(['slack:T0DESK:D1ADA:1.1']);
  expect(desk.fake.channel('D1ADA')).toHaveLength(1);
});

test('the same words twice are two requests', async () => {
  await desk.sender.say('U1ADA', 'D1ADA', 'again');
  await desk.sender.say('U1ADA', 'D1ADA', 'again');
  expect(new Set(desk.asked.map(({ origin }) => origin)).size).toBe(2);
});

test('words are acknowledged only when the desk has saved what they changed', async () => {
  let save = () => {};
  reply = () => new Promise<Reply>((resolve) => (save = () => resolve(done())));
  let acknowledged = false;
  const delivery = post(hello, signed(hello)).then((response) => {
    acknowledged = true;
    return response.status;
  });
  await until(() => desk.asked.length === 1, 'the desk is asked');
  expect(acknowledged).toBe(false);
  save();
  expect(await delivery).toBe(200);
});

test('an answer Slack did not take is given when Slack takes it', async () => {
  reply = () => done(['Noted.']);
  desk.fake.failNext('chat.postMessage', { status: 429, retryAfter: 1 });
  const attempts = await desk.sender.say('U1ADA', 'D1ADA', 'hello');
  expect(attempts.map(({ status }) => status)).toEqual([200]);
  const answers = () => desk.fake.channel('D1ADA').filter(({ by }) => by === 'desk');
  await until(() => answers().length > 0, 'it is given');
  expect(answers()).toHaveLength(1);
  expect(desk.asked).toHaveLength(1);
});

test('a command that takes long is acknowledged in time and answered when it is done', async () => {
  let finish = () => {};
  reply = () => new Promise<Reply>((resolve) => (finish = () => resolve(done(['Found it.']))));
  const { status, late } = await desk.sender.command('U1ADA', 'C1DESK', 'vpn');
  expect({ status, late }).toEqual({ status: 200, late: false });
  expect(desk.fake.ephemerals('U1ADA')).toEqual([]);
  finish();
  await until(() => desk.fake.ephemerals('U1ADA').length === 1, 'the answer is there');
});

test('what breaks on our side is told with a reference that is in the log', async () => {
  reply = () => ({
    kind: 'card',
    card: {
      for: { lang: 'zh', zone: 'UTC' },
      title: 'x',
      parts: [{ kind: 'buttons', buttons: [{ label: 'x', does: { do: 'ask', words: 'x'.repeat(3000) } }] }],
    },
  });
  expect(await desk.sender.say('U1ADA', 'D1ADA', 'secret words')).toMatchObject([{ status: 200 }]);
  const [told] = desk.fake.channel('D1ADA').filter(({ by }) => by === 'desk');
  const reference = /reference ([0-9a-f]{8})/.exec(told?.text ?? '')?.[1];
  expect(desk.log.filter((line) => reference && line.includes(reference))).toHaveLength(1);
});

test('tokens, e-mail addresses and people’s words are not logged', async () => {
  desk.fake.failNext('chat.postMessage', { error: 'invalid_blocks' });
  reply = () => done(['secret answer']);
  await desk.sender.say('U1ADA', 'D1ADA', 'secret words');
  await desk.asked[0]?.account.profile();
  await desk.sender.command('U1ADA', 'C1DESK', 'secret words');
  const log = desk.log.join('');
  expect(log).toContain('invalid_blocks');
  for (const secret of ['secret', desk.fake.token, SECRET, 'ada@example.com']) expect(log).not.toContain(secret);
});

test('stopping takes nothing new and waits for what was taken', async () => {
  let finish = () => {};
  reply = () => new Promise<Reply>((resolve) => (finish = () => resolve(done(['Noted.']))));
  const delivery = desk.sender.say('U1ADA', 'D1ADA', 'hello');
  await until(() => desk.asked.length === 1, 'the desk is asked');
  let stopped = false;
  const stopping = desk.slack.stop().then(() => (stopped = true));
  const refused = await post(hello, signed(hello));
  expect(refused.status).toBe(500);
  expect(stopped).toBe(false);
  finish();
  await stopping;
  expect(await delivery).toMatchObject([{ status: 200 }]);
  expect(desk.fake.channel('D1ADA').filter(({ by }) => by === 'desk')).toHaveLength(1);
  expect(desk.asked).toHaveLength(1);
});

test('before it has started, the desk leaves Slack to try again', async () => {
  const early = await createSlackDesk();
  const response = await fetch(`${early.url}/slack/events`, { method: 'POST', body: hello, headers: signed(hello) });
  expect(response.status).toBe(500);
  expect(early.asked).toEqual([]);
});

test.each<[string, Failure, RegExp]>([
  ['refuses the token', { error: 'invalid_auth' }, /Slack refused SLACK_BOT_TOKEN \(invalid_auth\): copy the Bot User/],
  [
    'knows the token as a dead one',
    { error: 'account_inactive' },
    /Slack refused SLACK_BOT_TOKEN \(account_inactive\)/,
  ],
  ['is not available', { status: 503 }, /Slack cannot be reached at http:\/\/127.0.0.1:\d+\/api\/ \(SLACK_API_URL\)/],
  [
    'sends a page of HTML',
    { html: true },
    /Slack cannot be reached at \S+ \(SLACK_API_URL\) \(no answer of Slack’s API\)/,
  ],
  ['has an internal error', { error: 'internal_error' }, /Slack cannot be reached .*\(internal_error\)/],
  ['asks to wait', { status: 429, retryAfter: 30 }, /Slack cannot be reached .*30 seconds/],
  ['breaks the connection', { reset: true }, /Slack cannot be reached .*other side closed/],
])('a start at which Slack %s says what to do', async (_, failure, message) => {
  const other = await createSlackDesk();
  other.fake.failNext('auth.test', failure);
  await expect(other.slack.start()).rejects.toThrow(message);
});

test('two workspaces never see each other’s token', async () => {
  const [one, two] = await Promise.all([
    createSlackDesk({ token: 'xoxb-one' }),
    createSlackDesk({ token: 'xoxb-two' }),
  ]);
  await Promise.all([one.slack.start(), two.slack.start()]);
  for (const each of [one, two, one]) {
    await each.sender.say('U1ADA', 'D1ADA', 'hello');
    await each.chat.post('slack:T0DESK/C1DESK', { for: { lang: 'en', zone: 'UTC' }, title: 'Hello', parts: [] });
  }
  expect(new Set(one.fake.calls.map(({ token }) => token))).toEqual(new Set(['xoxb-one']));
  expect(new Set(two.fake.calls.map(({ token }) => token))).toEqual(new Set(['xoxb-two']));
});
