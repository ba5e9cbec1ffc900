/** Whether words are meant for the desk, and what they belong to: not all that a chat hears was said to it. */
import type { MessageRef, Place, Request } from './chat.js';
import { isCommand } from './language/understand.js';

export type Heard = Extract<Request['asks'], { kind: 'words' }>;

/**
 * The record to which the words of a thread belong. Beneath somebody's own message (`requester`) only that person's
 * words do; `aside`: it is confidential, so its thread is not heard at all.
 */
export type Bound = { record: string; requester?: string; aside?: boolean };

export type Setting<Feed> = {
  bound?: Bound | undefined;
  /** The channel feeds a group with such posts. */
  feed?: Feed | undefined;
  /** Said to the desk by name, by command, or where nobody else is. */
  addressed: boolean;
};

export type Ears<Feed> = {
  /** The record whose card or thread this is. */
  recordOf(ref: MessageRef): Promise<string | undefined>;
  /** What the thread beneath a reported message is bound to. */
  boundTo(ref: MessageRef): Promise<Bound | undefined>;
  feedOf(place: Place): Promise<Feed | undefined>;
};

/** Undefined when the words were said to others. */
export async function settingOf<Feed>(
  heard: Heard,
  place: Place,
  ears: Ears<Feed>,
): Promise<Setting<Feed> | undefined> {
  const { thread, message } = place;
  const record = thread && (await ears.recordOf(thread));
  const inThread = thread !== undefined && thread !== message;
  const bound = record ? { record } : inThread ? await ears.boundTo(thread) : undefined;
  const isTicket = bound?.record.startsWith('INC-') === true;
  const addressed =
    place.private || place.mentioned === true || heard.commanded === true || (isTicket && isCommand(heard.words));
  const feed = inThread || place.private || heard.commanded ? undefined : await ears.feedOf(place);
  return addressed || isTicket || feed !== undefined ? { bound, feed, addressed } : undefined;
}

/** Whether words in a bound thread are its record's, and not said among others. */
export const isTheirs = <Feed>({ bound, addressed }: Setting<Feed>, person: string): boolean =>
  addressed || bound?.requester === undefined || bound.requester === person;
