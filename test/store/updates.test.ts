import { randomUUID } from 'node:crypto';
import { Double, EJSON, Int32, Long } from 'bson';
import { MongoClient, type Document, type FindOneAndUpdateOptions } from 'mongodb';

/** What updates make of a document, types and order of fields included, as the MongoDB manual has it. */
const client = await MongoClient.connect(process.env.DESKHAND_TEST_MONGODB_URI ?? '');
const db = client.db(`updates-${randomUUID()}`);

afterAll(async () => {
  await db.dropDatabase();
  await client.close();
});

/** A document as it is stored, numbers in their types. */
const stored = (name: string, filter: Document) => db.collection(name, { promoteValues: false }).findOne(filter);

/** Text that shows types and the order of fields. */
const exactly = (document: Document | null) => EJSON.stringify(document ?? {}, { relaxed: false });

type Change = [before: Document, update: Document, after: Document, options?: Document];

const CHANGES: Change[] = [
  [{ a: 1 }, { $set: { a: 2 } }, { a: 2 }],
  [{ a: 1 }, { $set: { b: 2 } }, { a: 1, b: 2 }],
  [{ z: 1 }, { $set: { c: 3, b: 2 } }, { z: 1, b: 2, c: 3 }],
  [{ a: 1 }, { $set: { 'b.c.d': 2 } }, { a: 1, b: { c: { d: 2 } } }],
  [{ a: { b: 1 } }, { $set: { 'a.c': 2 } }, { a: { b: 1, c: 2 } }],
  [{ a: [1, 2] }, { $set: { 'a.1': 5 } }, { a: [1, 5] }],
  [{ a: [1] }, { $set: { 'a.3': 5 } }, { a: [1, null, null, 5] }],
  [{}, { $set: { 'a.0': 5 } }, { a: { 0: 5 } }],
  [{ a: [{ b: 1 }] }, { $set: { 'a.0.c': 2 } }, { a: [{ b: 1, c: 2 }] }],
  [{ a: 1 }, { $set: { a: { x: [1, { y: null }] } } }, { a: { x: [1, { y: null }] } }],
  [{ a: 1, b: 2 }, { $unset: { a: '' } }, { b: 2 }],
  [{ a: { b: 1, c: 2 } }, { $unset: { 'a.b': 1 } }, { a: { c: 2 } }],
  [{ a: [1, 2, 3] }, { $unset: { 'a.1': 1 } }, { a: [1, null, 3] }],
  [{ a: 1 }, { $unset: { b: 1, 'c.d': 1, 'a.b': 1 } }, { a: 1 }],
  // Numbers keep the widest type; an int that overflows becomes a long
  [{ a: 1 }, { $inc: { a: 2 } }, { a: 3 }],
  [{ a: 1 }, { $inc: { a: 1.5 } }, { a: 2.5 }],
  [{ a: new Int32(2147483647) }, { $inc: { a: 1 } }, { a: Long.fromNumber(2147483648) }],
  [{ a: Long.fromNumber(1) }, { $inc: { a: 1 } }, { a: Long.fromNumber(2) }],
  [{ a: new Double(1) }, { $inc: { a: 1 } }, { a: new Double(2) }],
  [{}, { $inc: { 'a.b': 5 } }, { a: { b: 5 } }],
  [{ a: 3 }, { $mul: { a: 4 } }, { a: 12 }],
  [{}, { $mul: { a: 4 } }, { a: 0 }],
  [{ a: 5 }, { $min: { a: 3 } }, { a: 3 }],
  [{ a: 5 }, { $min: { a: 7 } }, { a: 5 }],
  [{ a: 5 }, { $max: { a: 'text' } }, { a: 'text' }],
  [{}, { $max: { a: 1 } }, { a: 1 }],
  [{ a: 1, b: 2 }, { $rename: { a: 'c' } }, { b: 2, c: 1 }],
  [{ a: { b: 1 } }, { $rename: { 'a.b': 'd.e' } }, { a: {}, d: { e: 1 } }],
  [{ a: 1 }, { $rename: { x: 'y' } }, { a: 1 }],
  [{ a: 1 }, { $setOnInsert: { b: 1 } }, { a: 1 }],
  // Arrays
  [{ a: [1] }, { $push: { a: 2 } }, { a: [1, 2] }],
  [{}, { $push: { a: 2 } }, { a: [2] }],
  [{ a: [1] }, { $push: { a: [2, 3] } }, { a: [1, [2, 3]] }],
  [{ a: [1] }, { $push: { a: { $each: [2, 3] } } }, { a: [1, 2, 3] }],
  [{ a: [1] }, { $push: { a: { $each: [2, 3], $position: 0 } } }, { a: [2, 3, 1] }],
  [{ a: [1, 2] }, { $push: { a: { $each: [3], $position: -1 } } }, { a: [1, 3, 2] }],
  [{ a: [1, 2] }, { $push: { a: { $each: [3, 4], $slice: -3 } } }, { a: [2, 3, 4] }],
  [{ a: [1, 2] }, { $push: { a: { $each: [3], $slice: 2 } } }, { a: [1, 2] }],
  [{ a: [1, 2] }, { $push: { a: { $each: [], $slice: 0 } } }, { a: [] }],
  [{ a: [3, 1] }, { $push: { a: { $each: [2], $sort: -1 } } }, { a: [3, 2, 1] }],
  [
    { a: [{ n: 2 }, { n: 1 }] },
    { $push: { a: { $each: [{ n: 0 }], $sort: { n: 1 }, $slice: 2 } } },
    { a: [{ n: 0 }, { n: 1 }] },
  ],
  [{ a: [1, 2] }, { $addToSet: { a: 2 } }, { a: [1, 2] }],
  [{ a: [1] }, { $addToSet: { a: { $each: [1, 2, 2] } } }, { a: [1, 2] }],
  [{ a: [{ x: 1 }] }, { $addToSet: { a: { x: 1 } } }, { a: [{ x: 1 }] }],
  [{}, { $addToSet: { a: 1 } }, { a: [1] }],
  [{ a: [1, 2, 3] }, { $pop: { a: 1 } }, { a: [1, 2] }],
  [{ a: [1, 2, 3] }, { $pop: { a: -1 } }, { a: [2, 3] }],
  [{ a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }],
  [{ a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } }, { a: [1] }],
  [{ a: [{ k: 1, v: 1 }, { k: 2 }] }, { $pull: { a: { k: 1 } } }, { a: [{ k: 2 }] }],
  [{ a: [{ k: 1 }, { k: 7 }] }, { $pull: { a: { k: { $gt: 5 } } } }, { a: [{ k: 1 }] }],
  [{ a: ['x', 'y'] }, { $pull: { a: { $in: ['x', 'z'] } } }, { a: ['y'] }],
  [{ a: ['ab', 'cd'] }, { $pull: { a: /^a/ } }, { a: ['cd'] }],
  [{ b: 1 }, { $pull: { a: 1 } }, { b: 1 }],
  [{ a: [1, 2, 3, 2] }, { $pullAll: { a: [2, 3] } }, { a: [1] }],
  // Positions
  [{ a: [1, 2] }, { $inc: { 'a.$[]': 10 } }, { a: [11, 12] }],
  [
    { a: [{ b: 1 }, { b: 2 }] },
    { $set: { 'a.$[].c': 0 } },
    {
      a: [
        { b: 1, c: 0 },
        { b: 2, c: 0 },
      ],
    },
  ],
  [
    { a: [{ b: 1 }, { b: 5 }] },
    { $set: { 'a.$[big].c': true } },
    { a: [{ b: 1 }, { b: 5, c: true }] },
    { arrayFilters: [{ 'big.b': { $gt: 3 } }] },
  ],
  [{ a: [1, 9] }, { $set: { 'a.$[big]': 0 } }, { a: [1, 0] }, { arrayFilters: [{ big: { $gt: 3 } }] }],
  // Several at once
  [
    { n: 1, a: [] },
    { $inc: { n: 1 }, $push: { a: 'x' }, $set: { s: 'y' } },
    { n: 2, a: ['x'], s: 'y' },
  ],
];

