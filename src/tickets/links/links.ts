/** Who follows a ticket, and how tickets belong together. Pure. */
import type { Audience, Changed, NewEvent } from '../../history.js';
import { type Directory } from '../../people.js';
import { who, type Who } from '../../card.js';
import { Refusal } from '../../refusal.js';
import { discreet, isHidden, withheld } from '../discretion.js';
import { ended } from '../ending.js';
import { Claimed, claimsOf, needUnclaimed, without } from './pledges.js';
import {
  changed,
  happened,
  hasJoined,
  isFollower,
  maySee,
  mayWork,
  needAgent,
  needOpen,
  noSuchTicket,
  type By,
  type Follower,
  type House,
  type LinkKind,
  type Ticket,
} from '../ticket.js';

/** People who see a ticket may follow it; an agent may have others follow it too. */
export function watch(ticket: Ticket, by: By, house: House, follower: Who, stop = false): Changed<Ticket> {
  if (!maySee(by.actor, ticket, house)) throw noSuchTicket(ticket._id);
  if (follower.id !== by.actor.id) needAgent(by, ticket, house);
  if (isFollower(follower, ticket) !== stop) return undefined;
  const others = (ticket.followers ?? []).filter(({ id }) => id !== follower.id);
  return changed(
    { ...ticket, followers: stop ? others : [...others, who(follower)] },
    happened('watched', { who: who(by.actor), follower: who(follower), stopped: stop }),
  );
}

export function link(ticket: Ticket, by: By, house: House, to: string, kind: LinkKind): Changed<Ticket> {
  needAgent(by, ticket, house);
  if (to === ticket._id) throw new Refusal((say) => say.work.withItself(ticket._id));
  const others = (ticket.links ?? []).filter((each) => each.to !== to);
  return changed(
    { ...ticket, links: [...others, { to, kind }] },
    happened('linked', { who: who(by.actor), to, kind }, 'under:triage'),
  );
}

/** @throws Refusal unless an agent of both may end the one in the other. */
export function mayMerge(ticket: Ticket, into: Ticket, by: By, house: House): void {
  needAgent(by, ticket, house);
  needAgent(by, into, house);
  if (into._id === ticket._id) throw new Refusal((say) => say.work.withItself(ticket._id));
  needOpen(ticket);
  needOpen(into);
  const requester = house.directory.person(ticket.requester.id);
  if (isHidden(into, house) && !(requester && maySee(requester, { ...into, followers: [] }, house)))
    throw new Refusal((say) => say.work.intoConfidential(ticket._id, into._id));
  const { parent } = into;
  if (ticket.tasks?.length && parent) throw new Refusal((say) => say.work.intoTask(ticket._id, into._id, parent.id));
}

/**
 * Ends a ticket whose matter another one takes on; its words stay readable here.
 * @param claims of the ticket when it was read, before the other one was claimed.
 */
export function merge(ticket: Ticket, by: By, house: House, into: Ticket, claims = claimsOf(ticket)): Changed<Ticket> {
  needUnclaimed(ticket, by.now);
  if (claimsOf(ticket) !== claims) throw new Claimed((say) => say.work.justMerged(ticket._id));
  return changed(
    { ...ended(ticket, by, house), merged: { into: into._id, at: by.now, told: false } },
    happened('merged', { who: who(by.actor), into: into._id }, 'under:requester', 'under:triage'),
  );
}

/** The other half of a merge: requester and followers of the merged ticket follow this one. A confidential title stays behind. */
export function absorb(ticket: Ticket, merged: Ticket, house: House): Changed<Ticket> {
  if (ticket.merged) return undefined;
  const event = merged.history.find(({ what }) => what === 'merged');
  const actor = (event?.data['who'] as Who | undefined) ?? merged.requester;
  const known = new Set([ticket.requester.id, ...(ticket.followers ?? []).map(({ id }) => id)]);
  const own: Follower = { ...merged.requester, ...(event?.by === merged.requester.id ? { joined: true } : {}) };
  const joining = [own, ...(merged.followers ?? [])].filter(({ id }) => !known.has(id));
  const title = isHidden(merged, house) ? '' : merged.title;
  const { stay, leave } = isHidden(ticket, house) ? discreet(ticket, joining, house) : { stay: joining, leave: [] };
  const kept = without(ticket, ({ what, of }) => what === 'merge' && of === merged._id);
  return changed(
    { ...kept, followers: [...(ticket.followers ?? []), ...stay] },
    happened('absorbed', { who: actor, from: merged._id, title }, 'under:triage'),
    ...withheld(actor, leave),
  );
}

export const toldOfMerge = (ticket: Ticket, into: string): Changed<Ticket> =>
  ticket.merged && !ticket.merged.told
    ? changed({ ...ticket, merged: { ...ticket.merged, into, told: true } })
    : undefined;

/** The ticket that took this one in went into another itself. */
export const ledOn = (ticket: Ticket, into: string): Changed<Ticket> =>
  ticket.merged && ticket.merged.into !== into ? changed({ ...ticket, merged: { ...ticket.merged, into } }) : undefined;

/** The name of the triage card in this group: each group that had the ticket has its own. */
export const triageOf = ({ moved = [], group: own }: Pick<Ticket, 'moved' | 'group'>, group = own): string =>
  group === (moved[0] ?? own) ? 'triage' : `triage-${group}`;

/** Followers hear what the requester hears, and agents among them the notes too; the agents' thread is their group's. */
export function heardBy(ticket: Ticket, actor: string, event: NewEvent, directory: Directory): NewEvent {
  const tell = event.tell ?? [];
  // Of a major incident they have a message that is kept current.
  const current = event.what === 'major';
  const open = !ticket.parent && !current && (tell.includes('under:requester') || event.what === 'commented');
  const among = tell.includes('under:triage');
  const hears = (id: string): boolean => {
    const found = directory.person(id);
    const theirs = event.what === 'commented' && hasJoined({ id }, ticket);
    return id !== actor && found !== undefined && ((open && !theirs) || (among && mayWork(found, ticket, directory)));
  };
  const followers = (ticket.followers ?? []).filter(({ id }) => hears(id)).map(({ id }): Audience => `person:${id}`);
  const placed = tell.flatMap((to): Audience[] => {
    if (to === 'under:triage') return [`under:${triageOf(ticket)}`];
    if (to !== 'under:requester' || !ticket.parent) return [to];
    // A task has no card for who gave it: what is said to them, or asked of them, reaches their own chat, the rest their ticket.
    const theirs = event.what === 'replied' || event.what === 'asked-again' || event.data?.['cause'] === 'user';
    return theirs && ticket.requester.id !== actor ? [`person:${ticket.requester.id}`] : [];
  });
  return { ...event, tell: [...new Set([...placed, ...followers])] };
}
