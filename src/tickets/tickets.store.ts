/** Where tickets are kept, and the questions that are asked of them: each is answered by an index. */
import type { Connection, Model } from 'mongoose';
import type { Filed } from '../classification/triage.js';
import type { Directory } from '../people.js';
import { anything, named, openRecords, part } from '../store/records.js';
import {
  compared,
  gist,
  judged,
  listed,
  queued,
  reminded,
  solved,
  type DueTicket,
  type Gist,
  type Queued,
} from './queue/glances.js';
import type { Known } from './recent.js';
import type { Counted } from './queue/tally.js';
import { openStates, type Listed, type Ticket } from './ticket.js';

export const openTickets = (connection: Connection): Model<Ticket> =>
  openRecords<Ticket>(
    connection,
    'tickets',
    {
      title: String,
      details: String,
      requester: part(named),
      group: String,
      impact: String,
      urgency: String,
      priority: String,
      type: String,
      category: String,
      state: String,
      rank: String,
      terms: [String],
      opened: Date,
      question: String,
      inquiry: anything,
      source: anything,
      openedBy: part(named),
      retitled: Boolean,
      assignee: part({ ...named, since: Date }),
      escalated: Date,
      waiting: part({ cause: String, reason: String, since: Date, until: Date, clock: anything }),
      followers: [part({ ...named, joined: Boolean })],
      links: [part({ to: String, kind: String })],
      parent: part({ id: String, told: String }),
      tasks: [part({ id: String, title: String, done: Boolean, version: Number })],
      moved: [String],
      merged: part({ into: String, at: Date, told: Boolean }),
      pledges: [part({ what: String, of: String, by: String, at: Date })],
      claims: Number,
      reports: Number,
      clocks: anything,
      page: anything,
      major: anything,
      due: part({ next: Date }),
      reminds: Date,
      awaiting: Date,
      unheard: String,
      resolution: anything,
      resolutions: Number,
      surveyed: Date,
      closes: Date,
      closed: anything,
    },
    [
      { 'requester.id': 1, state: 1, opened: -1 },
      { 'assignee.id': 1, state: 1, opened: -1 },
      { 'assignee.id': 1, opened: -1 },
      { 'requester.id': 1, awaiting: -1 },
      { 'requester.id': 1, opened: -1 },
      { 'requester.id': 1, surveyed: -1 },
      { 'followers.id': 1, opened: -1 },
      { 'links.to': 1 },
      { 'parent.id': 1 },
      { group: 1, state: 1, opened: -1 },
      { group: 1, opened: -1 },
      { group: 1, rank: 1 },
      { group: 1, terms: 1, opened: -1 },
    ],
    [{ reminds: 1 }, { reports: 1 }, { 'merged.into': 1 }, { 'major.since': 1 }],
  );

/** What all may read of a major incident. */
const major = { title: 1, retitled: 1, category: 1, group: 1, 'major.status': 1 } as const;
type Major = Pick<Ticket, '_id' | 'title' | 'retitled' | 'category' | 'group' | 'major'>;

/** As many as a list card shows at once. */
const LISTED = 20;
/** The most ended tickets that the list of one's own shows. */
const ENDED = 5;

/** As many as a page of a queue shows. */
export const PAGE = 10;

const HANDED = 100;

/** A sweep takes at most this many at once; the next one goes on. */
const SWEPT = 1000;

/** The number taken in at a time, so that others are answered meanwhile. */
const AT_A_TIME = 500;

/** The number of newest tickets of each group that a new one is compared with. */
const COMPARED = 100;
/** Each once, the newest first. */
export const newestOf = (tickets: readonly Listed[], most: number): Listed[] =>
  [...new Map(tickets.map((ticket) => [ticket._id, ticket])).values()]
    .toSorted((one, other) => other.opened.getTime() - one.opened.getTime())
    .slice(0, most);

