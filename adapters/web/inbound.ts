/** What the page sends, read as requests to the desk. */
import { z } from 'zod';
import type { Reported, Request, Written } from '../../src/chat.js';
import { refOf, threads } from './chat.js';
import type { Company, Player } from './company.js';
import { commandIn, formIn } from './draw.js';
import { Rejected } from './guard.js';
import type { Conversation, Message } from './memory.js';
import type { Messages } from './messages.js';
import type { At } from './respond.js';

const conversation = z.templateLiteral([z.enum(['dm', 'ch']), '/', z.string()]);
const MENTION = /^@deskhand(?![a-z])[\s:,，：]*/i;
const actor = z.object({
  who: z.string(),
  platform: z.enum(['play-slack', 'play-teams']),
  /** Made by the browser, once for each thing a person does: the same one again is the same request. */
  origin: z.uuid(),
  /** The language of the page, which a new account takes for its own. */
  lang: z.enum(['en', 'zh']).optional(),
});
const spoken = actor.extend({
  words: z.string().trim().min(1).max(40_000),
  conversation: conversation.optional(),
  under: z.string().optional(),
});
const pressed = actor.extend({ on: z.string(), value: z.unknown() });
/** Slack has a reaction and a shortcut for it, Teams an action of its menu. */
const reported = actor.extend({ on: z.string(), how: z.enum(['shortcut', 'reaction']) });
const submitted = actor.extend({
  conversation,
  thread: z.string().optional(),
  /** What the platform would send: a view submission or the data of a dialog. */
  sent: z.unknown(),
});

/** A request, where its answer belongs, and the person's own words as they stand in the chat. */
export type Taken = { request: Request; at: At; words?: Omit<Message, 'seq' | 'rev' | 'at'> };

export function createInbound({ company, messages }: { company: Company; messages: Messages }) {
  function read<S extends typeof actor>(schema: S, body: unknown) {
    const parsed = schema.safeParse(body);
    if (!parsed.success) throw new Rejected(400, z.prettifyError(parsed.error));
    const player = company.player(parsed.data.who);
    if (!player) throw new Rejected(400, `Nobody here is called ${parsed.data.who}.`);
    // Two people who send the same origin send two requests, as two accounts on a platform would.
    const origin = `${player.id}-${parsed.data.origin}`;
    return { ...parsed.data, origin, player: { ...player, lang: parsed.data.lang ?? player.lang } };
  }
  const message = (id: string, platform: string) => {
    const found = messages.get(id);
    if (found?.platform !== platform) throw new Rejected(404, 'This message is gone.');
    return found;
  };
  /** Nobody writes in the name of one person in the own chat of another. */
  const visible = (who: string, platform: Message['platform'], where: Conversation): Conversation => {
    if (!company.has(platform, where) || (where.startsWith('dm/') && where !== `dm/${who}`))
      throw new Rejected(404, 'There is no such conversation.');
    return where;
  };
  /** What a person wrote; the desk's own cards are nobody's words. */
  const written = ({ author, body, at, platform }: Message): Written[] => {
    const player = company.player(author);
    if (!player || body.kind !== 'words') return [];
    return [{ author: company.account(player, platform), words: body.words, at: new Date(at) }];
  };
  const request = (player: Player, at: At, head: string | undefined, mentioned: boolean, asks: Request['asks']) => ({
    account: company.account(player, at.platform),
    origin: `play:${at.origin}`,
    place: {
      platform: at.platform,
      private: at.conversation.startsWith('dm/'),
      ...(at.conversation.startsWith('ch/') ? { channel: `${at.platform}:${at.conversation}` as const } : {}),
      ...(head === undefined ? {} : { thread: refOf({ platform: at.platform, id: head }) }),
      mentioned,
    },
    asks,
  });

  return {
    words(body: unknown): Taken {
      const { player, platform, origin, words, under, ...rest } = read(spoken, body);
      const conversation = visible(player.id, platform, rest.conversation ?? `dm/${player.id}`);
      const head = under === undefined || !threads(platform, conversation) ? undefined : message(under, platform);
      const inThread = head && { thread: head.thread ?? head.id };
      const slash = platform === 'play-slack' && /^\/it(\s|$)/.test(words);
      const at: At = {
        platform,
        who: player.id,
        origin,
        conversation,
        ...inThread,
        asked: slash ? 'by hand' : 'by words',
      };
      // In a channel where people ask, the desk is one of many; elsewhere what is no reply is said to it.
      const atDesk = MENTION.test(words) || (!inThread && !company.asksIn(platform, conversation));
      const said = (slash ? words.slice(3) : words.replace(MENTION, '')).trim();
      const asks = { kind: 'words', words: said, commanded: slash } as const;
      const asking = request(player, at, at.thread, slash || atDesk, asks);
      if (slash) return { request: asking, at };
      const id = `w-${origin}`;
      const place = { ...asking.place, message: refOf({ platform, id }) };
      const own = { platform, conversation, ...inThread, author: player.id, body: { kind: 'words', words } } as const;
      return { request: { ...asking, place }, at, words: { id, ...own } };
    },

    press(body: unknown): Taken {
      const { player, platform, origin, on, value } = read(pressed, body);
      const { id, conversation, thread } = message(on, platform);
      const inThread = thread === undefined ? {} : { thread };
      const at: At = { platform, who: player.id, origin, conversation, ...inThread, asked: 'by hand' };
      const head = thread ?? (conversation.startsWith('ch/') ? id : undefined);
      return {
        request: request(player, at, head, true, { kind: 'command', command: commandIn(platform, value) }),
        at,
      };
    },

    report(body: unknown): Taken {
      const { player, platform, origin, on, how } = read(reported, body);
      const said = message(on, platform);
      const conversation = visible(player.id, platform, said.conversation);
      const [own] = written(said);
      if (!own) throw new Rejected(422, 'Only what a person wrote can be a ticket.');
      const head = said.thread ?? said.id;
      const inThread = said.thread === undefined ? {} : { thread: said.thread };
      const thread = messages
        .since(0)
        .filter((each) => each.id !== on && (each.id === head || each.thread === head))
        .toSorted((a, b) => a.seq - b.seq)
        .flatMap(written);
      const at: At = { platform, who: player.id, origin, conversation, ...inThread, asked: 'by hand' };
      const whole: Reported = { ...own, ref: refOf(said), thread };
      return { request: request(player, at, undefined, false, { kind: 'message', message: whole, how }), at };
    },

    submit(body: unknown): Taken {
      const { player, platform, origin, conversation, thread, sent } = read(submitted, body);
      if (!company.has(platform, conversation)) throw new Rejected(404, 'There is no such conversation.');
      const form = formIn(platform, sent);
      if (!form) throw new Rejected(400, 'This is no form of the desk.');
      const inThread = thread === undefined ? {} : { thread };
      const at: At = { platform, who: player.id, origin, conversation, ...inThread, asked: 'by hand' };
      const asks = { kind: 'submission', draft: form.draft, values: form.values } as const;
      return { request: request(player, at, thread, true, asks), at };
    },
  };
}
