/** People and groups as an identity provider, or an import, tells of them; and the register that keeps them. */

export type Email = { value: string; type?: string; primary?: boolean };

/** What is told of a person, in the words of SCIM (RFC 7643); `enterprise` is its extension. */
export type Said = {
  userName: string;
  externalId?: string;
  active: boolean;
  displayName?: string;
  name?: { formatted?: string; givenName?: string; familyName?: string };
  title?: string;
  preferredLanguage?: string;
  locale?: string;
  timezone?: string;
  emails?: readonly Email[];
  enterprise?: { employeeNumber?: string; department?: string; manager?: { value: string } };
};

/** What the register keeps of a person. Nobody is ever taken out of it: a person who has left may come back. */
export type ProvidedPerson = {
  /** Also the person's id in the desk: it never changes, and nobody else ever gets it. */
  _id: string;
  version: number;
  said: Said;
  /** The directory groups that they are in. */
  groups: readonly string[];
  /** The token, or the administrator, that said it last. */
  by: string;
  created: Date;
  touched: Date;
  /** In lower case. A person without one cannot be recognised in a chat. */
  address?: { value: string; since: Date };
  former: readonly { value: string; until: Date }[];
  /** Since when they are inactive, or removed. */
  left?: Date;
  /** `other`: under another employee number or external id than before. */
  back?: { at: Date; after: Date; other: boolean };
  removed?: true;
};

export type ProvidedGroup = {
  _id: string;
  version: number;
  displayName: string;
  externalId?: string;
  by: string;
  created: Date;
  touched: Date;
  removed?: true;
};

/** All that the register keeps, by id. */
export type Provided = {
  people: ReadonlyMap<string, ProvidedPerson>;
  groups: ReadonlyMap<string, ProvidedGroup>;
};

/** What is asked for: all of these hold, or any. A value is compared as it stands, whatever signs it has. */
export type Query =
  | { key: string; is: string | boolean }
  | { key: string; has: true }
  | { all: readonly Query[] }
  | { any: readonly Query[] };

export type Page = { start: number; count: number };
export type Found<T> = { total: number; rows: readonly T[] };

/** Another person, or group, has this name. */
export class Taken extends Error {}

/** Who says it, and when. */
export type Saying = { by: string; now: Date };

export type Register = {
  people: {
    get(id: string): Promise<ProvidedPerson | undefined>;
    find(query: Query | undefined, page: Page): Promise<Found<ProvidedPerson>>;
    /** @throws Taken when somebody has this user name. */
    create(said: Said, saying: Saying): Promise<ProvidedPerson>;
    /**
     * Saves what `apply` makes of what was said before, by compare-and-swap; nothing is written when it says the same.
     * @throws Taken
     */
    change(id: string, saying: Saying, apply: (said: Said) => Said): Promise<ProvidedPerson | undefined>;
    remove(id: string, saying: Saying): Promise<boolean>;
  };
  groups: {
    get(id: string): Promise<ProvidedGroup | undefined>;
    find(query: Query | undefined, page: Page): Promise<Found<ProvidedGroup>>;
    /** @throws Taken when a group has this name. */
    create(told: GroupTold, saying: Saying): Promise<ProvidedGroup>;
    change(id: string, saying: Saying, told: Partial<GroupTold>): Promise<ProvidedGroup | undefined>;
    remove(id: string, saying: Saying): Promise<boolean>;
    members(id: string): Promise<{ id: string; name: string }[]>;
    /** Each of these is in the group afterwards, or is not. @returns those who are nobody; nothing is changed then. */
    join(id: string, people: readonly string[], saying: Saying): Promise<string[]>;
    leave(id: string, people: readonly string[], saying: Saying): Promise<void>;
  };
};

export type GroupTold = Pick<ProvidedGroup, 'displayName' | 'externalId'>;

/** By what a person is called who gave several names. */
export const calledOf = ({ displayName, name, userName }: Said): string =>
  (displayName || name?.formatted || [name?.givenName, name?.familyName].filter(Boolean).join(' ') || userName)
    .trim()
    .slice(0, 80);