test.each(CHANGES.map(([before, update, after, options = {}], i) => [i, before, update, after, options] as const))(
  '%i: %j by %j becomes %j',
  async (i, before, update, after, options) => {
    const rows = db.collection<Document>('changes');
    await rows.insertOne({ _id: i, ...before } as never);
    const { matchedCount } = await rows.updateOne({ _id: i } as never, update, options);
    expect(matchedCount).toBe(1);
    expect(exactly(await stored(rows.collectionName, { _id: i }))).toBe(exactly({ _id: i, ...after }));
  },
);

const REFUSED: [before: Document, update: Document, code: number, options?: Document][] = [
  [{ a: 'x' }, { $inc: { a: 1 } }, 14],
  [{ a: null }, { $inc: { a: 1 } }, 14],
  [{ a: 1 }, { $inc: { a: 'x' } }, 14],
  [{ a: Long.MAX_VALUE }, { $inc: { a: 1 } }, 2],
  [{ a: 'x' }, { $mul: { a: 2 } }, 14],
  [{ a: 1 }, { $push: { a: 1 } }, 2],
  [{ a: 1 }, { $addToSet: { a: 1 } }, 2],
  [{ a: 1 }, { $pull: { a: 1 } }, 2],
  [{ a: 1 }, { $pop: { a: 1 } }, 14],
  [{ a: [1] }, { $pop: { a: 2 } }, 9],
  [{ a: 1 }, { $set: { 'a.b': 1 } }, 28],
  [{ a: null }, { $set: { 'a.b': 1 } }, 28],
  [{ a: [1] }, { $set: { 'a.b': 1 } }, 28],
  [{ a: 1 }, { $set: { a: 1, 'a.b': 2 } }, 40],
  [{ a: 1 }, { $set: { a: 2 }, $inc: { a: 1 } }, 40],
  [{ a: 1 }, { $rename: { a: 'a' } }, 2],
  [{ a: [1], b: 2 }, { $rename: { b: 'a.0' } }, 2],
  [{ a: [1] }, { $rename: { 'a.0': 'b' } }, 2],
  [{ a: 1 }, { $foo: { a: 1 } }, 9],
  [{ a: 1 }, { $set: 5 }, 9],
  [{ a: 1 }, { $set: { 'a..b': 5 } }, 56],
  [{ a: 1 }, { $set: { _id: 'other' } }, 66],
  [{ a: 1 }, { $unset: { _id: 1 } }, 66],
  [{ a: 1 }, { $set: { 'a.$': 1 } }, 2],
  [{ a: 1 }, { $set: { 'a.$[]': 1 } }, 2],
  [{ a: [1] }, { $set: { 'a.$[x]': 1 } }, 2],
  [{ a: [1] }, { $set: { a: 1 } }, 9, { arrayFilters: [{ x: 1 }] }],
];

