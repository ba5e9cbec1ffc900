/** Slack for a load test: signed deliveries, and a Web API that takes everything at once. */
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse } from 'node:querystring';
import { email, PEOPLE } from './company.js';
import { post } from './load.js';

export const secret = 'bench-signing-secret';
const TEAM = 'T0BENCH';
const BOT = 'U0BOT';

/** Unique over all requests of a run. */
let serial = 0;
const nextTs = () => `1780000000.${String((serial += 1)).padStart(6, '0')}`;
const people = PEOPLE / 2;
const someone = () => serial % people;
const userOf = (person: number) => `U${1000 + person}`;
const chatOf = (person: number) => `D${1000 + person}`;

function signed(type: 'json' | 'x-www-form-urlencoded', body: string): Buffer {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
  const headers = { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': signature };
  return post('/slack/events', { ...headers, 'content-type': `application/${type}` }, body);
}

function event(inner: object, ts: string): Buffer {
  const body = {
    token: 'unused',
    team_id: TEAM,
    api_app_id: 'A0BENCH',
    event: { type: 'message', team: TEAM, ts, event_ts: ts, ...inner },
    type: 'event_callback',
    event_id: `Ev${ts}`,
    event_time: 1_780_000_000,
    authorizations: [{ enterprise_id: null, team_id: TEAM, user_id: BOT, is_bot: true }],
  };
  return signed('json', JSON.stringify(body));
}

/** A direct message; its person is another each time. */
export function says(words: string): Buffer {
  const ts = nextTs();
  const person = someone();
  return event({ user: userOf(person), channel: chatOf(person), channel_type: 'im', text: words }, ts);
}

/** What people say to each other in a channel: in no thread, or in one under a message of theirs or of the desk. */
export function saysInChannel(under?: 'people' | 'desk'): Buffer {
  const ts = nextTs();
  const parent = under === 'desk' ? BOT : userOf(someone());
  const thread = under ? { thread_ts: `1770000000.${ts.slice(-6)}`, parent_user_id: parent } : {};
  const where = { channel: 'C0GENERAL', channel_type: 'channel' };
  return event({ user: userOf(someone()), ...where, ...thread, text: 'see you at lunch' }, ts);
}

/** The modal of a new ticket, sent. */
export function opensTicket(): Buffer {
  const ts = nextTs();
  const person = someone();
  const user = userOf(person);
  const back = { user, channel: chatOf(person), private: true };
  const choice = (value: string) => ({ value: { type: 'static_select', selected_option: { value } } });
  const text = (value: string) => ({ value: { type: 'plain_text_input', value } });
  const payload = {
    type: 'view_submission',
    team: { id: TEAM, domain: 'bench' },
    user: { id: user, username: user, team_id: TEAM },
    api_app_id: 'A0BENCH',
    trigger_id: `trigger.${ts}`,
    view: {
      id: `V${ts}`,
      team_id: TEAM,
      type: 'modal',
      callback_id: 'form',
      app_installed_team_id: TEAM,
      private_metadata: JSON.stringify({ draft: { do: 'open-ticket' }, zone: 'Europe/Berlin', back }),
      state: {
        values: {
          title: text(`The printer on floor ${serial % 20} prints empty sheets`),
          details: text('It began this morning, and a restart did not help.'),
          impact: choice('low'),
          urgency: choice('medium'),
        },
      },
    },
  };
  return signed('x-www-form-urlencoded', new URLSearchParams({ payload: JSON.stringify(payload) }).toString());
}

export async function serveSlack() {
  const answers: Record<string, (args: Record<string, unknown>) => object> = {
    'auth.test': () => ({ team_id: TEAM, user_id: BOT, bot_id: 'B0BOT', url: 'https://bench.slack.com/' }),
    'users.info': ({ user }) => {
      const person = Number(String(user).slice(1)) - 1000;
      const profile = { email: email(person) };
      return { user: { id: user, team_id: TEAM, real_name: `Person ${person}`, tz: 'Europe/Berlin', profile } };
    },
    'users.conversations': () => ({ channels: [{ id: 'C0DESK', name: 'it-desk' }] }),
    'conversations.open': ({ users }) => ({ channel: { id: `D${String(users).slice(1)}` } }),
    'chat.postMessage': ({ channel }) => ({ channel, ts: nextTs() }),
  };
  const server = createServer((request, response) => {
    const method = request.url?.replace('/api/', '') ?? '';
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const answer = answers[method]?.(parse(Buffer.concat(chunks).toString())) ?? {};
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ ok: true, ...answer }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    env: {
      SLACK_SIGNING_SECRET: secret,
      SLACK_BOT_TOKEN: 'xoxb-bench',
      SLACK_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    },
    close: () => server.close(),
  };
}
