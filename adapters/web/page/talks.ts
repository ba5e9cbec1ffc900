/** Conversations as the page knows them: pure, and what has not changed stays the same object, so that nothing redraws it. */
import type { DrawnMessage, Stretch } from '../wire.js';

/**
 * One conversation, in the order of posting. Messages before the number `from` are not known yet, but for those that
 * head the threads of later ones.
 */
export type Talk = {
  all: readonly DrawnMessage[];
  heads: readonly DrawnMessage[];
  replies: ReadonlyMap<string, readonly DrawnMessage[]>;
  from: number;
};
/** By `<platform> <conversation>`. */
export type Talks = ReadonlyMap<string, Talk>;

export const silence: Talk = { all: [], heads: [], replies: new Map(), from: 0 };

const keyOf = ({ platform, conversation }: DrawnMessage) => `${platform} ${conversation}`;
const same = (one: readonly unknown[], other: readonly unknown[]) =>
  one.length === other.length && one.every((each, index) => each === other[index]);

function withMessages(talk: Talk, news: readonly DrawnMessage[], from: number): Talk {
  const byId = new Map(talk.all.map((each) => [each.id, each]));
  for (const message of news) if ((byId.get(message.id)?.rev ?? 0) < message.rev) byId.set(message.id, message);
  const all = [...byId.values()].toSorted((a, b) => a.seq - b.seq);
  const threads = new Map<string, DrawnMessage[]>();
  for (const message of all)
    if (message.thread !== undefined) {
      const thread = threads.get(message.thread);
      if (thread) thread.push(message);
      else threads.set(message.thread, [message]);
    }
  const replies = new Map(
    [...threads].map(([head, thread]) => {
      const before = talk.replies.get(head);
      return [head, before && same(before, thread) ? before : thread] as const;
    }),
  );
  return { all, heads: all.filter(({ thread }) => thread === undefined), replies, from };
}

export const opened = (stretches: Record<string, Stretch>): Talks =>
  new Map(
    Object.entries(stretches).map(([key, { messages, from }]) => [key, withMessages(silence, messages, from)] as const),
  );

/** With messages that came or changed. */
export function withNews(talks: Talks, news: readonly DrawnMessage[]): Talks {
  const touched = new Map<string, DrawnMessage[]>();
  for (const message of news) touched.set(keyOf(message), [...(touched.get(keyOf(message)) ?? []), message]);
  const next = new Map(talks);
  for (const [key, messages] of touched) {
    const talk = talks.get(key) ?? silence;
    next.set(key, withMessages(talk, messages, talk.from));
  }
  return next;
}

/** With an earlier stretch of one conversation. */
export const withEarlier = (talks: Talks, key: string, { messages, from }: Stretch): Talks =>
  new Map(talks).set(key, withMessages(talks.get(key) ?? silence, messages, from));

/** Whether something in it that others said waits to be read. */
export function isUnread({ all }: Talk, me: string, until: number): boolean {
  const after = all.findLastIndex(({ seq }) => seq <= until) + 1;
  return all.slice(after).some(({ author, only }) => author !== me && (only === undefined || only === me));
}
