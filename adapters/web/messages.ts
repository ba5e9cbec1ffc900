/** All messages of the playground, in the order of their changes, so that a browser can resume where it stopped. */
import type { Body, Message, PlaygroundMemory } from './memory.js';

const byPosting = (a: Message, b: Message) => a.seq - b.seq;

export type Messages = ReturnType<typeof createMessages>;

export function createMessages(memory: PlaygroundMemory) {
  const byId = new Map<string, Message>();
  const watchers = new Set<(message: Message) => void>();
  let rev = 0;
  let turn: Promise<unknown> = Promise.resolve();

  /** One after the other: nobody may see change 6 while change 5 can still fail. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = turn.then(work);
    turn = result.catch(() => undefined);
    return result;
  };

  async function keep(message: Message): Promise<Message> {
    await memory.save(message);
    rev = message.rev;
    byId.set(message.id, message);
    for (const watcher of watchers) watcher(message);
    return message;
  }

  return {
    async load(): Promise<void> {
      for (const message of await memory.all()) byId.set(message.id, message);
      rev = Math.max(0, ...[...byId.values()].map((message) => message.rev));
    },
    get: (id: string) => byId.get(id),
    rev: () => rev,
    /** Every message that changed after that change, in the order of their changes. */
    since: (seen: number) => [...byId.values()].filter((each) => each.rev > seen).toSorted((a, b) => a.rev - b.rev),
    /** A message and what was said beneath it, in the order of posting. */
    under: (head: string) =>
      [...byId.values()].filter(({ id, thread }) => id === head || thread === head).toSorted(byPosting),
    /**
     * Of each conversation the latest so many messages that were posted before that one, with those that head their
     * threads; what was posted before the number `from` is not among them.
     */
    stretches(most: number, before = Infinity): Map<string, { messages: Message[]; from: number }> {
      const talks = new Map<string, Message[]>();
      for (const message of byId.values()) {
        const key = `${message.platform} ${message.conversation}`;
        const talk = talks.get(key);
        if (talk) talk.push(message);
        else talks.set(key, [message]);
      }
      return new Map(
        [...talks].map(([key, all]) => {
          const earlier = all.filter(({ seq }) => seq < before).toSorted(byPosting);
          const latest = earlier.slice(-most);
          const heads = new Set(latest.flatMap(({ thread }) => (thread === undefined ? [] : [byId.get(thread)!])));
          const messages = [...new Set([...heads, ...latest])].toSorted(byPosting);
          return [key, { messages, from: earlier.length > most ? latest[0]!.seq : 0 }];
        }),
      );
    },
    /** Posts a message; one whose id is already there is left as it stands. */
    post: (message: Omit<Message, 'seq' | 'rev'>) =>
      inTurn(async () => byId.get(message.id) ?? keep({ ...message, seq: rev + 1, rev: rev + 1 })),
    /** Redraws a card in place; one that looks the same, or is gone, is left alone. */
    redraw: (id: string, body: Exclude<Body, { kind: 'words' }>) =>
      inTurn(async () => {
        const old = byId.get(id);
        if (old?.body.kind !== 'card' || JSON.stringify(old.body) === JSON.stringify(body)) return;
        await keep({ ...old, rev: rev + 1, body });
      }),
    watch(watcher: (message: Message) => void): () => void {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
    /** Resolves when all that was taken so far is kept. */
    settled: () => turn,
  };
}
