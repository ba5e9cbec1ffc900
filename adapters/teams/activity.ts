/**
 * An activity as Teams sends it: who, where, and through which service. Pure. Whatever of it is missing, null or of
 * another kind than documented is taken as absent.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { MessageRef, Place } from '../../src/chat.js';
import { addressOf, conversationOf } from './address.js';
import { attachments } from './files.js';
import { isOurs, quotedBy } from './words.js';

const maybe = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);
const text = maybe(z.string());
const account = maybe(z.looseObject({ id: text, name: text, aadObjectId: text }));
const named = maybe(z.looseObject({ id: text, name: text }));

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
  entities: maybe(
    z.array(
      z
        .looseObject({
          type: text,
          text,
          mentioned: account,
          timezone: text,
          quotedReply: maybe(z.looseObject({ messageId: text })),
        })
        .catch({}),
    ),
  ),
});

type Fields = z.infer<typeof schema>;

/** An activity that says who, where and through which service: all others are none of the desk's business. */
export type Activity = Fields & {
  from: Fields['from'] & { id: string };
  conversation: Fields['conversation'] & { id: string };
  serviceUrl: string;
};

/** Undefined when it does not say who, where and through which service. */
export function parseActivity(body: unknown): Activity | undefined {
  const { data } = schema.safeParse(body);
  return data && isAddressed(data) ? data : undefined;
}

const isAddressed = (activity: Fields): activity is Activity =>
  Boolean(activity.from?.id && activity.conversation?.id && activity.serviceUrl);

/** Said with the message extension, which people use also in chats of their own, where the desk is not. */
export const isElsewhere = ({ name }: Activity): boolean => name?.startsWith('composeExtension/') === true;

/**
 * Chats between people and channels have ids that begin so, whatever kind an activity names: an app that is added to the
 * chat of two people is told of a personal one. A person's own chat with the desk begins with `a:`.
 */
const isAmongPeople = (id: string): boolean => id.startsWith('19:');

export const kindOf = ({ conversation }: Activity): 'personal' | 'channel' | 'group' => {
  if (conversation.conversationType === 'channel') return 'channel';
  const isGroup = conversation.conversationType === 'groupChat' || conversation.isGroup;
  return isGroup || isAmongPeople(conversation.id) ? 'group' : 'personal';
};

export function placeOf(activity: Activity): Place {
  const conversation = conversationOf(activity.conversation.id);
  const root = /;messageid=([^;]+)/.exec(activity.conversation.id)?.[1];
  const kind = kindOf(activity);
  const isClick = activity.type === 'invoke' || Boolean(activity.value);
  // Only channels have threads; elsewhere a message belongs beneath the one that it quotes.
  const beneath = isClick ? activity.replyToId : quotedBy(activity);
  const head = kind === 'channel' ? (root ?? activity.id) : beneath;
  const thread: MessageRef | undefined = head ? addressOf(conversation, head) : undefined;
  const mentioned = (activity.entities ?? []).some(isOurs(activity));
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

/** Teams delivers an activity again as it was; where it has no id, what else stays the same names it. */
export function originOf(activity: Activity): string {
  const { conversation, from, id, name, replyToId, text: words, timestamp, localTimestamp, value } = activity;
  if (id) return `teams:${conversation.id}/${id}`;
  const same = [conversation.id, from.id, name, replyToId, words, timestamp ?? localTimestamp, value];
  return `teams:${conversation.id}/${digest(same)}`;
}

export const digest = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url');
