/** Indexes that come, change and go with the releases of the desk, and writes in bulk: each as MongoDB documents it. */
import { MongoClient, type Document, MongoBulkWriteError } from 'mongodb';
import mongoose from 'mongoose';
import { openSideCollections } from '../../src/store/side-collections.js';
import { ownDatabase } from '../kit/company.js';
import { until } from '../kit/until.js';

const uri = ownDatabase();
const client = await MongoClient.connect(uri);
const db = client.db();
let made = 0;
const collection = () => db.collection<Document>(`c${(made += 1)}`);
const fresh = async (...documents: Document[]) => {
  const rows = collection();
  if (documents.length > 0) await rows.insertMany(documents);
  return rows;
};
const all = (rows: ReturnType<typeof collection>) => rows.find({}, { sort: { _id: 1 } }).toArray();

afterAll(() => client.close());

describe('a unique index over documents that are there already', () => {
  test.each<[string, Document[]]>([
    ['the same value', [{ k: 1 }, { k: 1 }]],
    ['the same number of another type', [{ k: 1 }, { k: 1.5 }, { k: 1.5 }]],
    ['null and nothing', [{ k: null }, {}]],
    ['an element of an array', [{ k: ['a', 'b'] }, { k: 'b' }]],
  ])('is refused for %s, and nothing of it stays', async (_, documents) => {
    const rows = await fresh(...documents);
    await expect(rows.createIndex({ k: 1 }, { unique: true })).rejects.toMatchObject({ code: 11000 });
    expect(await rows.indexes()).toHaveLength(1);
    expect(await rows.countDocuments()).toBe(documents.length);
    await rows.deleteOne(documents.at(-1));
    await rows.createIndex({ k: 1 }, { unique: true });
    await expect(
      rows.insertOne(documents[0]!['k'] === undefined ? {} : { k: documents[0]!['k'] }),
    ).rejects.toMatchObject({
      code: 11000,
    });
  });

  test('asked for together with others, leaves none of them', async () => {
    const rows = await fresh({ k: 1, other: 1 }, { k: 1, other: 2 });
    const both = [{ key: { other: 1 } }, { key: { k: 1 }, unique: true }];
    await expect(rows.createIndexes(both)).rejects.toMatchObject({ code: 11000 });
    expect((await rows.indexes()).map(({ name }) => name)).toEqual(['_id_']);
  });

  test('may be sparse, or for some: then those without a value are free', async () => {
    const rows = await fresh({}, {}, { k: 1 }, { k: 2, open: false }, { k: 2, open: true });
    await rows.createIndex({ k: 1 }, { unique: true, partialFilterExpression: { open: true } });
    await rows.insertOne({ k: 2, open: false });
    await expect(rows.insertOne({ k: 2, open: true })).rejects.toMatchObject({ code: 11000 });
  });
});

describe('an index that is there already', () => {
  test('is made once, however often it is asked for, by several at once', async () => {
    const rows = await fresh({ k: 1 });
    await Promise.all(Array.from({ length: 5 }, () => rows.createIndex({ k: 1 }, { sparse: true })));
    expect(await rows.indexes()).toHaveLength(2);
  });

  test.each<[string, Document, Document, number]>([
    ['another key under its name', { key: { a: 1 }, name: 'x' }, { key: { b: 1 }, name: 'x' }, 86],
    ['a unique one under its name', { key: { a: 1 } }, { key: { a: 1 }, unique: true }, 86],
    ['a sparse one under its name', { key: { a: 1 } }, { key: { a: 1 }, sparse: true }, 86],
    [
      'a condition under its name',
      { key: { a: 1 } },
      { key: { a: 1 }, partialFilterExpression: { a: { $gt: 1 } } },
      86,
    ],
    ['itself under another name', { key: { a: 1 } }, { key: { a: 1 }, name: 'x' }, 85],
    ['another time to live', { key: { a: 1 }, expireAfterSeconds: 9 }, { key: { a: 1 }, expireAfterSeconds: 5 }, 85],
    ['a time to live', { key: { a: 1 } }, { key: { a: 1 }, expireAfterSeconds: 5 }, 85],
  ])('is in the way of %s', async (_, before, after, code) => {
    const rows = await fresh({ a: 1 });
    const named = ({ key, ...rest }: Document) => ({ key: key as Record<string, 1>, ...rest });
    await rows.createIndexes([named(before)]);
    await expect(rows.createIndexes([named(after)])).rejects.toMatchObject({ code });
    expect(await rows.indexes()).toHaveLength(2);
  });

  test('stands beside one of the same key that holds for others, or for all', async () => {
    const rows = await fresh({ a: 1 }, {}, {});
    await rows.createIndex({ a: 1 }, { name: 'plain' });
    await rows.createIndex({ a: 1 }, { name: 'sparse', unique: true, sparse: true });
    await rows.createIndex({ a: 1 }, { name: 'some', partialFilterExpression: { a: { $gt: 5 } } });
    expect(await rows.indexes()).toHaveLength(4);
    expect(await rows.countDocuments({ a: null })).toBe(2);
    await expect(rows.insertOne({ a: 1 })).rejects.toMatchObject({ code: 11000 });
  });
});

