/** What the page sends, read as requests to the desk. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Lang } from '../../src/card.js';
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
const file = z.object({ name: z.string().min(1).max(255), type: z.string().max(255), size: z.number().int().min(0) });
const spoken = actor.extend({
  words: z.string().trim().max(40_000),
  /** What was attached, by name: its content stays in the browser. */
  files: z.array(file).max(10).optional(),
  conversation: conversation.optional(),
  under: z.string().optional(),
});
/** A message, or the home of Slack's app. */
const pressed = actor.extend({ on: z.string(), value: z.unknown() });
const HOME = 'home';
/** Slack has a reaction and a shortcut for it, Teams an action of its menu. */
const reported = actor.extend({ on: z.string(), how: z.enum(['shortcut', 'reaction']) });
const submitted = actor.extend({
  conversation,
  thread: z.string().optional(),
  replaces: z.string().optional(),
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
    const { words, files } = body;
    return [{ author: company.account(player, platform), words, at: new Date(at), ...(files ? { files } : {}) }];
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
      const { player, platform, origin, files, under, ...rest } = read(spoken, body);
      // As on the platforms: files alone are called by their names.
      const words = rest.words || (files ?? []).map(({ name }) => name).join(', ');
      if (words === '') throw new Rejected(400, 'Say something, or attach a file.');
      const attached = files && files.length > 0 ? { files } : {};
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
      const asks = { kind: 'words', words: said, commanded: slash, ...attached } as const;
      const asking = request(player, at, at.thread, slash || atDesk, asks);
      if (slash) return { request: asking, at };
      const id = `w-${origin}`;
      const place = { ...asking.place, message: refOf({ platform, id }) };
      const own = { platform, conversation, ...inThread, author: player.id } as const;
      const spokenThere = { id, ...own, body: { kind: 'words', words, ...attached } } as const;
      return { request: { ...asking, place }, at, words: spokenThere };
    },

    press(body: unknown): Taken {
      const { player, platform, origin, on, value } = read(pressed, body);
      const isHome = on === HOME && platform === 'play-slack';
      const {
        id,
        conversation,
        thread,
        body: shown,
      } = isHome
        ? { id: on, conversation: `dm/${player.id}` as const, thread: undefined, body: undefined }
        : message(on, platform);
      const inThread = thread === undefined ? {} : { thread };
      const replaces = shown?.kind === 'card' && shown.card.passing ? { replaces: on } : {};
      const at: At = { platform, who: player.id, origin, conversation, ...inThread, asked: 'by hand', ...replaces };
      const head = thread ?? (conversation.startsWith('ch/') ? id : undefined);
      return {
        request: request(player, at, head, true, { kind: 'command', command: commandIn(platform, value) }),
        at,
      };
    },

    /** Looks at the home of Slack's app: what is a person's own. */
    home(query: URLSearchParams): Request {
      const asked = { ...Object.fromEntries(query), platform: 'play-slack', origin: randomUUID() };
      const { player, origin } = read(actor, asked);
      const at: At = {
        platform: 'play-slack',
        who: player.id,
        origin,
        conversation: `dm/${player.id}`,
        asked: 'by hand',
      };
      return request(player, at, undefined, true, { kind: 'command', command: { do: 'list-mine' } });
    },

    /** Everybody who is known speaks a language from now on. */
    language(lang: Lang): Request[] {
      return company.players
        .filter((player) => !company.isOutsider(player))
        .map((player) => {
          const platform = 'play-slack' as const;
          const at: At = {
            platform,
            who: player.id,
            origin: randomUUID(),
            conversation: `dm/${player.id}`,
            asked: 'by hand',
          };
          return request({ ...player, lang }, at, undefined, true, {
            kind: 'command',
            command: { do: 'set-language', lang },
          });
        });
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
        .under(head)
        .filter(({ id }) => id !== on)
        .flatMap(written);
      const at: At = { platform, who: player.id, origin, conversation, ...inThread, asked: 'by hand' };
      const whole: Reported = { ...own, ref: refOf(said), thread };
      return { request: request(player, at, undefined, false, { kind: 'message', message: whole, how }), at };
    },

    submit(body: unknown): Taken {
      const { player, platform, origin, conversation, thread, sent, replaces } = read(submitted, body);
      if (!company.has(platform, conversation)) throw new Rejected(404, 'There is no such conversation.');
      const form = formIn(platform, sent);
      if (!form) throw new Rejected(400, 'This is no form of the desk.');
      const inThread = thread === undefined ? {} : { thread };
      const passing = replaces !== undefined && message(replaces, platform).conversation === conversation;
      const at: At = {
        platform,
        who: player.id,
        origin,
        conversation,
        ...inThread,
        asked: 'by hand',
        ...(passing ? { replaces } : {}),
      };
      const asks = { kind: 'submission', draft: form.draft, values: form.values } as const;
      return { request: request(player, at, thread, true, asks), at };
    },
  };
}