test.each(REFUSED.map(([before, update, code, options = {}], i) => [i, before, update, code, options] as const))(
  '%i: %j by %j is refused',
  async (i, before, update, code, options) => {
    const rows = db.collection<Document>('refused');
    await rows.insertOne({ _id: i, ...before } as never);
    await expect(rows.updateOne({ _id: i } as never, update, options)).rejects.toMatchObject({ code });
    expect(exactly(await stored(rows.collectionName, { _id: i }))).toBe(exactly({ _id: i, ...before }));
  },
);

test('the positional operator changes the element by which the filter matched', async () => {
  const rows = db.collection<Document>('positional');
  await rows.insertOne({
    _id: 1,
    a: [
      { k: 'x', n: 1 },
      { k: 'y', n: 1 },
    ],
    b: [5, 6, 7],
  } as never);
  await rows.updateOne({ _id: 1, 'a.k': 'y' } as never, { $inc: { 'a.$.n': 1 } });
  await rows.updateOne({ _id: 1, a: { $elemMatch: { k: 'x', n: 1 } } } as never, { $set: { 'a.$.seen': true } });
  await rows.updateOne({ _id: 1, b: { $gt: 5 } } as never, { $set: { 'b.$': 0 } });
  expect(exactly(await stored(rows.collectionName, { _id: 1 }))).toBe(
    exactly({
      _id: 1,
      a: [
        { k: 'x', n: 1, seen: true },
        { k: 'y', n: 2 },
      ],
      b: [5, 0, 7],
    }),
  );
});