describe('indexes that are dropped', () => {
  const indexed = async () => {
    const rows = await fresh({ a: 1, b: 1, c: 1 });
    await rows.createIndexes([{ key: { a: 1 } }, { key: { b: 1 }, unique: true }, { key: { c: -1 } }]);
    return rows;
  };
  const names = async (rows: ReturnType<typeof collection>) => (await rows.indexes()).map(({ name }) => name);

  test('by their names, by their keys, several, or all but that of _id', async () => {
    const rows = await indexed();
    await db.command({ dropIndexes: rows.collectionName, index: { c: -1 } });
    expect(await names(rows)).toEqual(['_id_', 'a_1', 'b_1']);
    await db.command({ dropIndexes: rows.collectionName, index: ['a_1', 'b_1'] });
    expect(await names(rows)).toEqual(['_id_']);
    const others = await indexed();
    await others.dropIndexes();
    expect(await names(others)).toEqual(['_id_']);
  });

  test('no longer hold, and can be made anew', async () => {
    const rows = await indexed();
    await rows.dropIndex('b_1');
    await rows.insertOne({ b: 1 });
    expect(await rows.find({ b: 1 }).toArray()).toHaveLength(2);
    await expect(rows.createIndex({ b: 1 }, { unique: true })).rejects.toMatchObject({ code: 11000 });
    await rows.createIndex({ b: 1 });
    expect(await rows.find({ b: 1 }).toArray()).toHaveLength(2);
  });

  test('are refused when they are not there, are that of _id, or their collection is not there', async () => {
    const rows = await indexed();
    const drop = (index: unknown, name = rows.collectionName) => db.command({ dropIndexes: name, index });
    await expect(drop('none_1')).rejects.toMatchObject({ code: 27 });
    await expect(drop({ none: 1 })).rejects.toMatchObject({ code: 27 });
    await expect(drop(['a_1', 'none_1'])).rejects.toMatchObject({ code: 27 });
    await expect(drop('_id_')).rejects.toMatchObject({ code: 72 });
    await expect(drop('a_1', 'nowhere')).rejects.toMatchObject({ code: 26 });
    expect(await names(rows)).toEqual(['_id_', 'a_1', 'b_1', 'c_-1']);
  });

  test('and listed: of a collection that is not there, there is no list', async () => {
    await expect(db.collection('nowhere').indexes()).rejects.toMatchObject({ code: 26 });
    const rows = await indexed();
    expect(await rows.indexExists(['a_1', 'b_1'])).toBe(true);
    expect(await rows.indexInformation()).toEqual({
      _id_: [['_id', 1]],
      a_1: [['a', 1]],
      b_1: [['b', 1]],
      'c_-1': [['c', -1]],
    });
  });
});

