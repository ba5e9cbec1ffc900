/** What Slack sends to an app: signed payloads, redelivered events, and three seconds of patience. */
import { createHmac, randomUUID } from 'node:crypto';
import type { FakeMessage, FakeSlack, OpenView } from './slack-fake.js';

/** How long Slack waits for an acknowledgement, in milliseconds. */
const PATIENCE = 3000;
const RETRIES = 3;

export type Delivered = { status: number; body: unknown; /** No acknowledgement within 3 seconds. */ late: boolean };
export type Values = Record<string, Record<string, object>>;

export const sign = (secret: string, timestamp: number, body: string) =>
  `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;

export type SlackSender = ReturnType<typeof createSlackSender>;

export function createSlackSender({ url, secret, fake }: { url: string; secret: string; fake: FakeSlack }) {
  const failedAcks: Delivered[] = [];

  async function deliver(
    body: string,
    type: 'json' | 'form',
    headers: Record<string, string> = {},
  ): Promise<Delivered> {
    const timestamp = Math.floor(Date.now() / 1000);
    const started = performance.now();
    const response = await fetch(new URL('/slack/events', url), {
      method: 'POST',
      body,
      headers: {
        'content-type': type === 'json' ? 'application/json' : 'application/x-www-form-urlencoded',
        'x-slack-request-timestamp': String(timestamp),
        'x-slack-signature': sign(secret, timestamp, body),
        ...headers,
      },
    });
    const text = await response.text();
    const late = performance.now() - started > PATIENCE;
    const delivered = { status: response.status, body: text ? (JSON.parse(text) as unknown) : undefined, late };
    if (!response.ok || late) failedAcks.push(delivered);
    return delivered;
  }

  /** An event, again while it is not acknowledged in time, as Slack does (there at once, after 1 and 5 minutes). */
  async function event(inner: object, eventId = `Ev${randomUUID().slice(0, 8)}`): Promise<Delivered[]> {
    const body = JSON.stringify({
      token: 'unused',
      team_id: fake.team,
      api_app_id: 'A0DESK',
      event: inner,
      type: 'event_callback',
      event_id: eventId,
      event_time: Math.floor(Date.now() / 1000),
      authorizations: [{ enterprise_id: null, team_id: fake.team, user_id: fake.bot.user, is_bot: true }],
    });
    const attempts: Delivered[] = [];
    for (let retry = 0; retry <= RETRIES; retry += 1) {
      const again = { 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': 'http_error' };
      const delivered = await deliver(body, 'json', retry > 0 ? again : {});
      attempts.push(delivered);
      if (delivered.status === 200 && !delivered.late) break;
    }
    return attempts;
  }

  const interactive = (payload: object) =>
    deliver(new URLSearchParams({ payload: JSON.stringify(payload) }).toString(), 'form');
  const who = (user: string) => ({
    id: user,
    username: user.toLowerCase(),
    name: user.toLowerCase(),
    team_id: fake.team,
  });
  const common = (user: string) => ({
    user: who(user),
    api_app_id: 'A0DESK',
    token: 'unused',
    team: { id: fake.team, domain: 'fake' },
    enterprise: null,
    is_enterprise_install: false,
  });
  const escaped = (words: string) => words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

  return {
    deliver,
    event,
    interactive,
    /** Deliveries that were refused or came too late. */
    failedAcks,

    /** What a person typed, as Slack tells of it; a mention in a channel is told of twice. */
    async say(
      user: string,
      channel: string,
      words: string,
      options: { thread?: string; mention?: boolean; files?: readonly object[] } = {},
    ) {
      const direct = channel.startsWith('D');
      const text = `${options.mention ? `<@${fake.bot.user}> ` : ''}${escaped(words)}`;
      const ts = fake.nextTs();
      const thread = options.thread ? { thread_ts: options.thread, parent_user_id: fake.bot.user } : {};
      fake.messages.push({
        channel,
        ts,
        text,
        blocks: [],
        by: user,
        ...(options.thread && { thread: options.thread }),
        ...(options.files && { files: options.files }),
      });
      const shared = options.files ? { files: options.files, subtype: 'file_share' } : {};
      const said = {
        ...shared,
        user,
        ts,
        text,
        team: fake.team,
        channel,
        event_ts: ts,
        client_msg_id: randomUUID(),
        ...thread,
      };
      const told = [event({ ...said, type: 'message', channel_type: direct ? 'im' : 'channel' })];
      if (options.mention && !direct) told.push(event({ ...said, type: 'app_mention' }));
      return (await Promise.all(told)).flat();
    },

    /** Somebody puts an emoji on a message. */
    react(user: string, { channel, ts, by }: FakeMessage, reaction = 'ticket') {
      const item = { type: 'message', channel, ts };
      return event({ type: 'reaction_added', user, reaction, item, item_user: by, event_ts: fake.nextTs() });
    },

    /** Somebody chooses the desk's shortcut in the menu of a message. */
    shortcut(user: string, { channel, ts, by, text, thread, files }: FakeMessage, callbackId = 'create-ticket') {
      return interactive({
        type: 'message_action',
        ...common(user),
        callback_id: callbackId,
        trigger_id: fake.trigger(user),
        response_url: fake.responseUrl(channel, user),
        channel: { id: channel, name: 'general' },
        message_ts: ts,
        message: { type: 'message', user: by, ts, text, ...(thread && { thread_ts: thread }), ...(files && { files }) },
      });
    },

    /** Somebody opens a tab of the app. */
    openHome: (user: string, tab: 'home' | 'messages' = 'home') =>
      event({ type: 'app_home_opened', user, channel: fake.dm(user), tab, event_ts: fake.nextTs() }),

    async command(user: string, channel: string, text: string) {
      const form = {
        token: 'unused',
        team_id: fake.team,
        team_domain: 'fake',
        channel_id: channel,
        channel_name: channel.startsWith('D') ? 'directmessage' : 'general',
        user_id: user,
        user_name: user.toLowerCase(),
        command: '/it',
        text: escaped(text),
        api_app_id: 'A0DESK',
        is_enterprise_install: 'false',
        response_url: fake.responseUrl(channel, user),
        trigger_id: fake.trigger(user),
      };
      return deliver(new URLSearchParams(form).toString(), 'form');
    },

    async press(user: string, message: FakeMessage, value: string, actionId = '0-0', trigger = fake.trigger(user)) {
      const { channel, ts, thread, ephemeralTo } = message;
      const ephemeral = ephemeralTo !== undefined;
      const place = { message_ts: ts, channel_id: channel, is_ephemeral: ephemeral };
      return interactive({
        type: 'block_actions',
        ...common(user),
        container: { type: 'message', ...place, ...(thread && { thread_ts: thread }) },
        trigger_id: trigger,
        channel: { id: channel, name: channel.startsWith('D') ? 'directmessage' : 'general' },
        ...(!ephemeral && {
          message: { type: 'message', bot_id: fake.bot.id, ts, ...(thread && { thread_ts: thread }) },
        }),
        state: { values: {} },
        response_url: fake.responseUrl(channel, user),
        actions: [{ type: 'button', block_id: 'x', action_id: actionId, value, action_ts: fake.nextTs() }],
      });
    },

    async submit(user: string, open: OpenView, values: Values) {
      return interactive({
        type: 'view_submission',
        ...common(user),
        trigger_id: fake.trigger(user),
        view: {
          ...open.view,
          id: open.id,
          team_id: fake.team,
          app_installed_team_id: fake.team,
          bot_id: fake.bot.id,
          hash: '1700000000.hash',
          root_view_id: open.id,
          previous_view_id: null,
          external_id: '',
          state: { values },
        },
        response_urls: [],
      });
    },
  };
}
