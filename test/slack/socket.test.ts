/** The same desk without a public address: Slack's Socket Mode. */
import { done, type Reply } from '../../src/reply.js';
import { createSlackDesk, type SlackDesk } from '../kit/slack-desk.js';
import { until } from '../kit/until.js';

let desk: SlackDesk;
let reply: () => Reply | Promise<Reply>;
beforeEach(async () => {
  reply = () => done(['Noted.']);
  desk = await createSlackDesk({ mode: 'socket', answer: () => reply() });
});

const event = (ts: string) => ({
  type: 'event_callback',
  team_id: 'T0DESK',
  event_id: `Ev${ts}`,
  event: { type: 'message', channel_type: 'im', channel: 'D1ADA', user: 'U1ADA', text: 'hello', ts },
});

test('words and commands come through the socket and are answered', async () => {
  await desk.slack.start();
  await desk.fake.socket.send('events_api', event('1.1'));
  expect(desk.fake.channel('D1ADA')).toMatchObject([{ text: 'Noted.' }]);
  await desk.fake.socket.send('slash_commands', {
    command: '/it',
    team_id: 'T0DESK',
    user_id: 'U1ADA',
    channel_id: 'C1DESK',
    text: 'mine',
    trigger_id: desk.fake.trigger('U1ADA'),
    response_url: desk.fake.responseUrl('C1DESK', 'U1ADA'),
  });
  expect(desk.fake.ephemerals('U1ADA')).toHaveLength(1);
  expect(desk.slack.routes).toEqual([]);
});

test('an envelope is acknowledged only when the desk has saved what it changed', async () => {
  await desk.slack.start();
  let save = () => {};
  reply = () => new Promise<Reply>((resolve) => (save = () => resolve(done())));
  const acknowledged = desk.fake.socket.send('events_api', event('2.2'), 'e-1');
  await until(() => desk.asked.length === 1, 'the desk is asked');
  expect(desk.fake.socket.acknowledged).toEqual([]);
  save();
  await acknowledged;
  expect(desk.fake.socket.acknowledged).toEqual(['e-1']);
});

test('stopping waits for what was taken, then leaves', async () => {
  await desk.slack.start();
  let finish = () => {};
  reply = () => new Promise<Reply>((resolve) => (finish = () => resolve(done())));
  const acknowledged = desk.fake.socket.send('events_api', event('3.3'));
  await until(() => desk.asked.length === 1, 'the desk is asked');
  const stopping = desk.slack.stop();
  finish();
  await Promise.all([acknowledged, stopping]);
  await until(() => desk.fake.socket.connections() === 0, 'the socket is closed');
});

test('an app token that Slack refuses stops the start with the remedy', async () => {
  desk.fake.failNext('apps.connections.open', { error: 'invalid_auth' });
  await expect(desk.slack.start()).rejects.toThrow(
    /Slack refused SLACK_APP_TOKEN \(invalid_auth\): copy the app-level/,
  );
});
