/** The port to Slack: posting, redrawing, finding people and channels, and what happens when Slack will not. */
import { Busy, Final, Uncertain, type Recipient } from '../../src/chat.js';
import type { Card } from '../../src/card.js';
import type { Failure } from '../kit/slack-failures.js';
import { createSlackDesk, VIEWER, type SlackDesk } from '../kit/slack-desk.js';
import { textsOf } from '../kit/slack-rules.js';

let desk: SlackDesk;
beforeEach(async () => {
  desk = await createSlackDesk();
  await desk.slack.start();
});

const titled = (title: string): Card => ({ for: VIEWER, title, parts: [{ kind: 'text', text: ['…'] }] });
const there = () => desk.fake.channel('C1DESK').map(({ blocks }) => textsOf(blocks)[0]);
const bob = { id: 'bob', name: 'Bob', email: 'bob@example.com' };

test('a card is posted, redrawn in place, and answered in its thread', async () => {
  const ref = await desk.chat.post('slack:T0DESK/C1DESK', titled('INC-1'));
  expect(ref).toMatch(/^slack:T0DESK\/C1DESK\/[\d.]+$/);
  await desk.chat.update(ref, titled('INC-1 resolved'));
  await desk.chat.post(ref, titled('A comment'));
  expect(desk.fake.channel('C1DESK')).toMatchObject([{}, { thread: ref.split('/')[2] }]);
  expect(there()).toEqual(['INC-1 resolved', 'A comment']);
});

test('what is posted and redrawn is parsed and unfurled by nobody', async () => {
  const ref = await desk.chat.post('slack:T0DESK/C1DESK', titled('https://example.com'));
  await desk.chat.update(ref, titled('<!channel>'));
  const [post, update] = desk.fake.calls.filter(({ method }) => method.startsWith('chat.'));
  expect(post?.args).toMatchObject({ unfurl_links: 'false', unfurl_media: 'false' });
  expect(update?.args).toMatchObject({ parse: 'none', text: '&lt;!channel&gt;\n…' });
});

test('a message that is gone is left alone; one that may not be changed any more is lost; a slip of ours is an error', async () => {
  const ref = await desk.chat.post('slack:T0DESK/C1DESK', titled('INC-1'));
  const update = () => desk.chat.update(ref, titled('INC-1 resolved'));
  expect(await desk.chat.update('slack:T0DESK/C1DESK/1.1', titled('gone'))).toBe('gone');
  for (const error of ['message_not_found', 'thread_not_found']) {
    desk.fake.failNext('chat.update', { error });
    expect(await update()).toBe('gone');
  }
  for (const error of [
    'cant_update_message',
    'edit_window_closed',
    'is_archived',
    'is_inactive',
    'channel_not_found',
  ]) {
    desk.fake.failNext('chat.update', { error });
    expect(await update()).toBe('lost');
  }
  for (const error of ['invalid_blocks', 'token_revoked', 'a_code_of_tomorrow']) {
    desk.fake.failNext('chat.update', { error });
    await expect(update()).rejects.toThrow(error);
  }
  desk.fake.makeAppAnew();
  expect(await update()).toBe('lost');
  desk.fake.putOut('C1DESK');
  expect(await update()).toBe('lost');
});

test.each(['is_archived', 'channel_not_found', 'not_in_channel', 'account_inactive', 'user_not_found'])(
  '%s is Slack’s last word on an address',
  async (error) => {
    desk.fake.failNext('chat.postMessage', { error });
    await expect(desk.chat.post('slack:T0DESK/C1DESK', titled('INC-1'))).rejects.toThrow(Final);
  },
);

test.each(['missing_scope', 'restricted_action', 'invalid_blocks', 'a_code_of_tomorrow'])(
  '%s is nobody’s last word: it can be mended',
  async (error) => {
    desk.fake.failNext('chat.postMessage', { error });
    const posting = desk.chat.post('slack:T0DESK/C1DESK', titled('INC-1'));
    await expect(posting).rejects.toThrow(error);
    await expect(posting).rejects.not.toThrow(Final);
  },
);

test('a channel that is archived and made anew under its name is found again, and the log says what to do', async () => {
  const before = (await desk.chat.reach({ channel: '#it-desk' })) as Recipient;
  desk.fake.archive('C1DESK', 'it-desk-old');
  for (const _ of [1, 2]) await expect(desk.chat.post(before, titled('INC-2'))).rejects.toThrow(Final);
  expect(
    desk.log.filter((line) => /C1DESK.*is_archived.*make a channel of its name and invite/.test(line)),
  ).toHaveLength(1);
  expect(await desk.chat.reach({ channel: '#it-desk' })).toBe('unreachable');
  desk.fake.addChannel({ id: 'C9NEW', name: 'it-desk' });
  const after = (await desk.chat.reach({ channel: '#it-desk' })) as Recipient;
  await desk.chat.post(after, titled('INC-2'));
  expect(desk.fake.channel('C9NEW')).toHaveLength(1);
});

