/** What a ticket is, who may do what with it, and what its events tell. Pure. */
import type { Budget } from '../budget.js';
import type { File, MessageRef } from '../chat.js';
import type { Audience, Changed, Event, Glance, NewEvent, Recorded } from '../history.js';
import { type Directory, type Group, type Person } from '../people.js';
import { who, type Who } from '../card.js';
import type { Rating } from './rating.js';
import { Refusal } from '../refusal.js';
import type { Level, Sla } from '../sla/policy.js';
import type { Staffing } from '../staffing/staffing.js';
import { dailyAt, nextDue, upcoming, type Clocks, type Priority, type TargetName, type WaitCause } from '../sla/sla.js';
import { termsOf } from './queue/terms.js';

export const DAY_MS = 86_400_000;
/** A chain of merged tickets is followed so far; each merge shortens the chains that lead to it. */
export const MOST_HOPS = 20;

export const openStates = ['new', 'assigned', 'in-progress', 'waiting'] as const;
export type State = (typeof openStates)[number] | 'resolved' | 'closed';
export type Type = 'incident' | 'request';
export type LinkKind = 'related' | 'caused-by' | 'duplicate' | 'follows';
/** A task as its parent knows it, by the version of the task that it was told of. */
export type Task = { id: string; title: string; done: boolean; version: number };

/**
 * What another record is about to bring to a ticket. `of`: the ticket that comes, or the delivery that opens the task;
 * `by`: the delivery that claimed the place.
 */
export type Pledge = { what: 'merge' | 'task'; of: string; by: string; at: Date };

/** An article that the desk offered before: only named, read, or followed without success. */
export type Attempt = { article: string; title: string; how: 'offered' | 'read' | 'failed' };

/** What came along from the message it grew out of: its files, and what else was said in its thread. */
export type Source = {
  files: readonly File[];
  thread: readonly { by: string; words: string; at: Date; files: readonly File[] }[];
};

export type Inquiry = { words: string; attempts: readonly Attempt[] };

/** What the work waits for, and until when at most. */
export type Waiting = { cause: WaitCause; reason: string; since: Date; until?: Date; clock?: WaitClock };
/** The clock of a wait of its own: how long it may last, and when it was told that it lasts longer. */
export type WaitClock = { seconds: number; calendar: string; due: Date; told?: Date };

/** Followers who joined by themselves, reporting the same, hear what the desk says and read nobody else's words. */
export type Follower = Who & { joined?: true };

export type Ticket = Recorded & {
  title: string;
  details?: string;
  requester: Who;
  group: string;
  impact: Level;
  urgency: Level;
  priority: Priority;
  type?: Type;
  category?: string;
  state: State;
  /** What an open ticket is ordered by in its group's queue: priority, then when it is due. */
  rank?: string;
  /** The words that it is found by. */
  terms?: readonly string[];
  opened: Date;
  /** The question it grew out of. */
  question?: string;
  /** What was asked, and what the desk offered before. */
  inquiry?: Inquiry;
  source?: Source;
  /** The agent who opened it for the requester. */
  openedBy?: Who;
  /** Its title is an agent's, no longer the requester's own words. */
  retitled?: true;
  assignee?: Who & { since: Date };
  /** Since when somebody asks for more attention than it gets. */
  escalated?: Date;
  waiting?: Waiting;
  /** They hear what the requester hears. */
  followers?: readonly Follower[];
  links?: readonly { to: string; kind: LinkKind }[];
  /** The ticket that it is a task of, and how that one was last told that it stands. */
  parent?: { id: string; told?: 'open' | 'done' };
  tasks?: readonly Task[];
  /** The groups that it was in before, the first one first. */
  moved?: readonly string[];
  /** The ticket in which it goes on, and whether that one has been told. */
  merged?: { into: string; at: Date; told: boolean };
  /** What is being brought to it just now, and how many merges ever claimed it as their target. */
  pledges?: readonly Pledge[];
  claims?: number;
  /** The number of people who report the same, as the agents were last told. */
  reports?: number;
  clocks: Clocks;
  /** Who was called for a P1 that nobody has acknowledged, and when the next person is. */
  page?: { next: Date; called: readonly string[] };
  /** A major incident: how it stands, and who besides its requester reads that. */
  major?: { since: Date; status: { words: string; at: Date; by: Who }; affected: readonly Who[] };
  /** When the next step of the ladder is to be taken: what the sweep asks for. */
  due?: { next: Date };
  /** When the reminders that it still owes are to be looked at: now, or when work begins for whom they are. */
  reminds?: Date;
  /** Since when the desk's reply is the last word and the requester's answer is awaited. */
  awaiting?: Date;
  /** The event in which the requester was asked, while no chat has reached them with it. */
  unheard?: string;
  /** The resolution that stands; `number` counts them, so that each is rated once. */
  resolution?: { number: number; at: Date; by: Who; summary: string; unasked?: boolean; rating?: Rating };
  resolutions: number;
  /** When the requester was last asked to rate it. */
  surveyed?: Date;
  /** When a resolved ticket is closed by itself. */
  closes?: Date;
  closed?: { at: Date; by?: Who };
};

