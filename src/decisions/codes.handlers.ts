/**
 * One-time codes for approvals that need one: made, sent to another chat of the approver, and checked. The code itself is
 * in that message alone, and only until it is over; the store has a salted hash of it.
 */
import { randomBytes, randomInt, randomUUID, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { Confirmed } from '../approvals/approval.js';
import {
  type Challenge,
  entered,
  forgottenAfter,
  isOver,
  issued,
  needRoom,
  type Purpose,
} from '../approvals/step-up.js';
import type { Background } from '../background.js';
import { type MessageRef, type Platform, platformOf, Uncertain, unplayed } from '../chat.js';
import type { Context, Sweep } from '../context.js';
import { wording } from '../language/wording.js';
import type { Directory } from '../people.js';
import { Refusal } from '../refusal.js';
import type { SecondChats } from '../second-chats.js';
import { eachByItself, type Report } from '../sweep.js';
import { codeCard, spentCard } from './codes.cards.js';
import type { Codes } from './codes.store.js';

/** What is to be confirmed, by whom it was asked, and what it is called. */
export type Asked = Omit<Purpose, 'on'> & { title: string };

/** Slow on purpose: six digits are soon tried by whoever can read the store. */
const sealed = async (code: string, salt: string): Promise<Buffer> =>
  (await promisify(scrypt)(code, salt, 32)) as Buffer;

export function createCodes(deps: {
  codes: Codes;
  secondChats: Pick<SecondChats, 'post' | 'redraw'>;
  directory: Directory;
  soon: Background['soon'];
  trouble: Report;
}) {
  const { codes, secondChats, directory } = deps;

  /** Takes the code out of the chat where it was shown. */
  async function wipe({ _id, ref, subject }: Pick<Challenge, '_id' | 'ref' | 'subject'>): Promise<void> {
    const person = directory.person(_id);
    if (!ref || !person) return;
    await secondChats.redraw(ref as MessageRef, person, (viewer) => spentCard(subject, viewer, wording[viewer.lang]));
    const latest = await codes.of(_id);
    if (latest?.ref !== ref) return;
    await codes.save(latest, { ...latest, version: latest.version + 1, ref: undefined });
  }

  const purposeOf = ({ subject, step, of }: Asked, on: Platform): Purpose => ({ subject, step, of, on });
  const placeOf = ({ place }: Context): Platform => {
    if (!place) throw new Refusal((say) => say.approvals.codeNeeded);
    return place.platform;
  };

  return {
    /**
     * Sends a code, and tells where to; the same delivery sends one. @throws Refusal when the approver has no other chat,
     * or was sent too many.
     */
    async send(asked: Asked, context: Context): Promise<Confirmed> {
      const { actor, now, origin } = context;
      const on = placeOf(context);
      const before = await codes.of(actor.id);
      if (before?.origin === origin) return before.sentTo;
      needRoom(before, now);
      const code = String(randomInt(1_000_000)).padStart(6, '0');
      const ref = await secondChats
        .post(actor, on, `code:${randomUUID()}`, (viewer) =>
          codeCard({ ...asked, code, on: unplayed(on) }, viewer, wording[viewer.lang]),
        )
        .catch((error: unknown) => {
          // One that arrives all the same is good for nothing.
          throw error instanceof Uncertain ? new Refusal((say) => say.approvals.codeNotSent) : error;
        });
      if (!ref) throw new Refusal((say) => say.approvals.noSecondChat);
      const salt = randomBytes(16).toString('base64url');
      const hash = (await sealed(code, salt)).toString('base64url');
      const sentTo = unplayed(platformOf(ref));
      const after = issued(before, actor.id, purposeOf(asked, on), { salt, hash, sentTo, ref }, origin, now);
      // Of two that were asked for at once, the first that is saved stands.
      const isSaved = await codes.save(before, after);
      const over = isSaved ? before : after;
      if (over?.ref) deps.soon(() => wipe(over));
      return sentTo;
    },
    /**
     * Takes a code for good, and tells where it had been sent. @throws Refusal when it is wrong, over, used, for something
     * else, or entered elsewhere than it was asked for.
     */
    async take(asked: Asked, code: string, context: Context): Promise<Confirmed> {
      const { actor, now, origin } = context;
      const purpose = purposeOf(asked, placeOf(context));
      for (;;) {
        const challenge = await codes.of(actor.id);
        const isRight =
          challenge !== undefined &&
          timingSafeEqual(await sealed(code, challenge.salt), Buffer.from(challenge.hash, 'base64url'));
        const { next, refusal } = entered(challenge, purpose, isRight, origin, now);
        if (next && !(await codes.save(challenge, next))) continue;
        if (next && isOver(next, now)) deps.soon(() => wipe(next));
        if (refusal) throw refusal;
        return challenge!.sentTo;
      }
    },
    sweep: {
      name: 'codes',
      seconds: 30,
      run: async (now) =>
        eachByItself(
          (await codes.expired(now)).filter(({ ref, expires }) => ref || expires <= forgottenAfter(now)),
          async (challenge) => {
            await wipe(challenge);
            if (challenge.expires <= forgottenAfter(now)) await codes.remove(challenge);
          },
          ({ subject }, error) => deps.trouble('codes', subject, error, now),
        ),
    } satisfies Sweep,
  };
}