export const createTicketQueries = (model: Model<Ticket>) => {
  const held = (filter: Record<string, unknown>, most: number): Promise<Listed[]> =>
    model
      .find({ ...filter, state: { $in: openStates } } as never, listed)
      .sort({ opened: -1 })
      .limit(most)
      .lean<Listed[]>()
      .exec();
  const openBut = async (filter: Record<string, unknown>, most: number): Promise<string[]> => {
    const query = model.find({ ...filter, rank: { $gt: '' } } as never, { _id: 1 }).limit(most);
    return (await query.lean().exec()).map(({ _id }) => _id);
  };
  return {
    openOf: (person: string) => held({ 'requester.id': person }, LISTED),
    resolvedLast: (person: string): Promise<Listed[]> =>
      model
        .find({ 'requester.id': person, state: 'resolved' } as never, listed)
        .sort({ opened: -1 })
        .limit(1)
        .lean<Listed[]>()
        .exec(),
    /** What a person had opened and has ended since, the latest first. */
    endedLately: (person: string, since: Date): Promise<Listed[]> =>
      model
        .find(
          {
            'requester.id': person,
            state: { $in: ['resolved', 'closed'] },
            opened: { $gt: since },
            merged: null,
          } as never,
          listed,
        )
        .sort({ opened: -1 })
        .limit(ENDED)
        .lean<Listed[]>()
        .exec(),
    /** The open major incidents. */
    majors: (): Promise<Major[]> =>
      model
        .find({ 'major.since': { $gt: new Date(0) }, state: { $in: openStates } } as never, major)
        .lean<Major[]>()
        .exec(),
    assignedTo: (person: string) => held({ 'assignee.id': person }, LISTED),
    /** The open tickets that a person holds, as many as can be handed over at once. */
    heldBy: (person: string) => held({ 'assignee.id': person }, HANDED),
    listed: (ids: readonly string[]): Promise<Listed[]> =>
      model
        .find({ _id: { $in: ids } } as never, listed)
        .lean<Listed[]>()
        .exec(),
    /** The tickets, at most two, that wait for this person, or in which the desk has had the last word since then. */
    async awaitingAnswer(person: string, since: Date): Promise<string[]> {
      // Asked for every word in a person's own chat, so without mongoose's ceremony.
      const waits = [{ awaiting: { $gte: since } }, { 'waiting.cause': 'user' }];
      const found = model.collection.find({ 'requester.id': person, $or: waits }, { projection: { _id: 1 }, limit: 2 });
      return (await found.toArray()).map(({ _id }) => String(_id));
    },
    /** Open tickets of a group that meet all conditions, the next to be done first, and whether more follow this page. */
    async queue(
      group: string,
      page: number,
      conditions: readonly Record<string, unknown>[],
    ): Promise<{ tickets: Listed[]; more: boolean }> {
      const narrowed = conditions.length > 0 ? { $and: conditions } : {};
      const query = model.find({ group, rank: { $gt: '' }, ...narrowed } as never, listed).sort({ rank: 1 });
      const tickets = await query
        .skip((page - 1) * PAGE)
        .limit(PAGE + 1)
        .lean<Listed[]>()
        .exec();
      return { tickets: tickets.slice(0, PAGE), more: tickets.length > PAGE };
    },
    /** The newest tickets that meet any of the conditions. */
    async newest(conditions: readonly Record<string, unknown>[], most: number): Promise<Listed[]> {
      const found = await Promise.all(
        conditions.map((each) =>
          model
            .find(each as never, listed)
            .sort({ opened: -1 })
            .limit(most)
            .lean<Listed[]>()
            .exec(),
        ),
      );
      return newestOf(found.flat(), most);
    },
    /** For comparison: the newest tickets of each of these groups since then, and all, of any, that agents were told of. */
    async reportedSince(since: Date, groups: readonly string[]): Promise<Known[]> {
      const newest = groups.map((group) =>
        model
          .find({ group, opened: { $gte: since } } as never, compared)
          .sort({ opened: -1 })
          .limit(COMPARED)
          .lean<Known[]>()
          .exec(),
      );
      const known = model.find({ reports: { $gt: 0 }, opened: { $gte: since } } as never, compared).lean<Known[]>();
      return (await Promise.all([known.exec(), ...newest])).flat();
    },
    /** What is counted of a group's open tickets. */
    openIn: (group: string): Promise<Counted[]> =>
      model
        .find({ group, rank: { $gt: '' } } as never, {
          title: 1,
          priority: 1,
          opened: 1,
          assignee: 1,
          waiting: 1,
          'clocks.pauses': 1,
          'clocks.firstResponse.due': 1,
          'clocks.firstResponse.met': 1,
          'clocks.nextUpdate.due': 1,
          'clocks.nextUpdate.met': 1,
          'clocks.resolution.due': 1,
          'clocks.resolution.met': 1,
        })
        .lean<Counted[]>()
        .exec(),
    /** The open tickets of a group, without their histories. */
    everyOpen: (group: string): AsyncIterable<Ticket> =>
      model
        .find({ group, rank: { $gt: '' } } as never, { history: 0, source: 0, terms: 0 })
        .lean<Ticket>()
        .cursor(),
    /** The open tickets of a group, no more of each than a forecast needs. */
    queued: (group: string): AsyncIterable<Queued> =>
      model.collection.find(
        { group, rank: { $gt: '' } },
        { projection: queued, batchSize: AT_A_TIME },
      ) as unknown as AsyncIterable<Queued>,
    /** The latest tickets of a group that were solved, and how long that took. */
    async solved(group: string, most: number): Promise<Pick<Queued, '_id' | 'priority' | 'opened' | 'clocks'>[]> {
      const found = model.collection.find(
        { group, state: { $in: ['resolved', 'closed'] } },
        { projection: solved, sort: { opened: -1 }, limit: most },
      );
      return (await found.toArray()) as never;
    },
    /** How many open tickets of its group are as urgent at least, and were opened earlier. */
    aheadOf: ({ group, priority, opened }: Pick<Ticket, 'group' | 'priority' | 'opened'>): Promise<number> =>
      model
        .countDocuments({ group, rank: { $gt: '' }, priority: { $lte: priority }, opened: { $lt: opened } } as never)
        .exec(),
    clocksOf: (ids: readonly string[]): Promise<Ticket[]> =>
      model
        .find({ _id: { $in: ids } } as never, { state: 1, clocks: 1 })
        .lean<Ticket[]>()
        .exec(),
    /** Open tickets of these groups under another version of the SLA policies. */
    underOther: (version: string, groups: readonly string[], most: number) =>
      openBut({ group: { $in: groups }, 'clocks.version': { $ne: version } }, most),
    /** Open tickets of these groups whose dates were counted by other working hours. */
    underOtherHours: (hours: string, groups: readonly string[], most: number) =>
      openBut({ group: { $in: groups }, 'clocks.hours': { $ne: hours } }, most),
    openCount: (person: string): Promise<number> =>
      model.countDocuments({ 'assignee.id': person, state: { $in: openStates } } as never).exec(),
    /** Whether this person was asked to rate a ticket since then. */
    async surveyedSince(person: string, since: Date): Promise<boolean> {
      const query = model.find({ 'requester.id': person, surveyed: { $gt: since } } as never, { _id: 1 });
      return (await query.limit(1).lean().exec()).length > 0;
    },
    /** The tickets that name this one in a link. */
    linkedTo: (id: string): Promise<Pick<Ticket, '_id' | 'links'>[]> =>
      model
        .find({ 'links.to': id } as never, { _id: 1, links: 1 })
        .limit(LISTED)
        .lean()
        .exec(),
    /** The tasks of a ticket, as they say themselves. */
    async tasksOf(id: string): Promise<string[]> {
      const found = await model
        .find({ 'parent.id': id } as never, { _id: 1 })
        .lean()
        .exec();
      return found.map(({ _id }) => _id);
    },
    /** How a ticket stands, without what was said. */
    async gist(id: string): Promise<Gist | undefined> {
      const found = await model.collection.findOne({ _id: id as never }, { projection: gist });
      return (found ?? undefined) as Gist | undefined;
    },
    /** The task that this delivery has opened. */
    async openedBy(origin: string): Promise<Pick<Ticket, '_id' | 'group'> | undefined> {
      const found = await model.collection.findOne({ origin }, { projection: { group: 1 } });
      return (found ?? undefined) as Pick<Ticket, '_id' | 'group'> | undefined;
    },
    /** The tickets that go on in this one. */
    async mergedInto(id: string): Promise<string[]> {
      const found = model.collection.find({ 'merged.into': id }, { projection: { _id: 1 } });
      return (await found.toArray()).map(({ _id }) => String(_id));
    },
    /** The tickets that grew out of these questions. */
    grownFrom: (questions: readonly string[]): Promise<Pick<Ticket, '_id' | 'group' | 'question'>[]> =>
      model
        .find({ origin: { $in: questions.map((id) => `question:${id}`) } } as never, { group: 1, question: 1 })
        .lean<Ticket[]>()
        .exec(),
    /** What these people have in these groups, of tickets that were opened then. */
    openedBetween: (
      from: Date,
      until: Date,
      groups: readonly string[],
      people: readonly string[],
    ): Promise<Pick<Ticket, 'requester' | 'opened' | 'title'>[]> =>
      model
        .find(
          { 'requester.id': { $in: people }, opened: { $gte: from, $lte: until }, group: { $in: groups } } as never,
          { requester: 1, opened: 1, title: 1 },
        )
        .lean<Ticket[]>()
        .exec(),
    /** Whether any reminder is due. */
    async owesReminders(now: Date): Promise<boolean> {
      return (await model.collection.findOne({ reminds: { $lte: now } }, { projection: { _id: 1 } })) !== null;
    },
    /** The tickets that owe reminders which are due, at most as many as a sweep takes; of their histories no words. */
    reminding(now: Date): Promise<Ticket[]> {
      const query = model.find({ reminds: { $lte: now } } as never, reminded);
      return query.sort({ reminds: 1 }).limit(SWEPT).lean<Ticket[]>().exec();
    },
    /** The tickets whose next step is due, longest due first. */
    due(now: Date): Promise<DueTicket[]> {
      const query = model.find({ 'due.next': { $lte: now } } as never, judged);
      return query.sort({ 'due.next': 1 }).limit(SWEPT).lean<DueTicket[]>().exec();
    },
  };
};

/** The most closed tickets that are learned from, the latest. */
const LEARNED = 8000;

/** Tickets as they were finally filed, to learn from. */
export const createClosed = (model: Model<Ticket>, { groups }: Directory) => {
  const open = groups.filter(({ sensitive }) => !sensitive).map(({ id }) => id);
  const filter = { group: { $in: open }, state: 'closed' } as never;
  return {
    count: (): Promise<number> => model.countDocuments(filter).exec(),
    async read(): Promise<Filed[]> {
      const filed: Filed[] = [];
      const found = model
        .find(filter, { title: 1, details: 1, category: 1, urgency: 1 })
        .sort({ opened: -1 })
        .limit(LEARNED)
        .lean<Ticket[]>();
      // A few at a time, so that messages are answered meanwhile.
      for await (const { title, details = '', category, urgency } of found.cursor({ batchSize: 200 }))
        filed.push({ text: `${title} ${details}`, urgency, ...(category ? { category } : {}) });
      return filed;
    },
  };
};