/** A ticket as lists and sweeps read it: neither what was said in it nor what happened to it. */
export type Listed = Omit<Glance<Ticket>, 'details' | 'source' | 'inquiry' | 'terms'>;

/**
 * The actor of a transition; `heard` is the thread in which the words were typed, which need not hear them
 * again; those that were `filled` into a form stand nowhere yet.
 */
export type By = { actor: Person; now: Date; heard?: MessageRef; files?: readonly File[]; filled?: true };
export type House = { directory: Directory; sla: Sla; staffing: Staffing };

type Words = { who: Who; words: string; heard?: MessageRef; files?: readonly File[] };
/** What each event of a ticket carries. */
export type Said = {
  /** `unplaced`: the rule of the group should have given it to somebody, and nobody could take it. */
  opened: { who: Who; delivery: string; unplaced?: true };
  claimed: { who: Who };
  noted: Words;
  /** `note`: the event in which the words were kept as a note before. */
  replied: Words & { note?: string };
  /** `reopened`: the words came after the resolution, so the ticket is open again. */
  commented: Words & { reopened: boolean; resumed?: boolean };
  /** The words of that event were a question of their own. */
  withdrawn: { who: Who; event: string };
  /** What all who are affected by a major incident are told. */
  major: Words & { declared?: true };
  /** A P1 is theirs to claim now. */
  paged: { to: Who };
  working: { who: Who; until: Date };
  snoozed: Words & { until: Date };
  /** An agent asks for help; the ticket is being seen to, so reminders pause. */
  'help-wanted': Words;
  resolved: Words & { number: number };
  reopened: Words;
  escalated: Words;
  closed: { who?: Who };
  dismissed: Words;
  waited: Words & { cause: WaitCause; until?: Date };
  /** A new version of the policies was given to open tickets too. */
  recommitted: { version: string; due: { from: Date; to: Date } };
  /** The working hours were edited. */
  recounted: { due: { from: Date; to: Date } };
  /** Its SLA clock starts at another moment. */
  backdated: { who: Who; from: Date; to: Date };
  'wait-overdue': { cause: WaitCause; due: Date };
  /** Without `who` the wait came to its end by itself. */
  resumed: { who?: Who };
  /** No chat reaches the requester, for whose answer it waited: it waits no longer. */
  unreached: { who: Who };
  /** The requester has left: it is somebody else's concern now. */
  inherited: { from: Who; to: Who };
  /** A chat reaches the requester again: they are asked what they were asked before. */
  'asked-again': Words;
  edited: { who: Who; changes: { field: Editable; from: string; to: string }[] };
  assigned: { who: Who; to: Who };
  moved: Words & { from: Group['name']; to: Group['name'] };
  watched: { who: Who; follower: Who; stopped: boolean };
  /** It became confidential: these follow it no longer. */
  withheld: { who: Who; from: readonly Who[] };
  linked: { who: Who; to: string; kind: LinkKind };
  merged: { who: Who; into: string };
  /** Another ticket was merged into this one. */
  absorbed: { who: Who; from: string; title: string };
  /** The number of people who report the same, in these open tickets. */
  reported: { people: number; tickets: readonly string[] };
  /** A task of this ticket was added, done or reopened; `left` is the number of open tasks. */
  task: { task: string; title: string; state: 'added' | 'done' | 'reopened'; left: number };
  rated: { who: Who; score: number; comment?: string; number: number };
  /** Steps of the SLA ladder; `late` is how many working seconds after their time, when the desk missed it. */
  climbed: { steps: Rise[]; late?: number };
  /** A step of the ladder handed it to somebody else. */
  raised: { to: Who; from?: Who; tier?: string };
  /** The ladder has ended and the target is still breached: told again each working morning. */
  overdue: { target: TargetName; due: Date };
};
/** A step of the ladder as it was taken. */
export type Rise = { target: TargetName; at: number; due: Date };
/** How the ledger weighs what happens to a ticket: talk stops first, and its end is always possible. */
export const budget: Budget = {
  talk: new Set(['noted', 'replied', 'commented', 'reopened', 'escalated', 'help-wanted'] satisfies (keyof Said)[]),
  endings: new Set(['resolved', 'closed', 'dismissed', 'merged', 'rated'] satisfies (keyof Said)[]),
};

