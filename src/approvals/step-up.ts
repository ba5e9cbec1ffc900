/**
 * The one-time code that confirms an approval: sent to another chat of the approver, entered where they decide. It is for
 * one step of one record, one approver and their approval; a person has one code at a time. Pure: the code itself is
 * known to nobody here, only whether it is the right one.
 */
import { Refusal } from '../refusal.js';
import type { Confirmed } from './approval.js';

const VALID_MS = 10 * 60_000;
const MOST_TRIES = 3;
/** So many codes that nobody used are sent to a person in an hour, so that nobody guesses on and on. */
const MOST_UNUSED = 5;
const HOUR_MS = 3_600_000;

/** What it confirms, and on which platform it was asked for and must be entered. */
export type Purpose = { subject: string; step: string; of: string; on: string };

export type Challenge = Purpose & {
  /** The person who approves. */
  _id: string;
  version: number;
  /** The delivery that asked for it, and the one that used it. */
  origin: string;
  usedBy?: string;
  salt: string;
  hash: string;
  sentTo: Confirmed;
  expires: Date;
  /** The deliveries that brought a wrong code. */
  wrong: string[];
  /** When codes were sent in the last hour, but for those that were used. */
  sent: Date[];
  /** The message that shows the code, until it is redrawn without it. */
  ref?: string | undefined;
};

export type Sealed = Pick<Challenge, 'salt' | 'hash' | 'sentTo' | 'ref'>;

const lately = ({ sent }: Pick<Challenge, 'sent'>, now: Date): Date[] =>
  sent.filter((at) => at.getTime() > now.getTime() - HOUR_MS);

/** Whether nothing of it is of use to anybody any more. */
export const isOver = ({ expires, usedBy, wrong }: Challenge, now: Date): boolean =>
  usedBy !== undefined || expires <= now || wrong.length >= MOST_TRIES;

/** From when on nothing need be remembered of it. */
export const forgottenAfter = (now: Date): Date => new Date(now.getTime() - HOUR_MS);

/** @throws Refusal when this person was sent too many codes in the last hour. */
export function needRoom(before: Challenge | undefined, now: Date): void {
  const [first, ...others] = before ? lately(before, now) : [];
  if (first && others.length + 1 >= MOST_UNUSED)
    throw new Refusal((say) => say.approvals.tooManyCodes(new Date(first.getTime() + HOUR_MS)));
}

export const issued = (
  before: Challenge | undefined,
  approver: string,
  purpose: Purpose,
  sealed: Sealed,
  origin: string,
  now: Date,
): Challenge => ({
  ...purpose,
  ...sealed,
  _id: approver,
  version: (before?.version ?? 0) + 1,
  origin,
  expires: new Date(now.getTime() + VALID_MS),
  wrong: [],
  sent: [...(before ? lately(before, now) : []), now],
});

const isFor = (challenge: Challenge, purpose: Purpose): boolean =>
  (['subject', 'step', 'of', 'on'] as const).every((key) => challenge[key] === purpose[key]);

/**
 * What a code comes to that was entered. A wrong one is counted, so `next` is to be saved before `refusal` is told. The
 * same delivery again comes to the same.
 */
export function entered(
  challenge: Challenge | undefined,
  purpose: Purpose,
  isRight: boolean,
  origin: string,
  now: Date,
): { next?: Challenge; refusal?: Refusal } {
  const refuse = (why: 'codeUnknown' | 'codeUsed' | 'codeExpired' | 'codeSpent') => ({
    refusal: new Refusal((say) => say.approvals[why]),
  });
  if (!challenge || !isFor(challenge, purpose)) return refuse('codeUnknown');
  const { usedBy, wrong, sent, version } = challenge;
  if (usedBy !== undefined) return usedBy === origin ? {} : refuse('codeUsed');
  if (wrong.includes(origin)) return wrongly(wrong.length);
  if (challenge.expires <= now) return refuse('codeExpired');
  if (wrong.length >= MOST_TRIES) return refuse('codeSpent');
  const counted = { ...challenge, version: version + 1 };
  if (isRight) return { next: { ...counted, usedBy: origin, sent: sent.slice(0, -1) } };
  return { next: { ...counted, wrong: [...wrong, origin] }, ...wrongly(wrong.length + 1) };
}

function wrongly(tries: number): { refusal: Refusal } {
  const left = MOST_TRIES - tries;
  return { refusal: new Refusal((say) => (left > 0 ? say.approvals.codeWrong(left) : say.approvals.codeSpent)) };
}
