/** Hears what was said: asks Slack, where it must, what the people, channels, groups and files of a message are called. */
import { Busy, type File, type Profile } from '../../src/chat.js';
import { forgetOldest } from '../../src/shared-work.js';
import { accountId } from './address.js';
import type { Ask, Client } from './client.js';
import type { Bot } from './config.js';
import { readFile, unread, type SentFile } from './files.js';
import { mentionedBy, read, type Said } from './message.js';
import type { Mentioned, Names } from './words.js';

/** The most names that are asked for in one message; words that mention more people are hardly about them. */
const ASKED = 20;
/** The most names that are remembered. */
const REMEMBERED = 10_000;

type Heard = { words: string; files: File[] };
type Deps = {
  client: Client;
  ask: Ask;
  bot: () => Bot;
  profile(user: string): Promise<Profile>;
  /** What the desk calls the person behind an account, or behind an e-mail address that Slack vouches for. */
  nameOf(account: string, email?: string): string | undefined;
};

export type Listening = ReturnType<typeof createListening>;

export function createListening({ client, ask, bot, profile, nameOf }: Deps) {
  /** As Slack has told them; `undefined` where it does not tell. */
  const told = new Map<Mentioned, string | undefined>();
  const remember = (what: Mentioned, name: string | undefined) => {
    told.set(what, name);
    forgetOldest(told, REMEMBERED);
  };

  const accountOf = (what: Mentioned) => accountId(bot().team, what.slice('person:'.length));
  const atDesk = (what: Mentioned) => (what.startsWith('person:') ? nameOf(accountOf(what)) : undefined);
  const known: Names = (what) => atDesk(what) ?? told.get(what);

  async function lookUp(what: Mentioned): Promise<string | undefined> {
    const id = what.slice(what.indexOf(':') + 1);
    if (what.startsWith('person:')) {
      const { name, email } = await profile(id);
      return (email && nameOf(accountOf(what), email)) ?? (name === id ? undefined : name);
    }
    if (what.startsWith('channel:'))
      return (await ask('conversations.info', () => client.conversations.info({ channel: id }))).channel?.name;
    const { usergroups = [] } = await ask('usergroups.list', () => client.usergroups.list());
    return usergroups.find((group) => group.id === id)?.handle;
  }

  /** What Slack refuses to tell stays as it came. @throws `Busy`. */
  const tolerantly = <T>(asked: Promise<T>): Promise<T | undefined> =>
    asked.catch((error: unknown) => {
      if (error instanceof Busy) throw error;
      return undefined;
    });

  async function completed(sent: SentFile): Promise<SentFile> {
    const file = unread(sent);
    const asked = file && (await tolerantly(ask('files.info', () => client.files.info({ file }))));
    return (asked && readFile(asked.file)) || sent;
  }

  return {
    /** @throws `Busy`. */
    async hear(said: Said): Promise<Heard> {
      const unknown = mentionedBy(said).filter((what) => !told.has(what) && atDesk(what) === undefined);
      for (const what of unknown.slice(0, ASKED)) remember(what, await tolerantly(lookUp(what)));
      return read({ ...said, files: await Promise.all(said.files.map(completed)) }, known);
    },
    /** The same by what is known already. */
    recall: (said: Said): Heard => read(said, known),
  };
}