export type Editable = 'title' | 'type' | 'category' | 'impact' | 'urgency' | 'priority';
export type TicketEvent = { [W in keyof Said]: Omit<Event, 'what' | 'data'> & { what: W; data: Said[W] } }[keyof Said];

export const eventsOf = (ticket: Pick<Ticket, 'history'>): TicketEvent[] => ticket.history as unknown as TicketEvent[];

export const happened = <W extends keyof Said>(what: W, data: Said[W], ...tell: Audience[]): NewEvent => ({
  what,
  data,
  tell,
});

export const spoken = ({ actor, heard, files }: By, words: string): Words => ({
  who: who(actor),
  words,
  ...(heard ? { heard } : {}),
  ...(files?.length ? { files } : {}),
});

export const numberOf = (id: string): number => Number(id.replace(/\D+/g, ''));

export const isOpen = ({ state }: Pick<Ticket, 'state'>): boolean => state !== 'resolved' && state !== 'closed';

/** Whether the ticket that it is a task of is still to be told how it stands. */
export const owesParent = ({ parent, state }: Pick<Ticket, 'parent' | 'state'>): boolean =>
  parent !== undefined && parent.told !== (isOpen({ state }) ? 'open' : 'done');

export const isFollower = (actor: Pick<Person, 'id'>, { followers = [] }: Pick<Ticket, 'followers'>): boolean =>
  followers.some(({ id }) => id === actor.id);

export const hasJoined = (actor: Pick<Person, 'id'>, { followers = [] }: Pick<Ticket, 'followers'>): boolean =>
  followers.some(({ id, joined }) => id === actor.id && joined);

export const isRequester = (actor: Pick<Person, 'id'>, ticket: Pick<Ticket, 'requester'>): boolean =>
  actor.id === ticket.requester.id;

/** The members of the ticket's group and its lead work on it, and nobody else by any role. */
export const mayWork = (actor: Pick<Person, 'id'>, ticket: Pick<Ticket, 'group'>, directory: Directory): boolean =>
  directory.isAgentOf(actor.id, ticket.group);

/** Of whom and in which group a ticket is: what decides who sees it. */
export type Seen = Pick<Ticket, 'group' | 'requester' | 'followers'>;

/**
 * How much of a ticket a person reads: nothing; its title and what the desk says in it; what everybody says; or the
 * agents' notes too.
 */
export type Sight = 'nothing' | 'title' | 'words' | 'notes';

/**
 * The one rule of reading a ticket, asked by every way of reading it. Agents read all of it, and so do those whom the
 * ladder tells, unless the group is sensitive; the requester and followers read the words, and followers who
 * joined by themselves what the desk says.
 */
