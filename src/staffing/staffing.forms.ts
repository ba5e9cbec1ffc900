/** The forms of on-call and leave. Pure. */
import { timeInWords, type Field, type Form, type Viewer } from '../card.js';
import type { PartialCommand } from '../language/command.js';
import type { Group, Person } from '../people.js';
import { Refusal } from '../refusal.js';
import { choice, form, line } from '../fields.js';
import type { Wording } from '../language/wording.js';
import { dayOf } from '../zones.js';
import type { Shift } from './rota.js';

type DraftOf<D extends PartialCommand['do']> = Extract<PartialCommand, { do: D }>;

/** The first agent of the group that answers. */
export const ANYONE = 'anyone';

const days = (draft: { from?: string; to?: string }, today: string, say: Wording): Field[] => {
  const words = say.staffing.form;
  const dayField = (name: 'from' | 'to', label: string, value: string | undefined): Field =>
    line(name, label, value, { maxLength: 10, placeholder: today, hint: words.dayHint });
  return [dayField('from', words.from, draft.from ?? today), dayField('to', words.until, draft.to)];
};

/** @throws Refusal when the person has no shift to offer. */
export function offerForm(
  draft: DraftOf<'offer-shift'>,
  shifts: readonly { group: Group; shift: Shift }[],
  colleagues: readonly Person[],
  viewer: Viewer,
  say: Wording,
): Form {
  const words = say.staffing.form;
  if (shifts.length === 0) throw new Refusal((each) => each.staffing.form.noShift);
  const moment = (at: Date) => timeInWords({ kind: 'time', at, as: 'moment' }, viewer);
  const choices = Object.fromEntries(
    shifts.map(({ group, shift: { from, until } }) => [
      `${group.id}@${from.toISOString()}`,
      words.shiftLabel(group.name[viewer.lang], moment(from), moment(until)),
    ]),
  );
  const people = Object.fromEntries([[ANYONE, words.anyone], ...colleagues.map(({ id, name }) => [id, name])]);
  return form(viewer, say, {
    title: words.swapTitle,
    intro: words.swapIntro,
    submit: words.ok,
    fields: [
      choice(
        'shift',
        words.shift,
        choices,
        draft.shift && draft.shift in choices ? draft.shift : Object.keys(choices)[0],
      ),
      choice('to', words.to, people, draft.to && draft.to in people ? draft.to : ANYONE),
    ],
    draft,
  });
}

export function orderForm(
  draft: DraftOf<'order-duty'>,
  group: Group,
  agents: readonly Person[],
  now: Date,
  viewer: Viewer,
  say: Wording,
): Form {
  const words = say.staffing.form;
  const people = Object.fromEntries(agents.map(({ id, name }) => [id, name]));
  return form(viewer, say, {
    title: words.orderTitle,
    submit: words.ok,
    fields: [
      ...(draft.person ? [] : [choice('person', words.person, people)]),
      ...days(draft, dayOf(now, group.zone), say),
    ],
    draft,
  });
}

export function leaveForm(draft: DraftOf<'leave'>, actor: Person, now: Date, viewer: Viewer, say: Wording): Form {
  const words = say.staffing.form;
  return form(viewer, say, {
    title: words.leaveTitle,
    submit: words.ok,
    fields: [
      ...days(draft, dayOf(now, actor.zone), say),
      ...(draft.person || actor.roles.length === 0
        ? []
        : [line('person', words.leavePerson, undefined, { maxLength: 80, optional: true })]),
    ],
    draft,
  });
}