describe('the collections of the desk', () => {
  let connection: mongoose.Connection;
  beforeAll(async () => {
    connection = await mongoose.createConnection(ownDatabase()).asPromise();
  });
  afterAll(() => connection.close());

  test('have their indexes after each start, a delivery is found while it waits, and is forgotten when it is old', async () => {
    const collections = openSideCollections(connection);
    await collections.prepare();
    await collections.prepare();
    const rows = collections.deliveries.collection;
    expect(await rows.indexes()).toMatchObject([
      { key: { _id: 1 } },
      { key: { waits: 1 }, name: 'waits_1', sparse: true },
      { key: { at: 1 }, name: 'at_1', expireAfterSeconds: 172_800 },
    ]);
    const day = 24 * 3_600_000;
    await rows.insertMany([
      { _id: 'old', at: new Date(Date.now() - 3 * day) },
      { _id: 'young', at: new Date(Date.now() - day) },
      { _id: 'waiting', at: new Date(), waits: true },
    ] as never[]);
    expect(await rows.find({ waits: true }).toArray()).toMatchObject([{ _id: 'waiting' }]);
    await until(async () => (await rows.countDocuments()) === 2, 'the old one is forgotten');
    expect((await rows.find().toArray()).map(({ _id }) => String(_id)).toSorted()).toEqual(['waiting', 'young']);
  }, 120_000);

  test('get rid of indexes that a later release has no more, and get its new ones', async () => {
    const { Schema } = mongoose;
    const before = connection.model(
      'Before',
      new Schema({ a: Number, b: Number }, { autoIndex: false }).index({ a: 1 }).index({ b: 1 }),
      'releases',
    );
    await before.createIndexes();
    const after = connection.model(
      'After',
      new Schema({ a: Number, b: Number }, { autoIndex: false }).index({ a: 1 }, { sparse: true }),
      'releases',
    );
    expect(await after.diffIndexes()).toMatchObject({ toDrop: expect.arrayContaining(['a_1', 'b_1']) as string[] });
    await after.syncIndexes();
    expect((await after.listIndexes()).map(({ name, sparse }) => ({ name, sparse }))).toEqual([
      { name: '_id_', sparse: undefined },
      { name: 'a_1', sparse: true },
    ]);
  });
});

describe('$pullAll', () => {
  test.each<[string, Document, unknown[], Document]>([
    ['takes every one of the values out', { list: [1, 2, 1, 3] }, [1, 3], { list: [2] }],
    ['compares numbers by their value', { list: [1, 2.5] }, [1.0], { list: [2.5] }],
    [
      'compares documents whole and in order',
      { list: [{ a: 1, b: 2 }, { b: 2, a: 1 }, { a: 1 }] },
      [{ a: 1, b: 2 }],
      { list: [{ b: 2, a: 1 }, { a: 1 }] },
    ],
    ['takes values, and no conditions', { list: [1, 5] }, [{ $gt: 1 }], { list: [1, 5] }],
    ['takes null and arrays', { list: [null, [1], 1] }, [null, [1]], { list: [1] }],
    ['takes nothing for nothing', { list: [1] }, [], { list: [1] }],
    ['makes no list where there is none', { other: 1 }, [1], { other: 1 }],
  ])('%s', async (_, before, values, after) => {
    const rows = await fresh({ _id: 1, ...before });
    await rows.updateOne({}, { $pullAll: { list: values } } as never);
    expect(await all(rows)).toEqual([{ _id: 1, ...after }]);
  });

  test('is refused for what is no list, and with what is none', async () => {
    const rows = await fresh({ list: 'text' });
    await expect(rows.updateOne({}, { $pullAll: { list: [1] } } as never)).rejects.toMatchObject({ code: 2 });
    await expect(rows.updateOne({}, { $pullAll: { list: 1 } } as never)).rejects.toMatchObject({ code: 2 });
  });

  test('within elements, and beside other changes', async () => {
    const rows = await fresh({ _id: 1, events: [{ owed: ['a', 'b'] }, { owed: ['b', 'c'] }], n: 1 });
    await rows.updateMany({}, { $pullAll: { 'events.$[].owed': ['b', 'c'] }, $inc: { n: 1 } } as never);
    expect(await all(rows)).toEqual([{ _id: 1, events: [{ owed: ['a'] }, { owed: [] }], n: 2 }]);
  });
});

