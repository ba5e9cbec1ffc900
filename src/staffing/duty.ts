/**
 * The agreed changes of a group's weekly rota: offered, taken and ordered shifts. One record for each group, so that of
 * all who answer an offer one has it. Pure.
 */
import type { Audience, Changed, Recorded } from '../history.js';
import { type Directory, type Group, type Person } from '../people.js';
import { who, type Who } from '../card.js';
import { Refusal } from '../refusal.js';
import { overlap, overridden, shiftAt, shiftsFrom, type Override, type Shift, type Stretch } from './rota.js';

/** A shift that somebody would like to hand on, and what became of it. */
export type Offer = Stretch & {
  id: string;
  by: Who;
  to: readonly Who[];
  declined: readonly string[];
  state: 'open' | 'taken' | 'declined' | 'withdrawn';
  /** Who ended it, and when. */
  ended?: { by: Who; at: Date };
};

export type Duty = Recorded & { group: string; overrides: readonly Override[]; offers: readonly Offer[] };

export type DutySaid = {
  offered: { offer: string };
  taken: { offer: string };
  declined: { offer: string; who: Who };
  withdrawn: { offer: string };
  /** `insteadOf` had some of this time before. */
  ordered: Stretch & { who: Who; person: Who; insteadOf: readonly Who[] };
};

type By = { actor: Person; now: Date };
type House = { directory: Directory };

/** How long a shift that is over is kept: its cards are still being read. */
const KEPT_MS = 14 * 86_400_000;
/** Nobody plans on-call beyond a year, and an order of many years is a slip. */
const FARTHEST_MS = 366 * 86_400_000;
/** The number of shifts ahead that can be offered. */
export const AHEAD = 12;

const groupOf = ({ group }: Duty, { directory }: House): Group => directory.group(group)!;

const person = (id: string): Audience => `person:${id}`;

function changed(duty: Duty, now: Date, next: Partial<Duty>, ...events: NonNullable<Changed<Duty>>['events']) {
  const since = now.getTime() - KEPT_MS;
  const { overrides, offers } = { ...duty, ...next };
  const recent = ({ until }: Stretch) => until.getTime() > since;
  return { next: { ...duty, overrides: overrides.filter(recent), offers: offers.filter(recent) }, events };
}

/** The shifts of a person that can be offered now; one that has begun, its rest. */
export const shiftsOf = (actor: Who, group: Group, overrides: readonly Override[], now: Date): Shift[] =>
  shiftsFrom(group, overrides, now, AHEAD)
    .filter((shift) => shift.person === actor.id)
    .map((shift) => ({ ...shift, from: new Date(Math.max(shift.from.getTime(), now.getTime())) }));

/**
 * Offers the actor's shift that runs at that moment.
 * @throws Refusal unless it is theirs, the others work in the group, and it is not on offer already.
 */
export function offer(
  duty: Duty,
  { actor, now }: By,
  house: House,
  asked: { id: string; at: Date; to: readonly Person[] },
): Changed<Duty> {
  const { id, name } = groupOf(duty, house);
  const { directory } = house;
  const begins = asked.at < now ? now : asked.at;
  const shift = shiftAt(groupOf(duty, house), duty.overrides, begins);
  if (shift?.person !== actor.id) throw new Refusal((say) => say.staffing.notYourShift(name));
  const stretch = { from: shift.from < now ? now : shift.from, until: shift.until };
  const to = asked.to.filter((each) => each.id !== actor.id);
  const stranger = to.find((each) => !directory.isAgentOf(each.id, id));
  if (stranger) throw new Refusal((say) => say.staffing.notInGroup(who(stranger), name));
  if (to.length === 0) throw new Refusal((say) => say.staffing.nobodyToOffer);
  if (duty.offers.some((each) => each.state === 'open' && each.by.id === actor.id && overlap(each, stretch)))
    throw new Refusal((say) => say.staffing.alreadyOffered(stretch));
  const made: Offer = { ...stretch, id: asked.id, by: who(actor), to: to.map(who), declined: [], state: 'open' };
  return changed(duty, now, { offers: [...duty.offers, made] }, { what: 'offered', data: { offer: made.id } });
}

function found(duty: Duty, id: string, by: By): Offer {
  const one = duty.offers.find((each) => each.id === id);
  const isParty = one && (one.by.id === by.actor.id || one.to.some((each) => each.id === by.actor.id));
  if (!one || !isParty) throw new Refusal((say) => say.staffing.noSuchOffer);
  if (one.ended) {
    const { by: ender, at } = one.ended;
    const { state } = one;
    throw new Refusal((say) => say.staffing.offerEnded[state === 'open' ? 'withdrawn' : state](ender, at));
  }
  if (one.until <= by.now) throw new Refusal((say) => say.staffing.shiftIsOver(one));
  return one;
}

const put = (duty: Duty, ...fresh: Offer[]): Offer[] =>
  duty.offers.map((each) => fresh.find(({ id }) => id === each.id) ?? each);

