/** What becomes of a person's entry in the register when it is told anew. Pure. */
import { isDeepStrictEqual } from 'node:util';
import type { ProvidedPerson, Said, Saying } from '../provided.js';

/** More of them are no trace that an administrator follows. */
const FORMER = 10;

const isAddress = (text: string) => /^[^\s@]{1,64}@[^\s@]{1,189}$/.test(text);

/** The address by which a person is recognised in a chat: the primary one, else that of work, else any; lower case. */
export function addressOf({ emails = [], userName }: Said): string | undefined {
  const best =
    emails.find(({ primary }) => primary) ?? emails.find(({ type }) => type?.toLowerCase() === 'work') ?? emails[0];
  const address = (best?.value ?? userName).trim().toLowerCase();
  return isAddress(address) ? address : undefined;
}

const numberOf = ({ enterprise }: Said) => enterprise?.employeeNumber;

/** Whether both are told of one human being: by their numbers, where both have them; an address alone is no proof. */
export const isSameHuman = (one: Said, other: Said): boolean =>
  numberOf(one) && numberOf(other)
    ? numberOf(one) === numberOf(other)
    : one.externalId !== undefined && one.externalId === other.externalId;

const isOther = (one: Said, other: Said): boolean =>
  (numberOf(one) ?? '') !== (numberOf(other) ?? '') || (one.externalId ?? '') !== (other.externalId ?? '');

/** A new person. */
export const entered = (_id: string, said: Said, { by, now }: Saying): ProvidedPerson => {
  const address = addressOf(said);
  return {
    _id,
    version: 1,
    said,
    groups: [],
    by,
    created: now,
    touched: now,
    former: [],
    ...(address ? { address: { value: address, since: now } } : {}),
    ...(said.active ? {} : { left: now }),
  };
};

/** The entry after a person was told of anew; undefined when that says nothing new. One who was removed is there again. */
export function retold(entry: ProvidedPerson, said: Said, { by, now }: Saying): ProvidedPerson | undefined {
  if (!entry.removed && isDeepStrictEqual(said, entry.said)) return undefined;
  const { address: before, left, removed: _, ...rest } = entry;
  const value = addressOf(said);
  const address = value === before?.value ? before : value && { value, since: now };
  const isGone = before !== undefined && before !== address;
  return {
    ...rest,
    version: entry.version + 1,
    said,
    by,
    touched: now,
    ...(address ? { address } : {}),
    former: isGone
      ? [{ value: before.value, until: now }, ...entry.former.filter((each) => each.value !== before.value)].slice(
          0,
          FORMER,
        )
      : entry.former,
    ...(said.active ? {} : { left: left ?? now }),
    ...(said.active && left ? { back: { at: now, after: left, other: isOther(entry.said, said) } } : {}),
  };
}

/** The entry of a person who is no longer provided: kept, in no group, and without a claim to a user name. */
export const removed = (entry: ProvidedPerson, { by, now }: Saying): ProvidedPerson => ({
  ...entry,
  version: entry.version + 1,
  by,
  touched: now,
  groups: [],
  left: entry.left ?? now,
  removed: true,
});

const RESERVED = new Set(['desk', 'me', 'myself', 'outsider', 'anyone', 'everyone']);

/** The id that a new person would have: the first part of the user name, with a number behind it where it is taken. */
export function idFor({ userName }: Said, turn: number): string {
  const plain = userName
    .split('@', 1)[0]!
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\w.-]/g, '')
    .slice(0, 40);
  const base = plain === '' || RESERVED.has(plain) ? `person-${plain}`.replace(/-$/, '') : plain;
  return turn === 1 ? base : `${base}-${turn}`;
}
