/**
 * Reads what Teams sends. Pure. Whatever of an activity is missing, null or of another kind than documented is taken as
 * absent, and an activity the desk has no use for is `nothing`: Teams stops delivering to bots that answer with errors.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { MessageRef, Place, Request } from '../../src/chat.js';
import { addressOf, conversationOf } from './address.js';
import { attachments, filesOf } from './files.js';
import { readValues } from './form.js';
import { readPointed, type Pointed } from './reported.js';

const maybe = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);
const text = maybe(z.string());
const account = maybe(z.looseObject({ id: text, name: text, aadObjectId: text }));
const named = maybe(z.looseObject({ id: text, name: text }));
const record = z.record(z.string(), z.unknown());

const schema = z.looseObject({
  type: z.string(),
  id: text,
  name: text,
  action: text,
  text,
  textFormat: text,
  value: z.unknown().optional(),
  replyToId: text,
  timestamp: text,
  localTimestamp: text,
  serviceUrl: text,
  channelId: text,
  locale: text,
  localTimezone: text,
  from: account,
  recipient: account,
  conversation: maybe(z.looseObject({ id: text, conversationType: text, isGroup: maybe(z.boolean()), tenantId: text })),
  channelData: maybe(z.looseObject({ tenant: named, team: named, channel: named, eventType: text })),
  attachments,
  membersRemoved: maybe(z.array(z.looseObject({ id: text }).catch({}))),
  entities: maybe(z.array(z.looseObject({ type: text, text, mentioned: account, timezone: text }).catch({}))),
});

type Fields = z.infer<typeof schema>;

/** An activity that says who, where and through which service: all others are none of the desk's business. */
export type Activity = Fields & {
  from: Fields['from'] & { id: string };
  conversation: Fields['conversation'] & { id: string };
  serviceUrl: string;
};

/** How the answer must be shaped. */
export type Kind = 'message' | 'card' | 'fetch' | 'submit';

/** A request as Teams sends it: whose it is, and who wrote a message that was pointed at, is found out afterwards. */
export type Asked = Omit<Request, 'account' | 'asks'> & { asks: Request['asks'] | Pointed };

export type Inbound =
  | { kind: Kind; activity: Activity; request: Asked }
  /** The app was added to a chat or team, or something about the team changed: its references are worth keeping. */
  | { kind: 'presence'; activity: Activity; gone: boolean }
  | { kind: 'nothing'; invoke: boolean };

export function readActivity(body: unknown): Inbound {
  const parsed = schema.safeParse(body);
  const invoke = parsed.data?.type === 'invoke';
  if (!parsed.success || !isAddressed(parsed.data)) return { kind: 'nothing', invoke };
  const activity = parsed.data;
  switch (activity.type) {
    case 'message':
      return readMessage(activity);
    case 'invoke':
      return readInvoke(activity);
    case 'conversationUpdate':
      return { kind: 'presence', activity, gone: isGone(activity) };
    case 'installationUpdate':
      return { kind: 'presence', activity, gone: activity.action?.startsWith('remove') ?? false };
    default:
      return { kind: 'nothing', invoke };
  }
}

const isGone = ({ channelData, membersRemoved, recipient }: Activity): boolean =>
  channelData?.eventType === 'teamDeleted' || Boolean(membersRemoved?.some(({ id }) => id && id === recipient?.id));

const isAddressed = (activity: Fields): activity is Activity =>
  Boolean(activity.from?.id && activity.conversation?.id && activity.serviceUrl);

function readMessage(activity: Activity): Inbound {
  const asked = readPayload(activity.value);
  const where = placeOf(activity);
  if (!asked && !where.private && !where.mentioned && !where.channel) return { kind: 'nothing', invoke: false };
  const files = filesOf(activity.attachments);
  const words = wordsOf(activity) || files.map(({ name }) => name).join(', ');
  const asks = asked ?? ({ kind: 'words', words, ...(files.length > 0 ? { files } : {}) } as const);
  return { kind: 'message', activity, request: { origin: originOf(activity), place: where, asks } };
}

