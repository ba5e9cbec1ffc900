/** Tells one person something in the place they asked from: in their own chat as a message, elsewhere to them alone. */
import { Busy, Uncertain } from '../../src/chat.js';
import { AS_IS, request, type Ask, type Client } from './client.js';
import { failureOf } from './errors.js';
import type { Back } from './modal.js';
import { final, type Posting } from './posting.js';
import type { Message } from './render.js';

/** What is said once, however often it is tried: its name, and whether an earlier try may have arrived. */
export type Once = { readonly mark: string; again: boolean };
/** @throws `Busy`, `Uncertain` or `Final`; anything else was not accepted. */
export type Tell = (back: Back, message: Message, once: Once) => Promise<void>;

/** How long to wait until what may have arrived is looked for, in seconds. */
const LOOK_AGAIN = 5;

type Deps = {
  client: Client;
  ask: Ask;
  posting: Posting;
  /** Whether an address is Slack's own. */
  isSlack(url: string): boolean;
  closing: AbortSignal;
};

export function createTelling({ client, ask, posting, isSlack, closing }: Deps): Tell {
  /** To Slack's address for answers to one click. */
  async function toAddress(url: string, message: object, how: object): Promise<void> {
    if (!isSlack(url)) throw new Error('a response address that is not Slack’s');
    const response = await request(
      url,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...message, ...how }),
      },
      closing,
    ).catch((error: unknown) => {
      throw unseen(error);
    });
    await response.body?.cancel();
    if (response.ok) return;
    if (response.status === 429 || response.status >= 500)
      throw new Busy(Number(response.headers.get('retry-after')) || LOOK_AGAIN);
    throw new Error(`Slack did not take the response: ${response.status}`);
  }

  async function alone(user: string, channel: string, message: Message): Promise<void> {
    await client.chat.postEphemeral({ ...message, channel, user }).catch((error: unknown) => {
      throw unseen(error);
    });
  }

  async function inOwnChat(channel: string, thread: string | undefined, message: Message, once: Once): Promise<void> {
    try {
      await posting.post(message, { channel, thread, mark: once.mark, ...(once.again && { again: {} }) });
    } catch (error) {
      if (!(error instanceof Uncertain)) throw error;
      // There it can be looked for, and is said again if it is not found.
      once.again = true;
      throw new Busy(LOOK_AGAIN);
    }
  }

  async function ownChatOf(user: string): Promise<string> {
    try {
      const opened = await ask('conversations.open', () => client.conversations.open({ users: user }));
      return opened.channel?.id ?? user;
    } catch (error) {
      throw final(error) ?? error;
    }
  }

  /** Whether the message stands now where the pressed card stood. */
  async function tookPlace(url: string, message: Message): Promise<boolean> {
    try {
      await toAddress(url, { ...AS_IS, ...message }, { replace_original: true });
      return true;
    } catch (error) {
      if (error instanceof Busy || error instanceof Uncertain) throw error;
      return false;
    }
  }

  return async function tell(back, message, once) {
    const { user, channel, thread, private: direct, responseUrl, replaces } = back;
    if (replaces && responseUrl && (await tookPlace(responseUrl, message))) return;
    if (channel && direct) return inOwnChat(channel, thread, message, once);
    const inThread = { ...AS_IS, ...message, ...(thread && { thread_ts: thread }) };
    const ways = [
      ...(responseUrl
        ? [() => toAddress(responseUrl, inThread, { response_type: 'ephemeral', replace_original: false })]
        : []),
      ...(channel ? [() => alone(user, channel, inThread)] : []),
    ];
    for (const way of ways) {
      try {
        return await way();
      } catch (error) {
        // Only what was surely not taken is said in another way.
        if (error instanceof Busy || error instanceof Uncertain) throw error;
      }
    }
    return inOwnChat(await ownChatOf(user), undefined, message, once);
  };
}

/** A message that one person alone sees cannot be looked for: what may have arrived is not said again. */
function unseen(error: unknown): unknown {
  const { meaning, pause, status = 0 } = failureOf(error);
  if (meaning === 'not now' || status >= 500) return new Busy(pause);
  return meaning === 'unknown' ? new Uncertain('an answer that only one person sees') : error;
}
