import { randomUUID } from 'node:crypto';
import mongoose, { Schema } from 'mongoose';

/** The ways the desk itself uses the store: a model with a unique key, and changes by compare-and-swap. */
const connection = await mongoose
  .createConnection(process.env.DESKHAND_TEST_MONGODB_URI ?? '', {
    dbName: `mongoose-${randomUUID()}`,
    bufferCommands: false,
  })
  .asPromise();

const ticketSchema = new Schema(
  {
    key: { type: String, required: true, unique: true },
    version: { type: Number, default: 0 },
    state: { type: String, index: true },
    due: { next: { type: Date, index: true } },
    events: [{ kind: String, at: Date, owedTo: [String] }],
  },
  { timestamps: true },
);

const Ticket = connection.model('Ticket', ticketSchema);

beforeAll(async () => {
  await Ticket.init();
});

afterAll(async () => {
  await connection.dropDatabase();
  await connection.close();
});

test('a document comes back as it was saved, changes are saved field by field', async () => {
  const opened = await Ticket.create({
    key: 'INC-1',
    state: 'new',
    events: [{ kind: 'opened', at: new Date(0), owedTo: ['a', 'b'] }],
  });
  opened.state = 'claimed';
  opened.events.push({ kind: 'claimed', at: new Date(1), owedTo: [] });
  await opened.save();

  const found = await Ticket.findOne({ key: 'INC-1' }).orFail();
  expect(found.state).toBe('claimed');
  expect(found.events.map(({ kind }) => kind)).toEqual(['opened', 'claimed']);
  expect(found.updatedAt.getTime()).toBeGreaterThanOrEqual(found.createdAt.getTime());
});

test('a second document under a unique key is refused with the key and its value', async () => {
  await Ticket.create({ key: 'INC-2' });
  await expect(Ticket.create({ key: 'INC-2' })).rejects.toMatchObject({
    code: 11000,
    keyPattern: { key: 1 },
    keyValue: { key: 'INC-2' },
  });
});

test('of fifty who change the same version at once, exactly one wins', async () => {
  await Ticket.create({ key: 'INC-3', version: 7, state: 'new' });
  const claims = Array.from({ length: 50 }, (_, agent) =>
    Ticket.findOneAndUpdate(
      { key: 'INC-3', version: 7 },
      {
        $set: { state: `claimed by ${agent}` },
        $inc: { version: 1 },
        $push: { events: { kind: 'claimed', at: new Date(), owedTo: [] } },
      },
      { returnDocument: 'after' },
    ),
  );
  const winners = (await Promise.all(claims)).filter((ticket) => ticket !== null);
  expect(winners).toHaveLength(1);

  const ticket = await Ticket.findOne({ key: 'INC-3' }).orFail();
  expect(ticket.version).toBe(8);
  expect(ticket.state).toBe(winners[0]?.state);
  expect(ticket.events).toHaveLength(1);
});

test('numbers are given out once each, however many ask at once', async () => {
  const counters = connection.collection<{ _id: string; last: number }>('counters');
  const given = await Promise.all(
    Array.from({ length: 40 }, () =>
      counters.findOneAndUpdate({ _id: 'INC' }, { $inc: { last: 1 } }, { upsert: true, returnDocument: 'after' }),
    ),
  );
  expect(given.map((counter) => counter?.last).toSorted((a = 0, b = 0) => a - b)).toEqual(
    Array.from({ length: 40 }, (_, i) => i + 1),
  );
});
