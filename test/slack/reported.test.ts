/** Messages that are pointed at in Slack, marks instead of words, and the home tab. */
import type { Form } from '../../src/card.js';
import type { Command } from '../../src/language/command.js';
import { card, done, form, quietly } from '../../src/reply.js';
import type { Request } from '../../src/chat.js';
import { createSlackDesk, VIEWER } from '../kit/slack-desk.js';
import { textsOf } from '../kit/slack-rules.js';
import { until } from '../kit/until.js';

type Pointed = Extract<Request['asks'], { kind: 'message' }>;

const pointed = ({ asks }: Request): Pointed => {
  if (asks.kind !== 'message') throw new Error('no message was pointed at');
  return asks;
};
const permalink = 'https://acme.slack.com/files/U2BOB/F1/error.png';

async function talk() {
  const desk = await createSlackDesk({
    answer: ({ asks }) => (asks.kind === 'message' ? done(['INC-1 is open.']) : done()),
  });
  await desk.slack.start();
  const files = [
    { name: 'error.png', mimetype: 'image/png', size: 52_000, permalink },
    { name: 'gone.png', permalink: null },
    { name: 'elsewhere.doc', permalink: 'https://evil.example/elsewhere.doc' },
  ];
  await desk.sender.say('U2BOB', 'C1DESK', 'vpn is <down> again', { files });
  const message = desk.fake.messages.at(-1)!;
  await desk.sender.say('U1ADA', 'C1DESK', 'for me too', { thread: message.ts });
  desk.asked.splice(0);
  return { desk, message, reply: desk.fake.messages.at(-1)! };
}

test.each(['reaction', 'shortcut'] as const)(
  'by a %s a message comes with its author, thread and files',
  async (how) => {
    const { desk, message } = await talk();
    await (how === 'reaction' ? desk.sender.react('U1ADA', message) : desk.sender.shortcut('U1ADA', message));
    const [request] = desk.asked;
    const asks = pointed(request!);
    expect(request!.account.id).toBe('T0DESK/U1ADA');
    expect(asks).toMatchObject({
      how,
      message: {
        ref: `slack:T0DESK/C1DESK/${message.ts}`,
        author: { id: 'T0DESK/U2BOB' },
        words: 'vpn is <down> again',
        at: new Date(Number(message.ts) * 1000),
        thread: [{ author: { id: 'T0DESK/U1ADA' }, words: 'for me too' }],
      },
    });
    expect(asks.message.files).toEqual([
      { name: 'error.png', type: 'image/png', size: 52_000, url: permalink },
      { name: 'gone.png' },
      { name: 'elsewhere.doc' },
    ]);
  },
);

test('a reply that is pointed at brings the whole thread, its head included', async () => {
  const { desk, reply } = await talk();
  await desk.sender.react('U2BOB', reply);
  expect(pointed(desk.asked[0]!).message).toMatchObject({
    words: 'for me too',
    thread: [{ words: 'vpn is <down> again' }],
  });
});

test('a reaction is answered by a mark for all, and a note for whoever reacted', async () => {
  const { desk, message } = await talk();
  await desk.sender.react('U1ADA', message);
  expect(message.marks).toEqual(['white_check_mark']);
  expect(desk.fake.ephemerals('U1ADA').map(({ text }) => text)).toEqual(['INC-1 is open.']);
});

test('other reactions, and reactions to what is gone, are nothing', async () => {
  const { desk, message } = await talk();
  await desk.sender.react('U1ADA', message, 'eyes');
  await desk.sender.react('U1ADA', { ...message, ts: '1600000000.000001' });
  expect(desk.asked).toEqual([]);
  expect(desk.sender.failedAcks).toEqual([]);
});

test('a message of a program has no author whom the desk could know', async () => {
  const { desk, message } = await talk();
  const { user: _, ...said } = { user: 'x', type: 'message', ts: message.ts, text: 'build failed', bot_id: 'B9CI' };
  await desk.sender.interactive({
    type: 'message_action',
    callback_id: 'create-ticket',
    team: { id: 'T0DESK' },
    user: { id: 'U1ADA', team_id: 'T0DESK' },
    trigger_id: desk.fake.trigger('U1ADA'),
    channel: { id: 'C2ELSE' },
    message: said,
  });
  const { author } = pointed(desk.asked[0]!).message;
  expect(await author.profile()).toMatchObject({ guest: true });
});

