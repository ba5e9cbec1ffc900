/** Which person a chat account belongs to, fail closed; in which language they read; where they are best reached. */
import type { Lang, Viewer } from './card.js';
import { unplayed, type Account, type Platform } from './chat.js';
import { langOfLocale, type Directory, type Person } from './people.js';
import { Refusal } from './refusal.js';
import type { AccountRow, Books } from './store/books.js';

export type Accounts = Awaited<ReturnType<typeof openAccounts>>;

/**
 * @param identity `email`: an account is linked the first time by its platform's verified e-mail; `none`: only
 *   accounts named in people.yaml are served.
 */
export async function openAccounts(books: Books, directory: Directory, identity: 'email' | 'none') {
  const rows = new Map<string, AccountRow>();
  /** The accounts of a person, by platform: the book holds one of each. */
  const byPerson = new Map<string, Map<Platform, AccountRow>>();
  const langs = new Map<string, Lang>();

  const remember = (row: AccountRow) => {
    rows.set(row._id, row);
    const own = byPerson.get(row.person);
    if (own) own.set(row.platform, row);
    else byPerson.set(row.person, new Map([[row.platform, row]]));
  };
  const refresh = async () => {
    const linked = (await books.accounts.find().lean().exec()) as AccountRow[];
    rows.clear();
    byPerson.clear();
    for (const row of linked) remember(row);
    for (const row of await books.settings.find().lean().exec()) if (row.lang) langs.set(row._id, row.lang);
  };
  await refresh();

  const of = (person: string) => [...(byPerson.get(person)?.values() ?? [])];

  const linkedByHand = (platform: Platform, account: string) =>
    directory.people.find((person) => person.accounts[unplayed(platform)] === account);

  /** @throws Refusal when nobody in the directory is behind the account, or another account already is that person. */
  async function link(account: Account): Promise<AccountRow> {
    const _id = `${account.platform}:${account.id}`;
    const { platform } = account;
    const profile = await account.profile();
    const byHand = linkedByHand(platform, account.id);
    if (!byHand && profile.guest) throw new Refusal((say) => say.desk.guest);
    const addresses = identity === 'email' ? [profile.email, profile.otherEmail] : [];
    const person =
      byHand ?? addresses.map((each) => each && directory.byEmail(each)).find((each) => each !== undefined);
    if (!person) throw new Refusal((say) => say.desk.stranger);
    const row: AccountRow = {
      _id,
      person: person.id,
      platform,
      account: account.id,
      usedAt: new Date(),
      ...(profile.locale ? { locale: profile.locale } : {}),
      ...(profile.zone ? { zone: profile.zone } : {}),
    };
    if (byHand) await books.accounts.deleteMany({ person: person.id, platform, _id: { $ne: _id } }).exec();
    try {
      await books.accounts.updateOne({ _id }, { $set: row }, { upsert: true }).exec();
    } catch (error) {
      if ((error as { code?: number }).code !== 11000) throw error;
      throw new Refusal((say) => say.desk.linkedElsewhere);
    }
    return row;
  }

  const viewer = (person: Person): Viewer => {
    const latest = of(person.id).toSorted((a, b) => b.usedAt.getTime() - a.usedAt.getTime())[0];
    return {
      lang: langs.get(person.id) ?? langOfLocale(latest?.locale) ?? person.lang,
      zone: latest?.zone ?? person.zone,
    };
  };

  return {
    /** Takes up links and languages that other processes have made. */
    refresh,
    viewer,
    /** @throws Refusal for guests, strangers, and people who have left the directory. */
    async identify(account: Account): Promise<Person> {
      const _id = `${account.platform}:${account.id}`;
      const known = rows.get(_id) ?? ((await books.accounts.findById(_id).lean().exec()) as AccountRow | null);
      const row = known ?? (await link(account));
      if (!rows.has(_id)) remember(row);
      const person = directory.person(row.person);
      if (!person) throw new Refusal((say) => say.desk.stranger);
      const elsewhere = of(person.id).some((other) => other._id !== _id && other.usedAt > row.usedAt);
      if (elsewhere) {
        row.usedAt = new Date();
        await books.accounts.updateOne({ _id }, { $set: { usedAt: row.usedAt } }).exec();
      }
      return person;
    },
    accountOf: (person: string, platform: string) => of(person).find((row) => row.platform === platform)?.account,
    /** The platforms to try for a person, best first: the one they asked for, the one they used last, any other. */
    platforms(person: Person, running: readonly Platform[]): Platform[] {
      const used = (platform: Platform) =>
        of(person.id)
          .find((row) => row.platform === platform)
          ?.usedAt.getTime() ?? 0;
      const wanted = (platform: Platform) => Number(person.chat === unplayed(platform));
      return running.toSorted((a, b) => wanted(b) - wanted(a) || used(b) - used(a));
    },
    async setLanguage(person: string, lang: Lang): Promise<void> {
      await books.settings.updateOne({ _id: person }, { $set: { lang } }, { upsert: true }).exec();
      langs.set(person, lang);
    },
  };
}