function readInvoke(activity: Activity): Inbound {
  const value = record.catch({}).parse(activity.value);
  const hear = (kind: Kind, data: unknown): Inbound => {
    const asks = readPayload(data) ?? ({ kind: 'command', command: data } as const);
    return { kind, activity, request: { origin: originOf(activity), place: placeOf(activity), asks } };
  };
  switch (activity.name ?? '') {
    case 'adaptiveCard/action':
      return hear('card', record.catch({}).parse(value['action'])['data']);
    case 'task/fetch':
      return hear('fetch', value['data']);
    case 'task/submit':
    case 'composeExtension/submitAction':
      return hear('submit', value['data']);
    case 'composeExtension/fetchTask': {
      const asks = readPointed(value['messagePayload']);
      if (!asks || value['commandId'] !== CREATE_TICKET) return { kind: 'nothing', invoke: true };
      return { kind: 'fetch', activity, request: { origin: originOf(activity), place: placeOf(activity), asks } };
    }
    default:
      return { kind: 'nothing', invoke: true };
  }
}

/** The command of the message extension, as the manifest names it. */
export const CREATE_TICKET = 'create-ticket';

/** Said with the message extension, which people use also in chats of their own, where the desk is not. */
export const isElsewhere = ({ name }: Activity): boolean => name?.startsWith('composeExtension/') === true;

/** What a button or dialog of ours carries, or undefined if it is not one of ours. */
function readPayload(data: unknown): Request['asks'] | undefined {
  // Plain words carry nothing, and to have zod say so takes longer than reading the rest of them.
  if (data === undefined) return undefined;
  const payload = z.looseObject({ deskhand: record }).safeParse(data);
  if (!payload.success) return undefined;
  const { deskhand, msteams: _, ...inputs } = payload.data;
  return 'draft' in deskhand
    ? { kind: 'submission', draft: deskhand['draft'], values: readValues(inputs) }
    : { kind: 'command', command: deskhand['command'] };
}

/** The words without the mention of the desk; other people's mentions stay as their names. */
function wordsOf(activity: Activity): string {
  const mentions = (activity.entities ?? []).filter(({ type }) => type === 'mention');
  const withoutUs = mentions
    .filter(({ mentioned }) => mentioned?.id === activity.recipient?.id)
    .reduce((words, { text }) => (text ? words.replaceAll(text, ' ') : words), activity.text ?? '');
  return mentions
    .reduce(
      (words, { text, mentioned }) => (text && mentioned?.name ? words.replaceAll(text, mentioned.name) : words),
      withoutUs,
    )
    .replaceAll(/&nbsp;|\u00a0/g, ' ')
    .trim();
}

export const kindOf = ({ conversation }: Activity): 'personal' | 'channel' | 'group' => {
  if (conversation.conversationType === 'channel') return 'channel';
  return conversation.conversationType === 'groupChat' || conversation.isGroup ? 'group' : 'personal';
};

function placeOf(activity: Activity): Place {
  const conversation = conversationOf(activity.conversation.id);
  const root = /;messageid=([^;]+)/.exec(activity.conversation.id)?.[1];
  const kind = kindOf(activity);
  const head = kind === 'channel' ? (root ?? activity.id) : activity.replyToId;
  const isClick = activity.type === 'invoke' || Boolean(activity.value);
  const thread: MessageRef | undefined =
    head && (kind === 'channel' || isClick) ? addressOf(conversation, head) : undefined;
  const mentioned = (activity.entities ?? []).some(
    (entity) => entity.type === 'mention' && entity.mentioned?.id === activity.recipient?.id,
  );
  const isMessage = activity.type === 'message' && !isClick && activity.id !== undefined;
  return {
    platform: 'teams',
    private: kind === 'personal' && !isElsewhere(activity),
    ...(thread ? { thread } : {}),
    mentioned,
    ...(kind === 'channel' ? { channel: `teams:${conversation}` as const } : {}),
    ...(isMessage ? { message: `teams:${conversation}/${activity.id}` as const } : {}),
  };
}

/** The tenant (directory) that the activity comes from. */
export const tenantOf = ({ channelData, conversation }: Activity): string | undefined =>
  channelData?.tenant?.id ?? conversation.tenantId;

/** Who acts, by directory and object id; local tools have no directory and their own ids. */
export const accountIdOf = (activity: Activity): string =>
  `${tenantOf(activity) ?? 'local'}/${activity.from.aadObjectId ?? activity.from.id}`;

/** Teams runs a slow handler again with the same activity; where it has no id, what else stays the same names it. */
function originOf(activity: Activity): string {
  const { conversation, from, id, name, replyToId, timestamp, localTimestamp, value } = activity;
  if (id) return `teams:${conversation.id}/${id}`;
  const same = JSON.stringify([conversation.id, from.id, name, replyToId, timestamp ?? localTimestamp, value]);
  return `teams:${conversation.id}/${createHash('sha256').update(same).digest('base64url')}`;
}
