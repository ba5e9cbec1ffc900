/**
 * Reads what Teams asks of the desk. Pure. An activity the desk has no use for is `nothing`: Teams stops delivering to bots
 * that answer with errors.
 */
import { z } from 'zod';
import type { Request } from '../../src/chat.js';
import { accountIdOf, digest, originOf, parseActivity, placeOf, type Activity } from './activity.js';
import { filesOf } from './files.js';
import { readValues } from './form.js';
import { readPointed, type Pointed } from './reported.js';
import { wordsOf } from './words.js';

export { accountIdOf } from './activity.js';

const record = z.record(z.string(), z.unknown());

/** How the answer must be shaped. */
export type Kind = 'message' | 'card' | 'fetch' | 'submit';

/** A request as Teams sends it: whose it is, and who wrote a message that was pointed at, is found out afterwards. */
export type Asked = Omit<Request, 'account' | 'asks'> & { asks: Request['asks'] | Pointed };

export type Inbound =
  /** `replaces`: the card in this chat that what comes of it takes the place of. */
  | { kind: Kind; activity: Activity; request: Asked; replaces?: string }
  /** The app was added to a chat or team, or something about the team changed: its references are worth keeping. */
  | { kind: 'presence'; activity: Activity; origin: string; gone: boolean }
  | { kind: 'nothing'; invoke: boolean };

export function readActivity(body: unknown): Inbound {
  const activity = parseActivity(body);
  if (!activity) return { kind: 'nothing', invoke: false };
  const invoke = activity.type === 'invoke';
  switch (activity.type) {
    case 'message':
      return readMessage(activity);
    case 'invoke':
      return readInvoke(activity);
    case 'conversationUpdate':
      return { kind: 'presence', activity, origin: originOf(activity), gone: isGone(activity) };
    case 'installationUpdate':
      return {
        kind: 'presence',
        activity,
        origin: originOf(activity),
        gone: activity.action?.startsWith('remove') ?? false,
      };
    default:
      return { kind: 'nothing', invoke };
  }
}

const isGone = ({ channelData, membersRemoved, recipient }: Activity): boolean =>
  channelData?.eventType === 'teamDeleted' || Boolean(membersRemoved?.some(({ id }) => id && id === recipient?.id));

function readMessage(activity: Activity): Inbound {
  const asked = readPayload(activity, activity.value);
  const place = placeOf(activity);
  if (asked)
    return { kind: 'message', activity, request: { place, ...asked }, ...replacedBy(activity, activity.value) };
  if (!place.private && !place.mentioned && !place.channel) return { kind: 'nothing', invoke: false };
  const files = filesOf(activity.attachments);
  const words = wordsOf(activity) || files.map(({ name }) => name).join(', ');
  const asks = { kind: 'words', words, ...(files.length > 0 ? { files } : {}) } as const;
  return { kind: 'message', activity, request: { origin: originOf(activity), place, asks } };
}

function readInvoke(activity: Activity): Inbound {
  const value = record.catch({}).parse(activity.value);
  const place = placeOf(activity);
  const origin = originOf(activity);
  const hear = (kind: Kind, data: unknown): Inbound => {
    const asked = readPayload(activity, data) ?? { origin, asks: { kind: 'command', command: data } };
    return { kind, activity, request: { place, ...asked }, ...replacedBy(activity, data) };
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
      return { kind: 'fetch', activity, request: { origin, place, asks } };
    }
    default:
      return { kind: 'nothing', invoke: true };
  }
}

/** The command of the message extension, as the manifest names it. */
export const CREATE_TICKET = 'create-ticket';

const passing = z.object({ deskhand: z.object({ passing: z.literal(true) }) });
const replacing = z.object({ deskhand: z.object({ replaces: z.string() }) });

/** The card that gives way: the one that was pressed on, or the one from which the dialog was opened. */
function replacedBy({ replyToId }: Activity, data: unknown): { replaces?: string } {
  const replaces = passing.safeParse(data).success ? replyToId : replacing.safeParse(data).data?.deskhand.replaces;
  return replaces === undefined ? {} : { replaces };
}

/** What a button or dialog of ours carries, or undefined if it is not one of ours. */
function readPayload(activity: Activity, data: unknown): Pick<Request, 'origin' | 'asks'> | undefined {
  // Plain words carry nothing, and to have zod say so takes longer than reading the rest of them.
  if (data === undefined) return undefined;
  const payload = z.looseObject({ deskhand: record }).safeParse(data);
  if (!payload.success) return undefined;
  const { deskhand, msteams: _, ...inputs } = payload.data;
  const origin = originOf(activity);
  if (!('draft' in deskhand)) return { origin, asks: { kind: 'command', command: deskhand['command'] } };
  const values = readValues(inputs);
  const form = deskhand['form'];
  return {
    // Teams gives each sending of a form another id; the same form with the same words is the same request.
    origin: typeof form === 'string' ? `teams:form/${digest([accountIdOf(activity), form, values])}` : origin,
    asks: { kind: 'submission', draft: deskhand['draft'], values },
  };
}
