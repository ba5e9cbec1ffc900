/** Where tickets are kept, and the questions that are asked of them: each is answered by an index. */
import type { Connection, Model } from 'mongoose';
import { anything, named, openRecords, part } from '../store/records.js';
import type { Ticket } from './ticket.js';

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
      state: String,
      opened: Date,
      question: String,
      source: anything,
      assignee: part({ ...named, since: Date }),
      clocks: anything,
      due: part({ next: Date }),
      awaiting: Date,
      resolution: anything,
      resolutions: Number,
    },
    [
      { 'requester.id': 1, state: 1, opened: -1 },
      { 'assignee.id': 1, state: 1, opened: -1 },
      { 'requester.id': 1, awaiting: -1 },
      { group: 1, state: 1, opened: -1 },
    ],
  );

const OPEN = ['new', 'assigned', 'in-progress'] as const;
/** As many as a list card shows at once. */
const LISTED = 20;

/** A sweep takes at most this many at once; the next one goes on. */
const SWEPT = 1000;

export const createTicketQueries = (model: Model<Ticket>) => {
  const listed = (filter: Record<string, unknown>): Promise<Ticket[]> =>
    model
      .find({ ...filter, state: { $in: OPEN } } as never)
      .sort({ opened: -1 })
      .limit(LISTED)
      .lean()
      .exec();
  return {
    openOf: (person: string) => listed({ 'requester.id': person }),
    assignedTo: (person: string) => listed({ 'assignee.id': person }),
    /** The tickets, at most two, in which the desk has had the last word to this person since then. */
    async awaitingAnswer(person: string, since: Date): Promise<string[]> {
      const query = model.find({ 'requester.id': person, awaiting: { $gte: since } } as never, { _id: 1 });
      return (await query.limit(2).lean().exec()).map(({ _id }) => _id);
    },
    /** The tickets whose next step is due, longest due first. */
    async due(now: Date): Promise<{ _id: string; due: { next: Date } }[]> {
      const query = model.find({ 'due.next': { $lte: now } } as never, { _id: 1, due: 1 });
      return (await query.sort({ 'due.next': 1 }).limit(SWEPT).lean().exec()) as never;
    },
  };
};