test('a channel that only gave its name away is found anew after a while, and not forgotten while Slack is away', async () => {
  await desk.chat.reach({ channel: '#it-desk' });
  desk.fake.rename('C1DESK', 'other');
  desk.fake.addChannel({ id: 'C9NEW', name: 'it-desk' });
  expect(await desk.chat.reach({ channel: '#it-desk' })).toBe('slack:T0DESK/C1DESK');
  const now = performance.now.bind(performance);
  performance.now = () => now() + 11 * 60_000;
  try {
    desk.fake.failNext('users.conversations', { status: 503 });
    expect(await desk.chat.reach({ channel: '#it-desk' })).toBe('slack:T0DESK/C1DESK');
    expect(await desk.chat.reach({ channel: '#it-desk' })).toBe('slack:T0DESK/C9NEW');
  } finally {
    performance.now = now;
  }
});

test('a person whose account was deactivated is not reached any more, and a chat that stays closed is no new one', async () => {
  const person = { ...bob, account: 'T0DESK/U2BOB' };
  const before = (await desk.chat.reach({ person })) as Recipient;
  desk.fake.failNext('chat.postMessage', { error: 'is_archived' });
  await expect(desk.chat.post(before, titled('INC-1'))).rejects.toThrow(Final);
  expect(await desk.chat.reach({ person })).toBe(before);
  desk.fake.deactivate('U2BOB');
  await expect(desk.chat.post(before, titled('INC-1'))).rejects.toThrow(Final);
  expect(await desk.chat.reach({ person })).toBe('unreachable');
});

test('a reply in a thread that takes none says nothing of its channel', async () => {
  const root = await desk.chat.post((await desk.chat.reach({ channel: 'it-desk' })) as Recipient, titled('INC-1'));
  desk.fake.failNext('chat.postMessage', { error: 'cannot_reply_to_message' });
  await expect(desk.chat.post(root, titled('A comment'))).rejects.toThrow(Final);
  expect(desk.log.join()).not.toMatch(/takes nothing any more/);
});