test('without the thread, which the app may not read, the message is still taken', async () => {
  const { desk, message } = await talk();
  desk.fake.failNext('conversations.replies', { error: 'not_in_channel' });
  await desk.sender.shortcut('U1ADA', message);
  expect(pointed(desk.asked[0]!).message).toMatchObject({ words: 'vpn is <down> again', thread: [] });
});

test('what a mark says is not said again; where no mark can be put, words say it', async () => {
  const desk = await createSlackDesk({ answer: () => quietly(['Added to INC-1.']) });
  await desk.slack.start();
  await desk.sender.say('U1ADA', 'C1DESK', 'still broken', { thread: '1700000000.000001' });
  expect(desk.fake.messages.at(-1)).toMatchObject({ by: 'U1ADA', marks: ['white_check_mark'] });
  desk.fake.failNext('reactions.add', { error: 'missing_scope' });
  await desk.sender.say('U1ADA', 'C1DESK', 'and slow', { thread: '1700000000.000001' });
  expect(desk.fake.ephemerals('U1ADA').map(({ text }) => text)).toEqual(['Added to INC-1.']);
});

test('what is decided at home is shown there, with a way back; all else is told in one’s own chat', async () => {
  const inbox = card({
    for: VIEWER,
    title: 'Waiting for your decision',
    parts: [{ kind: 'text', text: ['REQ-1'] }],
  });
  const why: Form = {
    for: VIEWER,
    title: 'Reject',
    fields: [{ kind: 'paragraph', name: 'reason', label: 'Reason', maxLength: 3000, value: 'No' }],
    submit: 'Reject',
    cancel: 'Cancel',
    draft: { do: 'reject', subject: 'REQ-1', next: 'yes' },
  };
  const isForm = ({ asks }: Request) => asks.kind === 'command' && (asks.command as Command).do === 'show-form';
  const desk = await createSlackDesk({ answer: (request) => (isForm(request) ? form(why) : inbox) });
  await desk.slack.start();
  const home = () => textsOf(desk.fake.homes.get('U1ADA')?.blocks ?? []).join('\n');
  const approve = { do: 'approve', subject: 'REQ-1' };
  for (const command of [
    { do: 'list-approvals', only: 'high' },
    { ...approve, next: 'yes' },
  ]) {
    await desk.sender.pressHome('U1ADA', command);
    expect(home()).toBe('Waiting for your decision\nREQ-1\nYour open items');
    desk.fake.homes.clear();
  }
  expect(desk.fake.messages).toEqual([]);
  await desk.sender.pressHome('U1ADA', approve);
  expect(home()).toBe('');
  expect(desk.fake.channel('D1ADA')).toHaveLength(1);

  await desk.sender.pressHome('U1ADA', { do: 'show-form', draft: why.draft });
  await desk.sender.submit('U1ADA', desk.fake.views.at(-1)!, {});
  await until(() => desk.fake.homes.size > 0, 'the home is drawn');
  expect(home()).toBe('Waiting for your decision\nREQ-1\nYour open items');
  expect(desk.fake.channel('D1ADA')).toHaveLength(1);
});

test('the home tab shows what is one’s own, anew each time, and its buttons work', async () => {
  const mine = card({
    for: VIEWER,
    title: 'Your open items',
    parts: [
      { kind: 'text', text: ['INC-1 printer'] },
      { kind: 'buttons', buttons: [{ label: 'INC-1', does: { do: 'show-ticket', ticket: 'INC-1' } }] },
    ],
  });
  const desk = await createSlackDesk({ answer: () => mine });
  await desk.slack.start();
  await desk.sender.openHome('U1ADA', 'messages');
  expect(desk.asked).toEqual([]);
  await desk.sender.openHome('U1ADA');
  expect(desk.asked.map(({ asks }) => asks)).toEqual([{ kind: 'command', command: { do: 'list-mine' } }]);
  expect(textsOf(desk.fake.homes.get('U1ADA')!.blocks).join('\n')).toMatch(/Your open items\nINC-1 printer/);
  expect(desk.fake.messages).toEqual([]);
  await desk.sender.pressHome('U1ADA', { do: 'show-ticket', ticket: 'INC-1' });
  expect(desk.fake.channel('D1ADA')).toHaveLength(1);
});
