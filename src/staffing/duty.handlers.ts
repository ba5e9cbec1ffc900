/** On-call in chat: the on-call agents, offering a shift, answering an offer, putting somebody on call. */
import { createHash } from 'node:crypto';
import { byDesk, type Context, type Presenter, type Forms, type Handlers } from '../context.js';
import type { Changed, Ledger } from '../history.js';
import type { Holding, Holds } from '../holdings.js';
import type { Directory, Group, Person } from '../people.js';
import { Refusal } from '../refusal.js';
import { who } from '../card.js';
import { card, done } from '../reply.js';
import { findPerson } from '../names.js';
import { stretchOf } from './days.js';
import { draw, dutyCard, notice, standing } from './duty.cards.js';
import * as duties from './duty.js';
import type { Duty } from './duty.js';
import { ANYONE, offerForm, orderForm } from './staffing.forms.js';
import type { Staffing } from './staffing.js';

type Commands = 'oncall' | 'offer-shift' | 'answer-shift' | 'order-duty';

export function createDuty(deps: {
  ledger: Ledger<Duty>;
  directory: Directory;
  staffing: Staffing;
  /** Takes up what was just saved. */
  refresh(now: Date): Promise<void>;
}): {
  handlers: Handlers<Commands>;
  forms: Forms<'offer-shift' | 'order-duty'>;
  presenter: Presenter<Duty>;
  leaving: Holds;
} {
  const { ledger, directory, staffing, refresh } = deps;
  const withDuty = ({ now }: Context) => directory.groups.filter(({ id }) => staffing.shifts(id, now, 1).length > 0);

  function groupNamed(words: string, groups: readonly Group[]): Group {
    const lower = words.toLowerCase();
    const found = groups.find(({ id, name }) => id === lower || name.en.toLowerCase() === lower || name.zh === words);
    if (!found) throw new Refusal((say) => say.staffing.noSuchGroup(words, groups.map(({ id }) => id).join(', ')));
    return found;
  }

  /** The agents of a group, its lead last. */
  const agentsOf = ({ members, lead }: Group): Person[] =>
    [...new Set([...members, lead])].flatMap((id) => directory.person(id) ?? []);

  /** Changes what a group has agreed; its record is made when it first agrees on something. */
  async function change(group: Group, context: Context, apply: (duty: Duty) => Changed<Duty>): Promise<Duty> {
    const cause = { ...byDesk(context.now, `duty:${group.id}`), origin: `duty:${group.id}` };
    const { _id } = await ledger.open({ group: group.id, overrides: [], offers: [] }, [], cause);
    const saved = (await ledger.change(_id, context, apply))!;
    await refresh(context.now);
    return saved;
  }

  return {
    handlers: {
      async oncall({ group }, context) {
        await refresh(context.now);
        const groups = withDuty(context);
        const shown = group === undefined ? groups : [groupNamed(group, groups)];
        return card(dutyCard(shown, context.actor, context.now, context.viewer, context.say, { directory, staffing }));
      },
      async 'offer-shift'({ shift, to }, context) {
        const at = shift.indexOf('@');
        const group = groupNamed(shift.slice(0, at), directory.groups);
        const people = to === ANYONE ? agentsOf(group) : [findPerson(to, context.actor, directory)];
        const id = createHash('sha256').update(context.origin).digest('hex').slice(0, 12);
        const asked = { id, at: new Date(shift.slice(at + 1)), to: people };
        const saved = await change(group, context, (duty) => duties.offer(duty, context, { directory }, asked));
        const made = saved.offers.find((each) => each.id === id);
        if (!made) throw new Refusal((say) => say.staffing.noSuchOffer);
        return done(context.say.staffing.youOffer(made, made.to));
      },
      async 'answer-shift'({ group: named, offer, answer }, context) {
        const group = groupNamed(named, directory.groups);
        const { say } = context;
        const saved = await change(group, context, (duty) => {
          if (answer === 'take') return duties.take(duty, context, { directory }, offer);
          return answer === 'decline' ? duties.decline(duty, context, offer) : duties.withdraw(duty, context, offer);
        });
        if (answer === 'decline') return done(say.staffing.youDeclined);
        if (answer === 'withdraw') return done(say.staffing.youWithdrew);
        const taken = saved.offers.find(({ id }) => id === offer);
        return done(taken && say.staffing.youTook(taken));
      },
      async 'order-duty'({ group: named, person, from, to }, context) {
        if (to < from) throw new Refusal((say) => say.staffing.endsBeforeStart({ from, to }));
        const group = groupNamed(named, directory.groups);
        const whom = findPerson(person, context.actor, directory);
        const stretch = stretchOf({ from, to }, group.zone);
        await change(group, context, (duty) => duties.order(duty, context, { directory }, whom, stretch));
        return done(context.say.staffing.ordered(whom, stretch));
      },
    },
    forms: {
      async 'offer-shift'(draft, { actor, now, viewer, say }) {
        await refresh(now);
        const own = directory.groups.filter(({ id }) => directory.isAgentOf(actor.id, id));
        const shifts = own.flatMap((group) =>
          staffing
            .shifts(group.id, now, duties.AHEAD)
            .filter(({ person }) => person === actor.id)
            .map((shift) => ({ group, shift: { ...shift, from: shift.from < now ? now : shift.from } })),
        );
        const colleagues = [...new Set(own.flatMap(agentsOf))].filter(({ id }) => id !== actor.id);
        return offerForm(draft, shifts, colleagues, viewer, say);
      },
      async 'order-duty'(draft, { now, viewer, say }) {
        const group = groupNamed(draft.group ?? '', directory.groups);
        return orderForm(draft, group, agentsOf(group), now, viewer, say);
      },
    },
    leaving: {
      async of({ id }, now) {
        const isHere = directory.person(id) !== undefined;
        return directory.groups.flatMap(({ id: group, name, lead, backup }): Holding[] => {
          const shift = staffing.shifts(group, now, duties.AHEAD).find(({ person }) => person === id);
          const next = shift && staffing.onDuty(group, shift.from);
          const to = isHere ? staffing.standIn(id, group, now) : next;
          return [
            // Nobody who has left is on call: the next of the rota is.
            ...(shift && (isHere || !next)
              ? [{ kind: 'duty' as const, id: group, title: name, to: to && who(to) }]
              : []),
            ...(lead === id || backup === id ? [{ kind: 'post' as const, id: group, title: name }] : []),
          ];
        });
      },
    },
    presenter: {
      ledger,
      standing,
      draw: (duty, name, viewer, say) => draw(duty, name, viewer, say, directory),
      notice: (duty, event, _, viewer, say) => notice(duty, event, viewer, say, directory),
    },
  };
}