/** Of all who were asked, one has the shift; the others read who. */
export function take(duty: Duty, by: By, house: House, id: string): Changed<Duty> {
  const one = found(duty, id, by);
  const { actor, now } = by;
  if (one.by.id === actor.id) throw new Refusal((say) => say.staffing.ownOffer);
  if (!house.directory.isAgentOf(actor.id, duty.group))
    throw new Refusal((say) => say.staffing.notInGroup(who(actor), groupOf(duty, house).name));
  const override = { from: one.from < now ? now : one.from, until: one.until, person: who(actor) };
  const { lead } = groupOf(duty, house);
  return changed(
    duty,
    now,
    {
      overrides: overridden(duty.overrides, override),
      offers: put(duty, { ...one, state: 'taken', ended: { by: who(actor), at: now } }),
    },
    {
      what: 'taken',
      data: { offer: id },
      tell: [one.by.id, lead].filter((each) => each !== actor.id).map(person),
    },
  );
}

/** When everybody who was asked has declined, the shift stays where it is. */
export function decline(duty: Duty, by: By, id: string): Changed<Duty> {
  const one = found(duty, id, by);
  const { actor, now } = by;
  if (one.by.id === actor.id) throw new Refusal((say) => say.staffing.ownOffer);
  if (one.declined.includes(actor.id)) return undefined;
  const declined = [...one.declined, actor.id];
  const all = one.to.every((each) => declined.includes(each.id));
  const next: Offer = {
    ...one,
    declined,
    ...(all ? { state: 'declined', ended: { by: who(actor), at: now } } : {}),
  };
  return changed(
    duty,
    now,
    { offers: put(duty, next) },
    { what: 'declined', data: { offer: id, who: who(actor) }, tell: all ? [person(one.by.id)] : [] },
  );
}

export function withdraw(duty: Duty, by: By, id: string): Changed<Duty> {
  const one = found(duty, id, by);
  if (one.by.id !== by.actor.id) throw new Refusal((say) => say.staffing.noSuchOffer);
  const next: Offer = { ...one, state: 'withdrawn', ended: { by: who(by.actor), at: by.now } };
  return changed(duty, by.now, { offers: put(duty, next) }, { what: 'withdrawn', data: { offer: id } });
}

/** Agents of the group put themselves on call; only its lead puts somebody else on call. */
export function mayOrder(actor: Person, person: Who, group: Group, directory: Directory): boolean {
  if (group.lead === actor.id) return true;
  return actor.id === person.id && directory.isAgentOf(actor.id, group.id);
}

/** Puts a person on call for a time, at once; open offers of that time are off. */
export function order(duty: Duty, by: By, house: House, to: Person, stretch: Stretch): Changed<Duty> {
  const group = groupOf(duty, house);
  const { actor, now } = by;
  if (!mayOrder(actor, to, group, house.directory)) throw new Refusal((say) => say.staffing.leadsOnly(group.name));
  if (!house.directory.isAgentOf(to.id, group.id))
    throw new Refusal((say) => say.staffing.notInGroup(who(to), group.name));
  if (stretch.until <= now) throw new Refusal((say) => say.staffing.shiftIsOver(stretch));
  if (stretch.until.getTime() - now.getTime() > FARTHEST_MS) throw new Refusal((say) => say.staffing.tooFarAhead);
  const from = stretch.from < now ? now : stretch.from;
  const override: Override = { from, until: stretch.until, person: who(to) };
  const had = heldWithin(group, duty.overrides, override).filter((id) => id !== to.id);
  if (had.length === 0 && shiftAt(group, duty.overrides, from))
    throw new Refusal((say) => say.staffing.hasItAlready(who(to)));
  const ended = { by: who(actor), at: now };
  return changed(
    duty,
    now,
    {
      overrides: overridden(duty.overrides, override),
      offers: duty.offers.map((each) =>
        each.state === 'open' && overlap(each, override) ? { ...each, state: 'withdrawn', ended } : each,
      ),
    },
    {
      what: 'ordered',
      data: {
        from,
        until: stretch.until,
        who: who(actor),
        person: who(to),
        insteadOf: had.flatMap((id) => house.directory.person(id) ?? []).map(who),
      },
      tell: [...new Set([to.id, ...had, group.lead])].filter((id) => id !== actor.id).map(person),
    },
  );
}

/** Everybody who is scheduled within a time. */
function heldWithin(group: Group, overrides: readonly Override[], { from, until }: Stretch): string[] {
  const people = new Set<string>();
  for (let at = from; at < until;) {
    const shift = shiftAt(group, overrides, at);
    if (shift) people.add(shift.person);
    const next = overrides.map((each) => each.from).filter((begin) => begin > at);
    at = shift ? shift.until : (next.toSorted((one, other) => one.getTime() - other.getTime())[0] ?? until);
  }
  return [...people];
}
