/** The port to Slack: posting, redrawing, finding people and channels, and what happens when Slack will not. */
import { Busy } from '../../src/chat.js';
import type { Card } from '../../src/card.js';
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

test('a message that is gone is left alone; another refusal is an error that names it', async () => {
  await desk.chat.update('slack:T0DESK/C1DESK/1.1', titled('gone'));
  await desk.chat.update('slack:T0DESK/C0GONE/1.1', titled('gone'));
  desk.fake.failNext('chat.update', { error: 'cant_update_message' });
  const ref = await desk.chat.post('slack:T0DESK/C1DESK', titled('INC-1'));
  await expect(desk.chat.update(ref, titled('INC-1'))).rejects.toThrow('cant_update_message');
  await expect(desk.chat.post('slack:T0DESK/C2ELSE', titled('x'))).rejects.toThrow('not_in_channel');
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

test.each([
  ['in a channel', false],
  ['in a thread', true],
])('a post %s whose answer is lost is found again and not repeated', async (_, threaded) => {
  const root = await desk.chat.post('slack:T0DESK/C1DESK', titled('root'));
  desk.fake.failNext('chat.postMessage', { status: 502, carriedOut: true });
  const ref = await desk.chat.post(threaded ? root : 'slack:T0DESK/C1DESK', titled('INC-1'));
  await desk.chat.update(ref, titled('INC-1 resolved'));
  expect(there()).toEqual(['root', 'INC-1 resolved']);
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
