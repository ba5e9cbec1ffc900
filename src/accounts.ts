/**
 * Which person a chat account belongs to, fail closed; in which language they read; where they are best reached. An
 * account is judged when it first speaks, daily from then on, and before what weighs most: what its platform and the
 * directory say of it then is what counts.
 */
import type { Lang, Viewer } from './card.js';
import { isDuplicateKey } from './errors.js';
import { Busy, unplayed, type Account, type Platform, type Profile } from './chat.js';
import { langOfLocale, type Directory, type Person } from './people.js';
import { Refusal } from './refusal.js';
import type { AccountRow, SideCollections } from './store/side-collections.js';
import { createShared } from './shared-work.js';
import { isZone } from './zones.js';

export type Accounts = Awaited<ReturnType<typeof openAccounts>>;

/** So old a judgement of an account is not relied upon. */
const JUDGED_MS = 24 * 3_600_000;
/** The book need not know to the minute when an account was last judged. */
const RECENT_MS = 3_600_000;

const isRecent = ({ judged }: AccountRow) => judged !== undefined && Date.now() - judged.getTime() < RECENT_MS;

/**
 * @param identity `email`: an account is linked the first time by its platform's verified e-mail; `none`: only
 *   accounts named in people.yaml are served.
 * @param linked is told of every new link, so that nobody becomes somebody else unnoticed.
 */
