/** All that the playground's page can see: what it begins with, and what it is given when it asks for more. */
import type { DrawnMessage, State, Stretch } from '../../adapters/web/wire.js';

export type Seen = State & { messages: DrawnMessage[] };

export async function readPlayground(url: string): Promise<Seen> {
  const read = async (path: string) => (await fetch(`${url}/playground/${path}`)).json();
  const state = (await read('state')) as State;
  const found = new Map<string, DrawnMessage>();
  for (const [of, stretch] of Object.entries(state.talks))
    for (let { messages, from } = stretch; ;) {
      for (const message of messages) found.set(message.id, message);
      if (from === 0) break;
      const query = new URLSearchParams({ of, before: String(from) });
      ({ messages, from } = (await read(`earlier?${query}`)) as Stretch);
    }
  return { ...state, messages: [...found.values()].toSorted((a, b) => a.rev - b.rev) };
}