const UPSERTS: [filter: Document, update: Document, made: Document][] = [
  [{ _id: 'a' }, { $set: { x: 1 } }, { _id: 'a', x: 1 }],
  [{ _id: 'b', k: 'v' }, { $inc: { n: 1 } }, { _id: 'b', k: 'v', n: 1 }],
  [{ _id: 'c', k: { $gt: 5 } }, { $set: { x: 1 } }, { _id: 'c', x: 1 }],
  [{ _id: 'd', k: { $eq: 5 } }, { $setOnInsert: { x: 1 } }, { _id: 'd', k: 5, x: 1 }],
  [{ _id: 'e', 'k.l': 5 }, { $set: { x: 1 } }, { _id: 'e', k: { l: 5 }, x: 1 }],
  [{ $and: [{ _id: 'f' }, { k: 1 }] }, { $push: { a: 1 } }, { _id: 'f', k: 1, a: [1] }],
  [{ _id: { $in: ['g'] } }, { $set: { x: 1 } }, { _id: 'g', x: 1 }],
  [{ _id: 'h', k: 1 }, { $set: { k: 2 } }, { _id: 'h', k: 2 }],
];

test.each(UPSERTS)('%j with %j is inserted as %j', async (filter, update, made) => {
  const rows = db.collection<Document>('upserts');
  const result = await rows.updateOne(filter, update, { upsert: true });
  expect(result).toMatchObject({ upsertedId: made._id, upsertedCount: 1, matchedCount: 0 });
  expect(exactly(await stored(rows.collectionName, { _id: made._id }))).toBe(exactly(made));
});

test('a replacement keeps the _id, and an upserted one takes that of the filter', async () => {
  const rows = db.collection<Document>('replaced');
  await rows.insertOne({ _id: 1, a: 1, b: 2 } as never);
  await rows.replaceOne({ _id: 1 } as never, { c: 3 });
  await rows.replaceOne({ _id: 2, a: 'not kept' } as never, { c: 4 }, { upsert: true });
  expect(await rows.find().sort({ _id: 1 }).map(exactly).toArray()).toEqual([
    exactly({ _id: 1, c: 3 }),
    exactly({ _id: 2, c: 4 }),
  ]);
  await expect(rows.replaceOne({ _id: 1 } as never, { _id: 5, c: 3 })).rejects.toMatchObject({ code: 66 });
});

test('an update that changes nothing is matched but not modified', async () => {
  const rows = db.collection<Document>('unchanged');
  await rows.insertMany([{ a: 1 }, { a: 2 }]);
  expect(await rows.updateMany({}, { $set: { a: 1 } })).toMatchObject({ matchedCount: 2, modifiedCount: 1 });
  expect(await rows.updateMany({ a: 9 }, { $set: { a: 1 } })).toMatchObject({ matchedCount: 0, modifiedCount: 0 });
});

test('an update does not meet the documents it has moved in the index it reads', async () => {
  const rows = db.collection<Document>('moving');
  await rows.createIndex({ n: 1 });
  await rows.insertMany(Array.from({ length: 600 }, (_, n) => ({ n })));
  expect(await rows.updateMany({ n: { $gte: 0 } }, { $inc: { n: 1000 } })).toMatchObject({ modifiedCount: 600 });
  expect(await rows.countDocuments({ n: { $gte: 2000 } })).toBe(0);
});

const find = (filter: Document, update: Document, options: FindOneAndUpdateOptions) =>
  db.collection<Document>('modified').findOneAndUpdate(filter, update, options);

test('findAndModify answers the document before or after, by order, whole or in part', async () => {
  const rows = db.collection<Document>('modified');
  await rows.insertMany([
    { _id: 1, n: 1 },
    { _id: 2, n: 2 },
    { _id: 3, n: 3 },
  ] as never[]);
  expect(exactly(await find({}, { $set: { taken: 1 } }, { sort: { n: -1 } }))).toBe(exactly({ _id: 3, n: 3 }));
  expect(exactly(await find({ taken: null }, { $inc: { n: 10 } }, { sort: { n: 1 }, returnDocument: 'after' }))).toBe(
    exactly({ _id: 1, n: 11 }),
  );
  expect(exactly(await find({ _id: 2 }, { $set: { x: 1 } }, { projection: { n: 1, _id: 0 } }))).toBe(exactly({ n: 2 }));
  expect(await find({ _id: 9 }, { $set: { x: 1 } }, {})).toBeNull();
  expect(await find({ _id: 9 }, { $set: { x: 1 } }, { upsert: true })).toBeNull();
  expect(exactly(await find({ _id: 8 }, { $set: { x: 1 } }, { upsert: true, returnDocument: 'after' }))).toBe(
    exactly({ _id: 8, x: 1 }),
  );
  expect(exactly(await rows.findOneAndDelete({ _id: 8 } as never))).toBe(exactly({ _id: 8, x: 1 }));
  expect(await rows.countDocuments()).toBe(4);
});