describe('writes in bulk', () => {
  const five = () => fresh(...[1, 2, 3, 4, 5].map((n): Document => ({ _id: n, n })));

  test('of all kinds, in their order, are counted each', async () => {
    const rows = await five();
    const result = await rows.bulkWrite([
      { insertOne: { document: { _id: 6 as never, n: 6 } } },
      { updateMany: { filter: { n: { $gte: 4 } }, update: { $set: { late: true } } } },
      { updateOne: { filter: { _id: 1 as never }, update: { $inc: { n: 10 } } } },
      { updateOne: { filter: { _id: 1 as never }, update: { $set: { n: 11 } } } },
      { updateOne: { filter: { _id: 9 as never }, update: { $set: { n: 9 } }, upsert: true } },
      { replaceOne: { filter: { _id: 2 as never }, replacement: { two: true } } },
      { deleteOne: { filter: { n: { $exists: true } } } },
      { deleteMany: { filter: { late: true, n: { $lt: 6 } } } },
    ]);
    expect(result).toMatchObject({
      insertedCount: 1,
      matchedCount: 6,
      modifiedCount: 5,
      upsertedCount: 1,
      deletedCount: 3,
    });
    expect(result.upsertedIds).toEqual({ 4: 9 });
    expect(await all(rows)).toEqual([
      { _id: 2, two: true },
      { _id: 3, n: 3 },
      { _id: 6, n: 6, late: true },
      { _id: 9, n: 9 },
    ]);
  });

  test('in order stop at what fails, and say which; others go on', async () => {
    const writes = [
      { updateOne: { filter: { _id: 1 as never }, update: { $set: { n: 'one' } } } },
      { insertOne: { document: { _id: 2 as never } } },
      { updateOne: { filter: { _id: 3 as never }, update: { $set: { n: 'three' } } } },
      { insertOne: { document: { _id: 3 as never } } },
      { deleteOne: { filter: { _id: 5 as never } } },
    ];
    const failed = async (ordered: boolean) => {
      const rows = await five();
      const error = await rows.bulkWrite(writes, { ordered }).then(
        () => undefined,
        (error: unknown) => error as MongoBulkWriteError,
      );
      return { rows, error: error!, at: [error!.writeErrors].flat().map(({ index, code }) => [index, code]) };
    };
    const inOrder = await failed(true);
    expect(inOrder.at).toEqual([[1, 11000]]);
    expect(inOrder.error.result).toMatchObject({ modifiedCount: 1, deletedCount: 0 });
    expect((await all(inOrder.rows)).map(({ n }) => n as unknown)).toEqual(['one', 2, 3, 4, 5]);
    const anyOrder = await failed(false);
    expect(anyOrder.at.toSorted(([a], [b]) => a! - b!)).toEqual([
      [1, 11000],
      [3, 11000],
    ]);
    expect(anyOrder.error.result).toMatchObject({ modifiedCount: 2, deletedCount: 1 });
    expect((await all(anyOrder.rows)).map(({ n }) => n as unknown)).toEqual(['one', 2, 'three', 4]);
  });

  test('to many: all that match once, and those that would collide stay as they were', async () => {
    const rows = await five();
    expect(await rows.updateMany({ n: { $gt: 2 } }, { $inc: { n: 1 } })).toMatchObject({
      matchedCount: 3,
      modifiedCount: 3,
    });
    expect(await rows.updateMany({ n: 99 }, { $set: { made: true } }, { upsert: true })).toMatchObject({
      matchedCount: 0,
      upsertedCount: 1,
    });
    await rows.createIndex({ n: 1 }, { unique: true });
    await expect(rows.updateMany({ n: { $in: [5, 6] } }, { $set: { n: 7 } })).rejects.toMatchObject({ code: 11000 });
    expect(await rows.countDocuments({ n: 7 })).toBe(1);
  });

  test('that upsert what another has made meanwhile meet its key', async () => {
    const rows = await five();
    const claim = rows.updateOne({ _id: 1 as never, holder: 'me' }, { $set: { at: 1 } }, { upsert: true });
    await expect(claim).rejects.toMatchObject({ code: 11000 });
    expect(await rows.findOne({ _id: 1 as never })).toEqual({ _id: 1, n: 1 });
  });
});
