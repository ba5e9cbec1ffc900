/** Where tickets are kept, and the questions that are asked of them: each is answered by an index. */
import mongoose, { type Connection, type Model } from 'mongoose';
import type { Ticket } from './ticket.js';

const { Mixed } = mongoose.Schema.Types;
const part = (fields: Record<string, unknown>) =>
  new mongoose.Schema(fields, { _id: false, id: false, strict: 'throw' });
const who = { id: String, name: String };

/** The model; `createIndexes()` is called once at the start. */
export function openTickets(connection: Connection): Model<Ticket> {
  const schema = new mongoose.Schema(
    {
      _id: String,
      version: Number,
      origin: String,
      history: [Mixed],
      owing: Date,
      unreachable: [String],
      title: String,
      details: String,
      requester: part(who),
      group: String,
      impact: String,
      urgency: String,
      priority: String,
      state: String,
      opened: Date,
      question: String,
      assignee: part({ ...who, since: Date }),
      clocks: Mixed,
      due: part({ next: Date }),
      awaiting: Date,
      resolution: Mixed,
      resolutions: Number,
    },
    { strict: 'throw', versionKey: false, autoIndex: false, minimize: false },
  );
  schema.index({ origin: 1 }, { unique: true, partialFilterExpression: { origin: { $type: 'string' } } });
  schema.index({ owing: 1 }, { sparse: true });
  schema.index({ 'due.next': 1 }, { sparse: true });
  schema.index({ 'requester.id': 1, state: 1, opened: -1 });
  schema.index({ 'assignee.id': 1, state: 1, opened: -1 });
  schema.index({ 'requester.id': 1, awaiting: -1 });
  schema.index({ group: 1, state: 1, opened: -1 });
  return connection.model('tickets', schema, 'tickets') as unknown as Model<Ticket>;
}

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
