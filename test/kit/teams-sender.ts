/** Requests to the desk, written and signed as Teams writes and signs them. */
import type { FakeTeams } from './teams-fake.js';
import { problemsOf, type Json } from './teams-rules.js';

export type Delivered = { status: number; body: Json | undefined };

const CARD_RESPONSES = new Set([
  'application/vnd.microsoft.activity.message',
  'application/vnd.microsoft.card.adaptive',
]);
const ERROR_RESPONSE = 'application/vnd.microsoft.error';

export function createTeamsSender({ url, fake }: { url: string; fake: FakeTeams }) {
  /** Tokens by the service that they name. */
  const tokens = new Map<string, Promise<string>>();
  const tokenNow = (): Promise<string> => {
    const token = tokens.get(fake.serviceUrl) ?? fake.sign();
    tokens.set(fake.serviceUrl, token);
    return token;
  };

  /** Sends the activity as it is; `authorization` other than the signed one is for strangers. */
  async function send(activity: unknown, authorization?: string): Promise<Delivered> {
    const response = await fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        authorization: authorization ?? `Bearer ${await tokenNow()}`,
      },
      body: typeof activity === 'string' ? activity : JSON.stringify(activity),
    });
    const text = await response.text();
    return { status: response.status, body: text ? (JSON.parse(text) as Json) : undefined };
  }

  const personOf = (who: string) => {
    const person = fake.people.get(who);
    if (!person) throw new Error(`${who} is not in this Teams`);
    return person;
  };

  /** What every activity of a person bears. */
  function envelope(who: string, conversation: string, more: Json = {}): Json {
    const { aad, name } = personOf(who);
    const [channel = ''] = conversation.split(';');
    const team = [...fake.teams.values()].find(({ channels }) => channels.some(({ id }) => id === channel));
    return {
      id: fake.nextId(),
      timestamp: '2026-11-23T09:00:00.000Z',
      localTimezone: 'Europe/Berlin',
      channelId: 'msteams',
      serviceUrl: fake.serviceUrl,
      from: { id: `29:${aad}`, name, aadObjectId: aad },
      recipient: { id: `28:${fake.appId}`, name: 'Deskhand' },
      conversation: {
        id: conversation,
        tenantId: fake.tenantId,
        conversationType: team ? 'channel' : 'personal',
        ...(team ? { isGroup: true } : {}),
      },
      channelData: {
        tenant: { id: fake.tenantId },
        ...(team ? { team: { id: team.id, name: team.name }, channel: { id: channel } } : {}),
      },
      locale: 'en-GB',
      entities: [{ type: 'clientInfo', locale: 'en-GB', country: 'DE', platform: 'Web', timezone: 'Europe/Berlin' }],
      ...more,
    };
  }

  type Where = { channel?: string; root?: string; quiet?: boolean; files?: readonly Json[] };

  /** What clients write of a message that is answered by quoting it. */
  const quoting = (messageId: string, preview: string): Json => ({
    type: 'quotedReply',
    quotedReply: { messageId, senderId: `28:${fake.appId}`, senderName: 'Deskhand', preview, isReplyDeleted: false },
  });

  /** `quiet`: the desk is not mentioned; it hears that only where the team has agreed to it. */
  function message(who: string, words: string, { channel, root, quiet, files = [] }: Where = {}): Json {
    if (!channel) return envelope(who, fake.chatOf(who), { type: 'message', textFormat: 'plain', text: words });
    const id = fake.nextId();
    const mention = {
      type: 'mention',
      text: '<at>Deskhand</at>',
      mentioned: { id: `28:${fake.appId}`, name: 'Deskhand' },
    };
    const written = envelope(who, `${channel};messageid=${root ?? id}`, { type: 'message', textFormat: 'plain' });
    if (quiet) return { ...written, id, text: words, attachments: files };
    return {
      ...written,
      id,
      text: `<at>Deskhand</at> ${words}\n`,
      entities: [...(written['entities'] as Json[]), mention],
    };
  }

  const invoke = (who: string, conversation: string, name: string, more: Json): Json =>
    envelope(who, conversation, { type: 'invoke', name, ...more });

  return {
    send,
    envelope,
    message,

    /** The person adds the app for themselves. */
    install: (who: string) =>
      send(envelope(who, fake.chatOf(who), { type: 'installationUpdate', action: 'add', entities: null })),

    /** Somebody adds the app to a team. */
    addToTeam(who: string, team: { id: string }) {
      const added = envelope(who, team.id, {
        type: 'conversationUpdate',
        membersAdded: [{ id: `28:${fake.appId}` }],
      });
      return send({ ...added, channelData: { ...(added['channelData'] as Json), eventType: 'teamMemberAdded' } });
    },

    say: (who: string, words: string, where?: Where) => send(message(who, words, where)),

    /** Somebody answers a message in their own chat by *Reply*, which quotes it. */
    quote(who: string, words: string, quoted: string): Promise<Delivered> {
      const said = message(who, `<quoted messageId="${quoted}"/> ${words}`);
      return send({ ...said, entities: [...(said['entities'] as Json[]), quoting(quoted, 'INC-1 · a card')] });
    },

    /** Somebody chooses the desk's action in the menu of a message. */
    async report(who: string, said: { id: string; author: string; words: string }, where: string): Promise<Delivered> {
      const { aad, name } = personOf(said.author);
      const value = {
        commandId: 'create-ticket',
        commandContext: 'message',
        messagePayload: {
          id: said.id,
          createdDateTime: '2026-11-23T08:00:00.000Z',
          from: { user: { id: aad, displayName: name, userIdentityType: 'aadUser' } },
          body: { contentType: 'html', content: `<div><div>${escaped(said.words)}</div></div>` },
          attachments: [],
        },
        context: { theme: 'default' },
      };
      return asTask(await send(invoke(who, where, 'composeExtension/fetchTask', { value })));
    },

    /** Presses an action of a card; the answer must be one that Teams understands. */
    async press(who: string, action: Json, on: { conversation: string; id: string }): Promise<Delivered> {
      const data = (action['data'] ?? {}) as Json;
      const replyToId = on.id;
      const { type, title, verb } = action;
      if (type === 'Action.Execute') {
        const value = { action: { type, title, verb, data }, trigger: 'manual' };
        const delivered = await send(invoke(who, on.conversation, 'adaptiveCard/action', { value, replyToId }));
        if (delivered.status === 200) checkCardResponse(delivered.body);
        return delivered;
      }
      if ((data['msteams'] as Json | undefined)?.['type'] === 'task/fetch') {
        const { msteams: _, ...rest } = data;
        const value = { data: { ...rest, type: 'task/fetch' }, context: { theme: 'default' } };
        return asTask(await send(invoke(who, on.conversation, 'task/fetch', { value, replyToId })));
      }
      return send(envelope(who, on.conversation, { type: 'message', value: data, replyToId }));
    },

    /** Sends a dialog back with what was filled in. */
    async submit(
      who: string,
      data: Json,
      on: { conversation: string; id: string; extension?: true },
    ): Promise<Delivered> {
      const extended = { commandId: 'create-ticket', commandContext: 'message' };
      const value = { data, context: { theme: 'default' }, ...(on.extension ? extended : {}) };
      const name = on.extension ? 'composeExtension/submitAction' : 'task/submit';
      return asTask(await send(invoke(who, on.conversation, name, { value, replyToId: on.id })));
    },
  };
}
const escaped = (words: string) => words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

export type TeamsSender = ReturnType<typeof createTeamsSender>;

function checkCardResponse(body: Json | undefined): void {
  const { statusCode, type, value } = body ?? {};
  if (type === ERROR_RESPONSE) {
    const { code, message } = (value ?? {}) as Json;
    const isError = typeof statusCode === 'number' && statusCode >= 400 && typeof code === 'string';
    if (isError && typeof message === 'string') return;
  }
  if (statusCode !== 200 || !CARD_RESPONSES.has(String(type)) || value === undefined)
    throw new Error(`Teams does not understand the answer to a button: ${JSON.stringify(body)}`);
}

function asTask(delivered: Delivered): Delivered {
  if (delivered.status !== 200 || delivered.body === undefined) return delivered;
  const task = delivered.body['task'] as { type?: string; value?: unknown } | undefined;
  if (task?.type === 'message' && typeof task.value === 'string') return delivered;
  const card = (task?.value as { card?: { content?: Json } } | undefined)?.card?.content;
  const problems = task?.type === 'continue' && card ? problemsOf(card) : ['it is neither a dialog nor a message'];
  if (problems.length > 0) throw new Error(`Teams does not understand the dialog: ${problems.join('; ')}`);
  return delivered;
}
