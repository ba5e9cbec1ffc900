/** Fetches the message that somebody pointed at, with what else was said in its thread. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import { z } from 'zod';
import { Busy, type Account, type Profile, type Reported, type Request, type Written } from '../../src/chat.js';
import { describe } from '../../src/errors.js';
import { accountId, messageRef } from './address.js';
import type { Ask, Client } from './client.js';
import type { Bot } from './config.js';
import { failureOf } from './errors.js';
import type { Listening } from './listening.js';
import { content, saidIn } from './message.js';
import { listOf, text } from './optional.js';

export const message = z.object({
  ts: z.string(),
  thread_ts: text,
  /** Absent when a program wrote it. */
  user: text,
  bot_id: text,
  ...content,
});
type Message = z.infer<typeof message>;

/** What somebody pointed at; a shortcut brings the message itself, a reaction only says where it is. */
export type Pointed = {
  kind: 'pointed';
  how: 'shortcut' | 'reaction';
  channel: string;
  ts: string;
  message?: Message;
};

/** A trigger opens a form for 3 seconds, so what belongs around a message is waited for no longer than this, in ms. */
const PATIENCE = 1_500;
const LONGEST_THREAD = 100;

type Deps = {
  client: Client;
  ask: Ask;
  bot: () => Bot;
  profile(user: string): Promise<Profile>;
  listening: Listening;
  log: Logger;
};

export function createReported({ client, ask, bot, profile, listening, log }: Deps) {
  /** The thread around a message, oldest first; a message without replies is its own. None when it may not be read. */
  async function around(channel: string, ts: string): Promise<Message[]> {
    try {
      const asked = () => client.conversations.replies({ channel, ts, limit: LONGEST_THREAD });
      return listOf(message).parse((await ask('conversations.replies', asked)).messages);
    } catch (error) {
      if (error instanceof Busy) throw error;
      if (failureOf(error).meaning === 'ours') log.warn({ error: describe(error) }, 'a thread could not be read');
      return [];
    }
  }

  function accountOf({ user, bot_id }: Message): Account {
    const id = accountId(bot().team, user || bot_id || 'nobody');
    if (user) return { platform: 'slack', id, profile: () => profile(user) };
    return { platform: 'slack', id, profile: async () => ({ name: '', guest: true }) };
  }

  async function written(each: Message, hear: typeof listening.hear): Promise<Written> {
    const { words, files } = await hear(saidIn(each, bot().user));
    return { author: accountOf(each), words, at: new Date(Number(each.ts) * 1000), files };
  }

  async function read(pointed: Pointed, found: Message, heard: Message[], hear: typeof listening.hear) {
    const others = heard.filter((each) => each.ts !== found.ts && each.user !== bot().user);
    const thread: Written[] = [];
    for (const each of others) thread.push(await written(each, hear));
    const ref = messageRef(bot().team, pointed.channel, found.ts);
    const reported: Reported = { ...(await written(found, hear)), ref, thread };
    return { kind: 'message', message: reported, how: pointed.how } as const;
  }

  /** A form must open while its trigger lives: what is not there in time is left out. @throws `Busy`. */
  async function atOnce(pointed: Pointed, brought: Message): Promise<Request['asks']> {
    const whole = around(pointed.channel, brought.thread_ts || pointed.ts).then((heard) =>
      read(pointed, brought, heard, listening.hear),
    );
    const soon = await Promise.race([whole, wait(PATIENCE, undefined, { ref: false })]);
    whole.catch(() => undefined);
    return soon ?? read(pointed, brought, [], async (said) => listening.recall(said));
  }

  /** Undefined when the message cannot be read: it is gone, or the app is no member of its channel. @throws `Busy`. */
  return async function readPointed(pointed: Pointed): Promise<Request['asks'] | undefined> {
    if (pointed.message) return atOnce(pointed, pointed.message);
    const { channel, ts } = pointed;
    const heard = await around(channel, ts);
    const found = heard.find((each) => each.ts === ts);
    if (!found) return undefined;
    const isReply = found.thread_ts && found.thread_ts !== ts;
    return read(pointed, found, isReply ? await around(channel, found.thread_ts!) : heard, listening.hear);
  };
}
