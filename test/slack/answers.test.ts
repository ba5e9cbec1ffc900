/** What a person in Slack sees when they write, press and fill in, with the desk's answers given by the test. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Card, Form } from '../../src/card.js';
import { card, done, form, refused, type Reply } from '../../src/reply.js';
import type { Request } from '../../src/chat.js';
import { createSlackDesk, VIEWER, type SlackDesk } from '../kit/slack-desk.js';
import { textsOf } from '../kit/slack-rules.js';
import { until } from '../kit/until.js';

let desk: SlackDesk;
let reply: (request: Request) => Reply | Promise<Reply>;
beforeEach(async () => {
  reply = () => done();
  desk = await createSlackDesk({ answer: (request) => reply(request) });
  await desk.slack.start();
});

const answerCard: Card = {
  for: VIEWER,
  title: 'VPN keeps dropping',
  parts: [
    { kind: 'text', text: ['Restart the client.'] },
    { kind: 'buttons', buttons: [{ label: 'That helped', does: { do: 'helped', question: 'Q-1' } }] },
  ],
};
const ticketForm: Form = {
  for: VIEWER,
  title: 'New ticket',
  fields: [
    { name: 'title', label: 'What is wrong?', kind: 'line', maxLength: 150, value: 'vpn' },
    { name: 'details', label: 'Details', kind: 'paragraph', maxLength: 3000, optional: true },
  ],
  submit: 'Open',
  cancel: 'Cancel',
  draft: { do: 'open-ticket', title: 'vpn', question: 'Q-1' },
};
const read = (messages: SlackDesk['fake']['messages']) => messages.map(({ blocks }) => textsOf(blocks).join('|'));
const dmOf = (user: string) => desk.fake.channel(desk.fake.dm(user)).filter((message) => message.by === 'desk');

test('a form opens at once, though Slack has the answer before it wait', async () => {
  reply = () => card(answerCard);
  await desk.sender.say('U1ADA', 'D1ADA', 'vpn keeps dropping');
  const [shown] = dmOf('U1ADA');
  desk.fake.failNext('chat.postMessage', { status: 429, retryAfter: 6 });
  await desk.sender.say('U1ADA', 'D1ADA', 'help');
  reply = () => form(ticketForm);
  await desk.sender.press('U1ADA', shown!, '{"do":"show-form"}');
  expect(desk.fake.views).toHaveLength(1);
  await until(() => dmOf('U1ADA').length === 2, 'the answer is given when the wait is over');
  expect(desk.fake.views).toHaveLength(1);
});

test('words in a person’s own chat are answered there', async () => {
  reply = () => card(answerCard);
  const attempts = await desk.sender.say('U1ADA', 'D1ADA', 'vpn keeps dropping');
  expect(attempts).toMatchObject([{ status: 200, late: false }]);
  expect(read(dmOf('U1ADA'))).toEqual(['VPN keeps dropping|Restart the client.|That helped']);
  expect(desk.asked).toMatchObject([
    {
      account: { platform: 'slack', id: 'T0DESK/U1ADA' },
      place: { private: true },
      asks: { words: 'vpn keeps dropping' },
    },
  ]);
});

test('an answer with a table reaches people also where Slack takes none yet, and has its lines then', async () => {
  const rows = [[['INC-1'], ['due today']]];
  reply = () => card({ ...answerCard, parts: [{ kind: 'table', columns: ['Ticket', 'Due'], rows }] });
  await desk.sender.say('U1ADA', 'D1ADA', 'queue');
  desk.fake.failNext('chat.postMessage', { error: 'invalid_blocks' });
  await desk.sender.say('U1ADA', 'D1ADA', 'queue');
  expect(dmOf('U1ADA').map(({ blocks }) => blocks.map(({ type }) => type))).toEqual([
    ['header', 'table'],
    ['header', 'rich_text'],
  ]);
  expect(read(dmOf('U1ADA'))[1]).toBe('VPN keeps dropping|INC-1 · due today');
});

test('a mention in a channel, of which Slack tells twice, is asked once and answered to the asker alone', async () => {
  reply = () => card(answerCard);
  await desk.sender.say('U1ADA', 'C1DESK', 'vpn keeps dropping', { mention: true });
  expect(desk.asked).toHaveLength(1);
  expect(desk.asked[0]).toMatchObject({
    place: { private: false, mentioned: true },
    asks: { words: 'vpn keeps dropping' },
  });
  expect(desk.fake.channel('C1DESK').filter(({ by }) => by === 'desk')).toEqual([]);
  expect(desk.fake.ephemerals('U1ADA')).toHaveLength(1);
});

test('the desk is asked whether talk in a channel or a thread is its own, and told that it was not mentioned', async () => {
  await desk.sender.say('U1ADA', 'C1DESK', 'lunch?');
  expect(desk.asked.splice(0)).toMatchObject([
    { place: { mentioned: false, private: false, channel: 'slack:T0DESK/C1DESK' } },
  ]);
  await desk.sender.say('U1ADA', 'C1DESK', 'it works again', { thread: '1700000000.000001' });
  expect(desk.asked).toMatchObject([
    { place: { mentioned: false, private: false, thread: 'slack:T0DESK/C1DESK/1700000000.000001' } },
  ]);
  expect(desk.fake.ephemerals('U1ADA')).toEqual([]);
});

test('a command works where the desk is no member', async () => {
  reply = () => done(['You have no tickets.']);
  await desk.sender.command('U1ADA', 'C2ELSE', 'mine');
  expect(desk.fake.ephemerals('U1ADA')).toMatchObject([{ channel: 'C2ELSE', text: 'You have no tickets.' }]);
  expect(desk.asked).toMatchObject([{ asks: { kind: 'words', words: 'mine' } }]);
});

test('a note that no channel takes reaches the person’s own chat', async () => {
  reply = () => refused(['Only the assignee can do that.']);
  await desk.chat.post('slack:T0DESK/C1DESK', answerCard);
  const [message] = desk.fake.channel('C1DESK');
  desk.fake.failNext('response_url', { status: 404 });
  desk.fake.failNext('chat.postEphemeral', { error: 'user_not_in_channel' });
  const { status } = await desk.sender.press('U2BOB', message!, '{"do":"help"}');
  expect(status).toBe(200);
  expect(read(dmOf('U2BOB'))).toEqual(['Only the assignee can do that.']);
});

test('a button gives its command, with the message it is on as the thread', async () => {
  const ref = await desk.chat.post('slack:T0DESK/C1DESK', answerCard);
  const [message] = desk.fake.channel('C1DESK');
  await desk.sender.press('U1ADA', message!, '{"do":"helped","question":"Q-1"}');
  expect(desk.asked).toMatchObject([
    { asks: { kind: 'command', command: { do: 'helped', question: 'Q-1' } }, place: { thread: ref, private: false } },
  ]);
});

test('a form that could not be taken is taken when it is sent again with the same words', async () => {
  let taken = 0;
  reply = ({ asks }) => {
    if (asks.kind !== 'submission') return form(ticketForm);
    taken += 1;
    return taken === 1
      ? { kind: 'invalid', problems: [{ field: 'title', message: 'Something broke.' }], form: ticketForm }
      : done(['INC-1 is open.']);
  };
  await desk.chat.post('slack:T0DESK/C1DESK', answerCard);
  await desk.sender.press('U1ADA', desk.fake.channel('C1DESK')[0]!, '{"do":"show-form"}');
  const send = () => desk.sender.submit('U1ADA', desk.fake.views[0]!, { title: { value: { value: 'vpn' } } });
  expect((await send()).body).toMatchObject({ response_action: 'errors', errors: { title: 'Something broke.' } });
  expect((await send()).body).toBeUndefined();
  expect((await send()).body).toBeUndefined();
  expect(taken).toBe(2);
});

test('a form opens at the press of a button, and what is filled in completes its draft', async () => {
  reply = ({ asks }) => (asks.kind === 'submission' ? done(['INC-1 is open.']) : form(ticketForm));
  await desk.chat.post('slack:T0DESK/C1DESK', answerCard);
  await desk.sender.press('U1ADA', desk.fake.channel('C1DESK')[0]!, '{"do":"show-form"}');
  const [open] = desk.fake.views;
  expect(open).toMatchObject({ user: 'U1ADA', view: { title: { text: 'New ticket' } } });
  const closing = await desk.sender.submit('U1ADA', open!, {
    title: { value: { value: 'vpn <!channel>' } },
    details: { value: { value: null } },
  });
  expect(closing).toMatchObject({ status: 200, body: undefined });
  expect(desk.asked.at(-1)?.asks).toEqual({
    kind: 'submission',
    draft: { do: 'open-ticket', question: 'Q-1' },
    values: { title: 'vpn <!channel>', details: '' },
  });
  await until(() => desk.fake.ephemerals('U1ADA').length > 0, 'the person is told');
  expect(desk.fake.ephemerals('U1ADA')).toMatchObject([{ channel: 'C1DESK', text: 'INC-1 is open.' }]);
});

test('mistakes in a form are marked on their fields, and it can be sent again', async () => {
  reply = ({ asks }) =>
    asks.kind === 'submission' && asks.values['title'] === 'x'
      ? {
          kind: 'invalid',
          form: ticketForm,
          problems: [
            { field: 'title', message: 'Say a little more.' },
            { field: 'nowhere', message: 'Impact is missing.' },
          ],
        }
      : done(['Fine.']);
  const view = { id: 'V77', user: 'U1ADA', view: (await openForm()).view };
  const first = await desk.sender.submit('U1ADA', view, { title: { value: { value: 'x' } } });
  expect(first.body).toEqual({
    response_action: 'errors',
    errors: { title: 'Say a little more. Impact is missing.' },
  });
  const second = await desk.sender.submit('U1ADA', view, { title: { value: { value: 'longer' } } });
  expect(second.body).toBeUndefined();
});

async function openForm() {
  const { asks } = { asks: reply };
  reply = () => form(ticketForm);
  await desk.sender.command('U1ADA', 'C1DESK', 'new');
  reply = asks;
  return desk.fake.views.at(-1)!;
}

test('a second form takes the place of the first', async () => {
  const open = await openForm();
  reply = () => form({ ...ticketForm, title: 'One more thing' });
  const { body } = await desk.sender.submit('U1ADA', open, { title: { value: { value: 'y' } } });
  expect(body).toMatchObject({ response_action: 'update', view: { title: { text: 'One more thing' } } });
});

test('after plain words, or a click too long ago, a button opens the form', async () => {
  reply = () => form(ticketForm);
  await desk.sender.say('U1ADA', 'D1ADA', 'new');
  const [door] = dmOf('U1ADA');
  expect(read([door!])).toEqual([
    'New ticket|What is wrong? vpn|One more step: please fill in the form.|Open the form',
  ]);
  const trigger = desk.fake.trigger('U1ADA');
  desk.fake.expireTriggers();
  await desk.sender.press('U1ADA', door!, '{"do":"show-form"}', '0-0', trigger);
  expect(desk.fake.views).toEqual([]);
  expect(dmOf('U1ADA')).toHaveLength(2);
});

test('the button to a form carries what fits of long words, and says so', async () => {
  reply = () => form({ ...ticketForm, draft: { do: 'open-ticket', title: 'vpn', details: '长"'.repeat(1500) } });
  await desk.sender.say('U1ADA', 'D1ADA', 'new');
  const [door] = dmOf('U1ADA');
  expect(read([door!])[0]).toContain('The rest was too long to show here.');
});

test('what was wrong with words that cannot be taken is said at the head of the form', async () => {
  reply = () => ({ kind: 'invalid', form: ticketForm, problems: [{ field: 'title', message: 'is missing.' }] });
  await desk.sender.command('U1ADA', 'C1DESK', 'new');
  expect(textsOf(desk.fake.views[0]!.view.blocks)[0]).toBe(
    'Please correct the marked fields and send the form again.\nWhat is wrong? is missing.',
  );
});

test('a button from long ago, or of something else, is passed on for the desk to refuse', async () => {
  reply = () => refused(['This button is no longer knows.']);
  await desk.chat.post('slack:T0DESK/C1DESK', answerCard);
  const [message] = desk.fake.channel('C1DESK');
  await desk.sender.press('U1ADA', message!, 'not json {');
  expect(desk.asked[0]?.asks).toEqual({ kind: 'command', command: 'not json {' });
  expect(desk.fake.ephemerals('U1ADA')).toMatchObject([{ text: 'This button is no longer knows.' }]);
});

test('a button of another workspace is refused politely and nothing is asked of the desk', async () => {
  const { fake, sender } = desk;
  const url = fake.responseUrl('C1DESK', 'U1ADA');
  await sender.interactive({
    type: 'block_actions',
    team: { id: 'T9OTHER' },
    user: { id: 'U1ADA', team_id: 'T9OTHER' },
    trigger_id: 'x',
    response_url: url,
    channel: { id: 'C1DESK' },
    message: { ts: '1.2' },
    actions: [{ value: '{"do":"help"}' }],
  });
  expect(desk.asked).toEqual([]);
  expect(fake.ephemerals('U1ADA')).toMatchObject([{ text: expect.stringContaining('no longer knows') }]);
});

test('an answer goes only to Slack, whatever address a payload names', async () => {
  reply = () => done(['Noted.']);
  const elsewhere = createServer();
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  let asked = 0;
  elsewhere.on('request', (_, response) => response.end(String((asked += 1))));
  const { port } = elsewhere.address() as AddressInfo;
  for (const url of [`http://127.0.0.1:${port}/`, 'not an address']) {
    const trigger_id = desk.fake.trigger('U1ADA');
    const command = { command: '/it', team_id: 'T0DESK', user_id: 'U1ADA', channel_id: 'C1DESK', trigger_id };
    const form = new URLSearchParams({ ...command, response_url: url });
    expect((await desk.sender.deliver(form.toString(), 'form')).status).toBe(200);
  }
  elsewhere.close();
  expect(asked).toBe(0);
  expect(desk.fake.ephemerals('U1ADA')).toHaveLength(2);
});

test('a form that is sent twice is one request, and both are told the same', async () => {
  const open = await openForm();
  reply = async () => form(ticketForm);
  const before = desk.asked.length;
  const sent = { title: { value: { value: 'x' } } };
  const answers = await Promise.all([desk.sender.submit('U1ADA', open, sent), desk.sender.submit('U1ADA', open, sent)]);
  const told = expect.objectContaining({ response_action: 'update' }) as unknown;
  expect(answers.map(({ body }) => body)).toEqual([told, told]);
  expect(desk.asked.length - before).toBe(1);
});

test('who somebody is comes from Slack, e-mail only when it is to be matched', async () => {
  await desk.sender.say('U2BOB', 'D2BOB', '你好');
  expect(await desk.asked[0]?.account.profile()).toEqual({
    name: 'Bob',
    email: 'bob@example.com',
    guest: false,
    locale: 'zh-CN',
    zone: 'Asia/Shanghai',
  });
  desk.fake.addUser({ id: 'U3EVE', name: 'Eve', email: 'eve@example.com', flags: { is_restricted: true } });
  await desk.sender.say('U3EVE', 'D3EVE', 'hello');
  expect(await desk.asked[1]?.account.profile()).toMatchObject({ guest: true });

  desk.fake.addUser({ id: 'U9EVE', name: 'Eve', email: 'ada@example.com', team: 'T9OTHER' });
  await desk.sender.say('U9EVE', 'C1DESK', 'approvals', { mention: true });
  const stranger = await desk.asked[2]?.account.profile();
  expect(stranger).toMatchObject({ guest: true });
  expect(stranger).not.toHaveProperty('email');

  const unmatched = await createSlackDesk({ identity: 'none' });
  await unmatched.slack.start();
  await unmatched.sender.say('U2BOB', 'D2BOB', '你好');
  expect(await unmatched.asked[0]?.account.profile()).not.toHaveProperty('email');
});
