/** What Slack sends to an app: signed payloads, redelivered events, and three seconds of patience. */
import { createHmac, randomUUID } from 'node:crypto';
import type { FakeMessage, FakeSlack, OpenView } from './slack-fake.js';

/** How long Slack waits for an acknowledgement, in milliseconds. */
const PATIENCE = 3000;
const RETRIES = 3;

/** `status` is 0 when there was no answer, and `late` when there was none within 3 seconds. */
export type Delivered = { status: number; body: unknown; late: boolean };
export type Values = Record<string, Record<string, object>>;

export const sign = (secret: string, timestamp: number, body: string) =>
  `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;

export type SlackSender = ReturnType<typeof createSlackSender>;

export function createSlackSender({ url, secret, fake }: { url: string; secret: string; fake: FakeSlack }) {
  const failedAcks: Delivered[] = [];
  const acknowledged: number[] = [];

  async function deliver(
    body: string,
    type: 'json' | 'form',
    headers: Record<string, string> = {},
  ): Promise<Delivered> {
    const timestamp = Math.floor(Date.now() / 1000);
    const started = performance.now();
    const delivered = await fetch(new URL('/slack/events', url), {
      method: 'POST',
      body,
      headers: {
        'content-type': type === 'json' ? 'application/json' : 'application/x-www-form-urlencoded',
        'x-slack-request-timestamp': String(timestamp),
        'x-slack-signature': sign(secret, timestamp, body),
        ...headers,
      },
      signal: AbortSignal.timeout(PATIENCE),
    }).then(
      async (response): Promise<Delivered> => {
        const text = await response.text();
        return { status: response.status, body: text ? (JSON.parse(text) as unknown) : undefined, late: false };
      },
      (error: { name?: string }): Delivered => ({ status: 0, body: undefined, late: error.name === 'TimeoutError' }),
    );
    const took = performance.now() - started;
    acknowledged.push(took);
    if (delivered.status !== 200) failedAcks.push(delivered);
    return delivered;
  }

  /**
   * An event, again while it is not acknowledged in time, as Slack does (there at once, after 1 and 5 minutes).
   * `team`: the workspace that hosts the channel.
   */
  async function event(inner: object, { id = `Ev${randomUUID().slice(0, 8)}`, team = fake.team } = {}) {
    const body = JSON.stringify({
      token: 'unused',
      team_id: team,
      context_team_id: fake.team,
      context_enterprise_id: null,
      api_app_id: 'A0DESK',
      event: inner,
      type: 'event_callback',
      event_id: id,
      event_time: Math.floor(Date.now() / 1000),
      authorizations: [{ enterprise_id: null, team_id: fake.team, user_id: fake.bot.user, is_bot: true }],
      is_ext_shared_channel: team !== fake.team,
    });
    const attempts: Delivered[] = [];
    for (let retry = 0; retry <= RETRIES; retry += 1) {
      const reason = attempts.at(-1)?.late ? 'http_timeout' : 'http_error';
      const again = { 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': reason };
      const delivered = await deliver(body, 'json', retry > 0 ? again : {});
      attempts.push(delivered);
      if (delivered.status === 200) break;
    }
    return attempts;
  }
  const hostOf = (channel: string) => ({ team: fake.hostOf(channel) ?? fake.team });

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
  const teamOf = (user: string) => (fake.knows(user) ? (fake.user(user).team ?? fake.team) : fake.team);
  const escaped = (words: string) => words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

  return {
    deliver,
    event,
    interactive,
    /** Deliveries that were refused or came too late. */
    failedAcks,
    /** How long each acknowledgement took, in milliseconds. */
    acknowledged,

    /**
     * What a person typed, as Slack tells of it; a mention in a channel is told of twice. `raw`: as Slack has it, with
     * whom it mentions; `me`: typed after `/me`.
     */
    async say(
      user: string,
      channel: string,
      words: string,
      options: {
        thread?: string;
        mention?: boolean;
        raw?: boolean;
        me?: boolean;
        files?: readonly object[];
        attachments?: readonly object[];
      } = {},
    ) {
      const direct = channel.startsWith('D');
      const { thread, mention, raw, me, files, attachments } = options;
      const text = `${mention ? `<@${fake.bot.user}> ` : ''}${raw ? words : escaped(words)}`;
      const ts = fake.nextTs();
      fake.messages.push({
        channel,
        ts,
        text,
        blocks: [],
        by: user,
        ...(thread && { thread }),
        ...(files && { files }),
        ...(attachments && { attachments }),
      });
      const said = {
        // A message with files, and one of `/me`, names no workspace.
        ...(files ? { subtype: 'file_share', files } : me ? { subtype: 'me_message' } : { team: teamOf(user) }),
        user,
        ts,
        text,
        channel,
        event_ts: ts,
        ...(attachments && { attachments }),
        ...(thread && { thread_ts: thread, parent_user_id: fake.bot.user }),
      };
      const told = [event({ ...said, type: 'message', channel_type: direct ? 'im' : 'channel' }, hostOf(channel))];
      if (mention && !direct) told.push(event({ ...said, type: 'app_mention' }, hostOf(channel)));
      return (await Promise.all(told)).flat();
    },

    /** Forwards a message of somebody: Slack brings it as an attachment that is a share. */
    forward(user: string, channel: string, of: FakeMessage, words = '') {
      const share = {
        is_share: true,
        is_msg_unfurl: true,
        ts: of.ts,
        author_id: of.by,
        author_name: fake.user(of.by).name,
        channel_id: of.channel,
        channel_team: fake.team,
        text: of.text,
        fallback: `[${of.ts}] ${fake.user(of.by).name}: ${of.text}`,
        from_url: `https://fake.slack.com/archives/${of.channel}/p${of.ts.replace('.', '')}`,
        id: 1,
        mrkdwn_in: ['text'],
        footer: 'Slack Conversation',
        ...(of.files && { files: of.files }),
      };
      return this.say(user, channel, words, { attachments: [share] });
    },

    /** Changes what somebody wrote; a mention that stands in it then is told of, as if it were fresh. */
    async edit(user: string, message: FakeMessage, words: string, options: { mention?: boolean } = {}) {
      const text = `${options.mention ? `<@${fake.bot.user}> ` : ''}${escaped(words)}`;
      const before = { type: 'message', user, ts: message.ts, text: message.text, team: fake.team };
      const event_ts = fake.nextTs();
      message.text = text;
      const { channel, thread } = message;
      const edited = { user, ts: `${event_ts.split('.')[0]}.000000` };
      const after = { ...before, text, edited, ...(thread && { thread_ts: thread }) };
      const change = {
        type: 'message',
        subtype: 'message_changed',
        channel,
        ts: event_ts,
        event_ts,
        channel_type: 'channel',
      };
      const told = [event({ ...change, message: after, previous_message: before, hidden: true }, hostOf(channel))];
      if (options.mention) told.push(event({ ...after, type: 'app_mention', channel, event_ts }, hostOf(channel)));
      return (await Promise.all(told)).flat();
    },

    /** Somebody puts an emoji on a message. */
    react(user: string, { channel, ts, by }: FakeMessage, reaction = 'ticket') {
      const item = { type: 'message', channel, ts };
      const put = { type: 'reaction_added', user, reaction, item, item_user: by, event_ts: fake.nextTs() };
      return event(put, hostOf(channel));
    },

    /** Somebody chooses the desk's shortcut in the menu of a message. */
    shortcut(user: string, message: FakeMessage, callbackId = 'create-ticket') {
      const { channel, ts, by, text, thread, files, attachments } = message;
      return interactive({
        type: 'message_action',
        ...common(user),
        callback_id: callbackId,
        trigger_id: fake.trigger(user),
        response_url: fake.responseUrl(channel, user),
        channel: { id: channel, name: 'general' },
        message_ts: ts,
        message: {
          type: 'message',
          user: by,
          ts,
          text,
          ...(thread && { thread_ts: thread }),
          ...(files && { files }),
          ...(attachments && { attachments }),
        },
      });
    },

    /** Somebody opens a tab of the app. */
    openHome: (user: string, tab: 'home' | 'messages' = 'home') =>
      event({ type: 'app_home_opened', user, channel: fake.dm(user), tab, event_ts: fake.nextTs() }),

    async command(user: string, channel: string, text: string, { raw = false } = {}) {
      const form = {
        token: 'unused',
        team_id: fake.team,
        team_domain: 'fake',
        channel_id: channel,
        channel_name: channel.startsWith('D') ? 'directmessage' : 'general',
        user_id: user,
        user_name: user.toLowerCase(),
        command: '/it',
        text: raw ? text : escaped(text),
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
        response_url: fake.responseUrl(channel, user, ts),
        actions: [{ type: 'button', block_id: 'x', action_id: actionId, value, action_ts: fake.nextTs() }],
      });
    },

    /** Presses a button in the app's home. */
    pressHome: (user: string, command: object) =>
      interactive({
        type: 'block_actions',
        ...common(user),
        trigger_id: fake.trigger(user),
        container: { type: 'view', view_id: 'V1' },
        view: { id: 'V1', type: 'home' },
        actions: [{ type: 'button', value: JSON.stringify(command) }],
      }),

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