export async function openAccounts(
  collections: SideCollections,
  directory: Directory,
  identity: 'email' | 'none',
  linked: (person: Person, platform: Platform, account: string) => Promise<void> = async () => {},
) {
  const rows = new Map<string, AccountRow>();
  /** The accounts of a person, by platform: the book holds one of each. */
  const byPerson = new Map<string, Map<Platform, AccountRow>>();
  /** Languages as their readers chose them, and as they last wrote. */
  const langs = new Map<string, Lang>();
  const wrote = new Map<string, Lang>();
  /** Other names under which requests bear a known account. */
  const aliases = new Map<string, string>();

  const keyOf = (platform: Platform, account: string) => `${platform}:${account}`;
  const remember = (row: AccountRow) => {
    rows.set(row._id, row);
    const own = byPerson.get(row.person);
    if (own) own.set(row.platform, row);
    else byPerson.set(row.person, new Map([[row.platform, row]]));
  };
  const forget = (row: AccountRow) => {
    rows.delete(row._id);
    const own = byPerson.get(row.person);
    if (own?.get(row.platform)?._id === row._id) own.delete(row.platform);
  };
  const revision = collections.revision('accounts');
  let seen: number | undefined;
  const refresh = async () => {
    const now = await revision.read();
    if (now === seen) return;
    seen = now;
    const known = (await collections.accounts.find().lean().exec()) as AccountRow[];
    rows.clear();
    byPerson.clear();
    for (const row of known) remember(row);
    for (const row of await collections.settings.find().lean().exec()) {
      if (row.lang) langs.set(row._id, row.lang);
      if (row.wrote) wrote.set(row._id, row.wrote);
    }
  };
  await refresh();

  const of = (person: string) => [...(byPerson.get(person)?.values() ?? [])];

  const linkedByHand = (platform: Platform, account: string) =>
    directory.people.find((person) => person.accounts[unplayed(platform)] === account);

  /**
   * Whose account this is. One that was theirs stays theirs when their address has changed and the platform has not
   * learned of it yet. @throws Refusal for guests, and when nobody in the directory is behind it.
   */
  function ownerOf(
    platform: Platform,
    account: string,
    profile: Profile,
    before: AccountRow | undefined,
  ): { person: Person; byHand: boolean } {
    const byHand = linkedByHand(platform, account);
    if (byHand) return { person: byHand, byHand: true };
    if (profile.guest) throw new Refusal((say) => say.general.guest);
    const addresses = identity === 'email' ? [profile.email, profile.otherEmail] : [];
    const person =
      addresses.map((each) => each && directory.byEmail(each)).find((each) => each !== undefined) ??
      (before && addresses.some((each) => each && directory.hadAddress(before.person, each))
        ? directory.person(before.person)
        : undefined);
    if (!person) throw new Refusal((say) => say.general.stranger);
    return { person, byHand: false };
  }

  /**
   * The row of an account as its platform tells of it now. A mail address belongs to one account at a time: the one that
   * bears it now takes the place of an earlier one, unless that was named by hand.
   */
  async function judge(account: Account): Promise<AccountRow> {
    const { platform } = account;
    const profile = await account.profile();
    const id = profile.id ?? account.id;
    const _id = keyOf(platform, id);
    const before = rows.get(_id);
    let owner: ReturnType<typeof ownerOf>;
    try {
      owner = ownerOf(platform, id, profile, before);
    } catch (error) {
      if (before) {
        await collections.accounts.deleteOne({ _id }).exec();
        forget(before);
        await revision.bump();
      }
      throw error;
    }
    const { person, byHand } = owner;
    const other = of(person.id).find((each) => each.platform === platform && each._id !== _id);
    if (other && !byHand && linkedByHand(platform, other.account)?.id === person.id)
      throw new Refusal((say) => say.general.linkedElsewhere);
    const now = new Date();
    const row: AccountRow = {
      _id,
      person: person.id,
      platform,
      account: id,
      usedAt: before?.usedAt ?? now,
      judged: now,
      ...(profile.locale ? { locale: profile.locale } : {}),
      // Clients also send names of Windows, and anything they please.
      ...(profile.zone && isZone(profile.zone) ? { zone: profile.zone } : {}),
    };
    try {
      // What was asked a moment ago need not be written again.
      const isNews = !before || before.person !== row.person || !isRecent(before);
      if (isNews) {
        await collections.accounts.deleteMany({ person: person.id, platform, _id: { $ne: _id } }).exec();
        await collections.accounts.updateOne({ _id }, { $set: row }, { upsert: true }).exec();
      }
    } catch (error) {
      // Another account of the same person is being linked at this moment: whichever is asked for last stays.
      if (isDuplicateKey(error)) throw new Busy(1);
      throw error;
    }
    if (other) forget(other);
    if (before && before.person !== row.person) forget(before);
    remember(row);
    if (account.id !== id) aliases.set(keyOf(platform, account.id), _id);
    if (before?.person !== person.id) {
      await revision.bump();
      await linked(person, platform, profile.name || id);
    }
    return row;
  }

  /** Several requests of one account at once are one question to its platform. */
  const judging = createShared<AccountRow>();
  const judgeOnce = (account: Account) => judging(keyOf(account.platform, account.id), () => judge(account));

  const viewer = (person: Person): Viewer => {
    const latest = of(person.id).toSorted((a, b) => b.usedAt.getTime() - a.usedAt.getTime())[0];
    return {
      lang: langs.get(person.id) ?? wrote.get(person.id) ?? langOfLocale(latest?.locale) ?? person.lang,
      zone: latest?.zone ?? person.zone,
    };
  };

  async function known(account: Account): Promise<AccountRow | undefined> {
    const key = keyOf(account.platform, account.id);
    const _id = aliases.get(key) ?? key;
    const row = rows.get(_id) ?? ((await collections.accounts.findById(_id).lean().exec()) as AccountRow | null);
    if (!row) return undefined;
    if (!rows.has(_id)) remember(row);
    return row;
  }
  const isFresh = ({ judged }: AccountRow) => judged !== undefined && Date.now() - judged.getTime() < JUDGED_MS;

  return {
    /** Takes up links and languages that other processes have made. */
    refresh,
    viewer,
    /**
     * The person behind an account. @param anew asks the platform again, however lately it was asked.
     * @throws Refusal for guests, strangers, and people who have left the directory; `Busy` when it cannot be known yet.
     */
    async identify(account: Account, anew = false): Promise<Person> {
      const before = await known(account);
      // Where that person has left, the account may have come to be somebody else's.
      const isKnown = before && !anew && isFresh(before) && directory.person(before.person) !== undefined;
      const row = isKnown ? before : await judgeOnce(account);
      const person = directory.person(row.person);
      if (!person) throw new Refusal((say) => say.general.stranger);
      const elsewhere = of(person.id).some((other) => other._id !== row._id && other.usedAt > row.usedAt);
      if (elsewhere) {
        row.usedAt = new Date();
        await collections.accounts.updateOne({ _id: row._id }, { $set: { usedAt: row.usedAt } }).exec();
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
    /** Takes up the language a person writes in; one that they chose themselves stays. */
    async heard(person: Person, lang: Lang): Promise<void> {
      if (langs.has(person.id) || viewer(person).lang === lang) return;
      await collections.settings.updateOne({ _id: person.id }, { $set: { wrote: lang } }, { upsert: true }).exec();
      wrote.set(person.id, lang);
      await revision.bump();
    },
    async setLanguage(person: string, lang: Lang): Promise<void> {
      await collections.settings.updateOne({ _id: person }, { $set: { lang } }, { upsert: true }).exec();
      langs.set(person, lang);
      await revision.bump();
    },
  };
}
