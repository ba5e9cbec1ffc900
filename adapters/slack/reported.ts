/** Fetches the message that somebody pointed at, with what else was said in its thread. */
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { Account, Profile, Reported, Request, Written } from '../../src/chat.js';
import { accountId, messageRef } from './address.js';
import type { Client } from './client.js';
import type { Bot } from './config.js';
import { files, filesOf } from './files.js';
import { decode } from './words.js';

export const message = z.object({
  ts: z.string(),
  thread_ts: z.string().optional(),
  /** Absent when a program wrote it. */
  user: z.string().optional(),
  bot_id: z.string().optional(),
  team: z.string().optional(),
  user_team: z.string().optional(),
  text: z.string().default(''),
  files,
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

/** A trigger opens a form for 3 seconds, so its thread is waited for no longer than this, in milliseconds. */
const PATIENCE = 1_500;
const LONGEST_THREAD = 100;

export function createReported(deps: { client: Client; bot: () => Bot; profile(user: string): Promise<Profile> }) {
  const { client, bot } = deps;

  /** The thread around a message, oldest first; a message without replies is its own. */
  async function around(channel: string, ts: string): Promise<Message[]> {
    const { messages } = await client.conversations.replies({ channel, ts, limit: LONGEST_THREAD });
    return z
      .array(message)
      .catch([])
      .parse(messages ?? []);
  }

  function accountOf({ user, user_team, team, bot_id }: Message): Account {
    const { team: home } = bot();
    if (user) {
      const id = accountId(user_team ?? team ?? home, user);
      return { platform: 'slack', id, profile: () => deps.profile(user) };
    }
    return {
      platform: 'slack',
      id: accountId(home, bot_id ?? 'nobody'),
      profile: async () => ({ name: '', guest: true }),
    };
  }

  const written = (each: Message): Written => ({
    author: accountOf(each),
    words: decode(each.text),
    at: new Date(Number(each.ts) * 1000),
    files: filesOf(each.files),
  });

  /** Undefined when the message cannot be read: it is gone, or the app is no member of its channel. */
  return async function read({ channel, ts, message: brought, how }: Pointed): Promise<Request['asks'] | undefined> {
    const root = brought?.thread_ts ?? ts;
    const nothing: Message[] = [];
    const asked = around(channel, root);
    const heard = await (brought
      ? Promise.race([asked.catch(() => nothing), wait(PATIENCE, nothing, { ref: false })])
      : asked.catch(() => nothing));
    const found = brought ?? heard.find((each) => each.ts === ts);
    if (!found) return undefined;
    const inThread = found.thread_ts && found.thread_ts !== root;
    const all = inThread ? await around(channel, found.thread_ts!).catch(() => heard) : heard;
    const others = all.filter((each) => each.ts !== ts && each.user !== bot().user);
    const reported: Reported = {
      ...written(found),
      ref: messageRef(bot().team, channel, ts),
      thread: others.map(written),
    };
    return { kind: 'message', message: reported, how };
  };
}