test('Slack’s “not now” says how long to wait, and is not tried again behind the desk’s back', async () => {
  desk.fake.failNext('chat.postMessage', { status: 429, retryAfter: 7 });
  const busy = desk.chat.post('slack:T0DESK/C1DESK', titled('INC-1'));
  await expect(busy).rejects.toThrow(Busy);
  await expect(busy).rejects.toMatchObject({ retryAfter: 7 });
  expect(desk.fake.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(1);
  expect(there()).toEqual([]);
});

test.each(['chat.update', 'conversations.open', 'users.conversations'])(
  'a failure of %s is worth trying again',
  async (method) => {
    const ref = await desk.chat.post('slack:T0DESK/C1DESK', titled('INC-1'));
    desk.fake.failNext(method, { status: 503 });
    const acts: Record<string, () => Promise<unknown>> = {
      'chat.update': () => desk.chat.update(ref, titled('x')),
      'conversations.open': () => desk.chat.reach({ person: { ...bob, account: 'T0DESK/U2BOB' } }),
      'users.conversations': () => desk.chat.reach({ channel: 'it-desk' }),
    };
    await expect(acts[method]!()).rejects.toThrow(Busy);
    await acts[method]!();
  },
);

const unknown: [string, Failure][] = [
  ['a bad gateway', { status: 502 }],
  ['an internal error', { error: 'internal_error' }],
  ['a fatal error', { error: 'fatal_error' }],
  ['a page of HTML', { html: true }],
  ['a broken connection', { reset: true }],
];

describe.each([
  ['in a channel', false],
  ['in a thread', true],
])('a post %s', (_, threaded) => {
  test.each(unknown)(
    'that arrived, though Slack’s answer was %s, is found again and not repeated',
    async (__, failure) => {
      const root = await desk.chat.post('slack:T0DESK/C1DESK', titled('root'));
      desk.fake.failNext('chat.postMessage', { ...failure, carriedOut: true });
      const ref = await desk.chat.post(threaded ? root : 'slack:T0DESK/C1DESK', titled('INC-1'));
      await desk.chat.update(ref, titled('INC-1 resolved'));
      expect(there()).toEqual(['root', 'INC-1 resolved']);
    },
  );
});

test('whether a post arrived is not known when it cannot be looked for, or Slack has yet to answer', async () => {
  const post = () => desk.chat.post('slack:T0DESK/C1DESK', titled('INC-1'));
  for (const failure of [
    { status: 503 },
    { error: 'missing_scope' },
    { html: true },
    { status: 429, retryAfter: 30 },
  ]) {
    desk.fake.failNext('chat.postMessage', { error: 'internal_error' });
    desk.fake.failNext('conversations.history', failure);
    await expect(post()).rejects.toThrow(Uncertain);
  }
  desk.fake.failNext('chat.postMessage', { reset: true });
  await expect(post()).rejects.toThrow(Uncertain);
});

test('a post that may have been made before is looked for first, by its mark, as far back as it may be', async () => {
  const began = new Date();
  const once = { mark: 'INC-1|top|group:it' };
  const first = await desk.chat.post('slack:T0DESK/C1DESK', titled('INC-1'), once);
  // More than Slack gives in one answer.
  for (let index = 0; index < 230; index += 1)
    desk.fake.messages.push({ channel: 'C1DESK', ts: desk.fake.nextTs(), text: 'talk', blocks: [], by: 'U1ADA' });
  const post = () => desk.chat.post('slack:T0DESK/C1DESK', titled('INC-1'), { ...once, again: began });
  expect(await post()).toBe(first);
  for (const failure of [{ status: 503 }, { error: 'internal_error' }, { error: 'missing_scope' }]) {
    desk.fake.failNext('conversations.history', failure);
    await expect(post()).rejects.toThrow();
  }
  expect(desk.fake.called('chat.postMessage')).toHaveLength(1);
  expect(Number(desk.fake.called('conversations.history')[0]!.args['oldest'])).toBe(
    Math.floor(began.getTime() / 1000) - 60,
  );
  const other = { mark: 'INC-2|top|group:it', again: began };
  expect(await desk.chat.post('slack:T0DESK/C1DESK', titled('INC-2'), other)).not.toBe(first);
  expect(desk.fake.called('chat.postMessage')).toHaveLength(2);
});

test('a post that was made before shows what is to be said now, and is left alone while Slack cannot change it', async () => {
  const once = { mark: 'REQ-1|requester|person:ada' };
  const first = await desk.chat.post('slack:T0DESK/C1DESK', titled('REQ-1 waits'), once);
  const again = () => desk.chat.post('slack:T0DESK/C1DESK', titled('REQ-1 is active'), { ...once, again: new Date() });
  desk.fake.failNext('chat.update', { status: 503 });
  await expect(again()).rejects.toThrow(Busy);
  expect(there()).toEqual(['REQ-1 waits']);
  expect(await again()).toBe(first);
  expect(there()).toEqual(['REQ-1 is active']);
  desk.fake.failNext('chat.update', { error: 'cant_update_message' });
  expect(await again()).toBe(first);
});

test('a post that Slack failed to take is to be tried again', async () => {
  desk.fake.failNext('chat.postMessage', { status: 502 });
  await expect(desk.chat.post('slack:T0DESK/C1DESK', titled('INC-1'))).rejects.toThrow(Busy);
  await desk.chat.post('slack:T0DESK/C1DESK', titled('INC-1'));
  expect(there()).toEqual(['INC-1']);
});

test('people are reached by their account, or by e-mail when that is to be matched', async () => {
  expect(await desk.chat.reach({ person: { ...bob, account: 'T0DESK/U2BOB' } })).toBe('slack:T0DESK/D2BOB');
  const ada = { id: 'ada', name: 'Ada', email: 'ada@example.com' };
  expect(await desk.chat.reach({ person: ada })).toBe('slack:T0DESK/D1ADA');
  expect(await desk.chat.reach({ person: { id: 'eve', name: 'Eve', email: 'eve@example.com' } })).toBe('unreachable');
  const unmatched = await createSlackDesk({ identity: 'none' });
  await unmatched.slack.start();
  expect(await unmatched.chat.reach({ person: ada })).toBe('unreachable');
  expect(await unmatched.chat.reach({ person: { ...bob, account: 'T9OTHER/U2BOB' } })).toBe('unreachable');
});

test('a deactivated account cannot be reached', async () => {
  desk.fake.failNext('conversations.open', { error: 'user_disabled' });
  expect(await desk.chat.reach({ person: { ...bob, account: 'T0DESK/U2BOB' } })).toBe('unreachable');
});

test('channels are reached by name or id, where the app has been invited', async () => {
  for (const channel of ['#it-desk', 'it-desk', 'C1DESK']) {
    expect(await desk.chat.reach({ channel })).toBe('slack:T0DESK/C1DESK');
  }
  expect(await desk.chat.reach({ channel: '#elsewhere' })).toBe('unreachable');
  expect(desk.log.join('')).toContain('/invite');
});
