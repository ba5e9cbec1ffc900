/** Delegating in chat: naming a delegate for some days, listing and ending it. */
import { createHash } from 'node:crypto';
import { DateTime } from 'luxon';
import type { Delegation } from '../approvals/routes.js';
import { who } from '../card.js';
import { byDesk, type Context, type Forms, type Handlers, type Presenter, type Sweep } from '../context.js';
import type { Cause, Changed, Ledger } from '../history.js';
import { findPerson } from '../names.js';
import type { Holds } from '../holdings.js';
import type { Directory, Person } from '../people.js';
import { Refusal } from '../refusal.js';
import { card, done, type Reply } from '../reply.js';
import { delegateForm, delegationNotice, delegationsCard } from './delegation.cards.js';
import {
  concerning,
  type Delegations,
  end,
  endedFor,
  give,
  isAnswered,
  isKnown,
  offer,
  postpone,
} from './delegation.js';
import type { Kept } from './delegation.store.js';
import { dayOf } from '../zones.js';

/** Six days after its first day a week ends, in milliseconds. */
const WEEK_MS = 6 * 86_400_000;

type Commands = 'delegate' | 'list-delegations' | 'end-delegation' | 'postpone-delegate';

export function createDelegations(deps: {
  ledger: Ledger<Delegations>;
  kept: Kept;
  directory: Directory;
  /** What can be decided about. */
  kinds: readonly string[];
  /** What the policies delegate, and what was delegated in chat. */
  of(person: string): readonly Delegation[];
  /** What waits for somebody is asked of who decides for them now. */
  reassign(person: string, now: Date): Promise<void>;
}): {
  handlers: Handlers<Commands>;
  forms: Forms<'delegate'>;
  presenter: Presenter<Delegations>;
  everywhere: Sweep[];
  leaving: Holds;
  /** Asks a person whom a decision has reached to name a delegate, once for good. */
  offer(person: string, now: Date): Promise<void>;
  /** Whether somebody who decides has nobody to decide for them in these days, and has not put off naming one. */
  isWanted(person: Person, from: Date, until: Date): Promise<boolean>;
} {
  const { ledger, kept, directory, kinds } = deps;
  const originOf = ({ id }: Pick<Person, 'id'>) => `delegation:${id}`;

  /** A person's record is made when they first delegate, or are asked to. */
  async function keep(person: Person, cause: Cause, apply: (record: Delegations) => Changed<Delegations>) {
    const first = { ...byDesk(cause.now, ''), origin: originOf(person) };
    const { _id } = await ledger.open({ person: who(person), given: [] }, [], first);
    await ledger.change(_id, cause, apply);
  }
  async function change(person: Person, context: Context, apply: (record: Delegations) => Changed<Delegations>) {
    await keep(person, context, apply);
    await kept.refresh(context.now);
    await deps.reassign(person.id, context.now);
  }

  /** `2026-12-21`; `12-21` is the next such day, today included. */
  function dayNamed(said: string, { zone }: Person, now: Date): DateTime {
    const today = DateTime.fromJSDate(now, { zone }).startOf('day');
    const read = (text: string) => DateTime.fromISO(text, { zone });
    const given = /^\d{4}-/.test(said) ? read(said) : read(`${today.year}-${said}`);
    if (!given.isValid) throw new Refusal((say) => say.delegation.noSuchDay(said));
    return given < today && !/^\d{4}-/.test(said) ? given.plus({ years: 1 }) : given;
  }

  /** Those who need not be asked any more, as far as this process knows. */
  const settled = new Set<string>();

  const shown = ({ actor, viewer, say }: Context): Reply => {
    const standing = kept.standing().filter((each) => isKnown(each, directory));
    return card(delegationsCard(concerning(standing, actor.id), actor.id, viewer, say));
  };

  return {
    handlers: {
      async delegate({ to: named, from, until, kind }, context) {
        const { actor, now, origin } = context;
        if (kind !== undefined && !kinds.includes(kind))
          throw new Refusal((say) => say.delegation.unknownKind(kind, kinds.join(', ')));
        const first = dayNamed(from, actor, now);
        const last = dayNamed(until, actor, now);
        const wish = {
          id: createHash('sha256').update(origin).digest('hex').slice(0, 12),
          to: who(findPerson(named, actor, directory)),
          from: first.toJSDate(),
          // `12-28..01-03` goes over the end of the year.
          until: (/^\d{4}-/.test(until) || last >= first ? last : last.plus({ years: 1 })).endOf('day').toJSDate(),
          ...(kind ? { kind } : {}),
        };
        await change(actor, context, (record) => give(record, wish, deps.of(wish.to.id), now));
        return shown(context);
      },
      async 'list-delegations'(_, context) {
        await kept.refresh(context.now);
        return shown(context);
      },
      async 'end-delegation'({ of, id }, context) {
        const person = directory.person(of);
        if (!person) throw new Refusal((say) => say.delegation.noSuch);
        await change(person, context, (record) => end(record, id, context.actor, context.now));
        return shown(context);
      },
      async 'postpone-delegate'(_, context) {
        await keep(context.actor, context, postpone);
        return done(context.say.delegation.postponed);
      },
    },
    forms: {
      async delegate(draft, { actor, now, viewer, say }) {
        const today = dayOf(now, actor.zone);
        const days = draft.from
          ? {}
          : { from: today, until: draft.until ?? dayOf(new Date(+now + WEEK_MS), actor.zone) };
        return delegateForm({ ...draft, ...days }, kinds, viewer, say);
      },
    },
    presenter: {
      ledger,
      // Nothing of a delegation stands in a chat: it is shown when it is asked for.
      standing: () => [],
      draw: (record, _, viewer, say) => ({
        for: viewer,
        title: say.delegation.title,
        parts: [{ kind: 'text', text: [record.person.name] }],
      }),
      notice: delegationNotice,
      isOver: (record, { what }) => what === 'delegate-offered' && isAnswered(record),
    },
    async offer(id, now) {
      const person = directory.person(id);
      if (!person || settled.has(id) || deps.of(id).length > 0) return;
      await keep(person, byDesk(now, `offer-delegate:${id}`), offer);
      settled.add(id);
    },
    isWanted: async (person, from, until) =>
      !deps.of(person.id).some((one) => one.from < until && from <= one.until) &&
      (await ledger.model.countDocuments({ origin: originOf(person), offered: { $ne: 'later' } }).exec()) > 0,
    leaving: {
      of: async ({ id }) =>
        concerning(kept.standing(), id).map(({ of, given }) => ({
          kind: 'delegation',
          id: `${of.id}:${given.id}`,
          title: `${of.name} → ${given.to.name}`,
        })),
      async handOn(person, by, now) {
        const records = await ledger.model
          .find({ ends: { $gte: now }, $or: [{ 'person.id': person.id }, { 'given.to.id': person.id }] }, { _id: 1 })
          .lean()
          .exec();
        for (const { _id } of records)
          await ledger.change(_id, byDesk(now, `left:${_id}:${person.id}`), (record) =>
            endedFor(record, person, by, now),
          );
        await kept.refresh(now);
      },
    },
    everywhere: [{ name: 'delegations', seconds: 10, run: (now) => kept.refresh(now).then(() => 0) }],
  };
}
