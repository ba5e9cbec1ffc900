/** Posts a message once: each bears a mark, by which one whose answer was lost is found again and not repeated. */
import { Busy, Final, Uncertain } from '../../src/chat.js';
import { AS_IS, type Ask, type Client } from './client.js';
import { failureOf, passing } from './errors.js';
import type { Message } from './render.js';

const POSTED = 'deskhand_post';
/** As many messages as Slack recommends to ask for at once (docs.slack.dev/reference/methods/conversations.history). */
const PAGE = 200;
/** Slack’s clock and the desk’s are no further apart than this, in seconds. */
const CLOCKS_APART = 60;

export type Post = {
  channel: string;
  thread?: string | undefined;
  /** Names the post for good. */
  mark: string;
  /** An earlier try may have arrived: since then, or lately. It is looked for first. */
  again?: { since?: Date };
};

export type Posting = ReturnType<typeof createPosting>;

export function createPosting({ client, ask }: { client: Client; ask: Ask }) {
  /** Where a post with this mark stands. Without a date only the latest page is read. @throws what Slack refused with. */
  async function find({ channel, thread, mark, again }: Post): Promise<string | undefined> {
    const since = again?.since;
    const oldest = since && { oldest: String(Math.floor(since.getTime() / 1000) - CLOCKS_APART) };
    for (let cursor: string | undefined; ;) {
      const page = { channel, limit: PAGE, include_all_metadata: true, ...oldest, ...(cursor && { cursor }) };
      const { messages = [], response_metadata } = thread
        ? await ask('conversations.replies', () => client.conversations.replies({ ...page, ts: thread }))
        : await ask('conversations.history', () => client.conversations.history(page));
      const found = messages.find(({ metadata }) => {
        const payload: Record<string, unknown> | undefined = metadata?.event_payload;
        return payload?.['mark'] === mark;
      });
      if (found?.ts) return found.ts;
      cursor = since ? response_metadata?.next_cursor : undefined;
      if (!cursor) return undefined;
    }
  }

  /** @throws `Busy` when Slack cannot say yet, `Final` when it will never say. */
  async function findEarlier(post: Post): Promise<string | undefined> {
    try {
      return await find(post);
    } catch (error) {
      throw final(error) ?? error;
    }
  }

  /** What was posted by an earlier try shows what was to be said then. @throws `Busy` when Slack cannot redraw it yet. */
  async function bringUpToDate(ts: string, message: Message, { channel }: Post): Promise<string> {
    await client.chat.update({ ...message, channel, ts, parse: 'none' }).catch((error: unknown) => {
      const failed = passing(error);
      if (failed instanceof Busy) throw failed;
    });
    return ts;
  }

  /** What became of a post that was not answered with yes. */
  async function settle(post: Post, error: unknown): Promise<string> {
    const { meaning, pause, answered } = failureOf(error);
    if (meaning === 'not now') throw new Busy(pause);
    if (meaning !== 'unknown') throw final(error) ?? error;
    const ts = await find(post).catch((failed: unknown) => {
      throw new Uncertain(`${reason(error)}, and then ${reason(failed)}`);
    });
    if (ts) return ts;
    // What Slack has not answered may still be under way.
    throw answered ? new Busy(pause) : new Uncertain(reason(error));
  }

  return {
    /** Posts a message, and gives its timestamp. @throws `Busy`, `Uncertain`, `Final`, or what Slack refused with. */
    async post(message: Message, post: Post): Promise<string> {
      const { channel, thread, mark, again } = post;
      const earlier = again && (await findEarlier(post));
      if (earlier) return await bringUpToDate(earlier, message, post);
      try {
        const posted = await client.chat.postMessage({
          ...AS_IS,
          ...message,
          channel,
          metadata: { event_type: POSTED, event_payload: { mark } },
          ...(thread && { thread_ts: thread }),
        });
        return posted.ts ?? '';
      } catch (error) {
        return await settle(post, error);
      }
    },
  };
}

/**
 * Slack’s last word on an address, if it was one. `account_inactive` is said of a dead token and was seen for the chat
 * of a deactivated person: a fresh look at the address tells which.
 */
export function final(error: unknown): Final | undefined {
  const { meaning, code } = failureOf(error);
  const isFinal = meaning === 'final' || meaning === 'gone' || meaning === 'nobody' || code === 'account_inactive';
  return isFinal ? Object.assign(new Final(code ?? meaning), { cause: error }) : undefined;
}

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 200);