export function sightOf(actor: Person, ticket: Seen, { directory, sla }: House): Sight {
  if (mayWork(actor, ticket, directory)) return 'notes';
  if (isRequester(actor, ticket)) return 'words';
  const group = directory.group(ticket.group);
  if (!group?.sensitive && (group?.manager === actor.id || sla.serviceOwner === actor.id)) return 'notes';
  if (!isFollower(actor, ticket)) return 'nothing';
  return hasJoined(actor, ticket) ? 'title' : 'words';
}

export const maySee = (actor: Person, ticket: Seen, house: House): boolean =>
  sightOf(actor, ticket, house) !== 'nothing';

/** An outsider is told the same of a ticket that is not theirs as of one that does not exist. */
export const noSuchTicket = (id: string): Refusal => new Refusal((say) => say.tickets.noSuchTicket(id));

/** @throws Refusal unless the actor works on this ticket. */
export function needAgent({ actor }: By, ticket: Ticket, house: House): void {
  if (mayWork(actor, ticket, house.directory)) return;
  if (!maySee(actor, ticket, house)) throw noSuchTicket(ticket._id);
  const group = house.directory.group(ticket.group);
  throw new Refusal((say) => say.tickets.agentsOnly(ticket._id, group?.name));
}

/** @throws Refusal when the work on the ticket is over: it says by whom and when, or where it went. */
export function needOpen(ticket: Ticket): void {
  const { resolution, merged } = ticket;
  if (merged) throw new Refusal((say) => say.work.mergedInto(ticket._id, merged.into));
  if (ticket.state === 'closed') throw new Refusal((say) => say.work.isClosed(ticket._id));
  if (resolution) throw new Refusal((say) => say.tickets.alreadyResolved(ticket._id, resolution.by, resolution.at));
}

/** What people do with a ticket that shows that they have it: nobody else is called for it. */
const acknowledging: ReadonlySet<string> = new Set([
  'claimed',
  'assigned',
  'working',
  'snoozed',
  'help-wanted',
  'replied',
  'major',
  'waited',
  'resolved',
  'closed',
  'dismissed',
  'merged',
] satisfies (keyof Said)[]);

/** The changed ticket with the date of its next step brought up to date. */
export function changed(ticket: Ticket, ...events: NewEvent[]): NonNullable<Changed<Ticket>> {
  const { page, ...rest } = ticket;
  const isAcknowledged = events.some(({ what }) => acknowledging.has(what));
  return { next: dated(page && !isAcknowledged ? ticket : rest), events };
}

/** The next date at which something is to be done to it, and its place in the queue. */
export function dated<T extends Omit<Ticket, keyof Recorded>>(ticket: T): T {
  const { due: _, rank: __, ...rest } = ticket;
  const { clocks, waiting, closes, merged, opened, page } = ticket;
  const overdue = waiting?.clock && !waiting.clock.told ? waiting.clock.due : undefined;
  const untold = [merged && !merged.told ? merged.at : undefined, owesParent(ticket) ? opened : undefined];
  const [next] = [upcoming(clocks)[0]?.at, dailyAt(clocks), waiting?.until, overdue, closes, page?.next, ...untold]
    .filter((at) => at !== undefined)
    .toSorted((one, other) => one.getTime() - other.getTime());
  return {
    ...(rest as T),
    terms: termsOf(`${ticket.title} ${ticket.details ?? ''}`),
    ...(next ? { due: { next } } : {}),
    ...(isOpen(ticket) ? { rank: rankOf(ticket) } : {}),
  };
}

/** Its place in the queue: what is critical, then what is due next; what everybody waits with comes last. */
function rankOf({ priority, clocks }: Pick<Ticket, 'priority' | 'clocks'>): string {
  const next = nextDue(clocks);
  const lane = !next ? '3' : priority === 'P1' ? '1' : '2';
  return `${lane} ${(next?.due ?? clocks.resolution.due).toISOString()} ${priority}`;
}
