import { randomUUID } from 'node:crypto';
import { Decimal128, Double, EJSON, Int32, Long, ObjectId } from 'bson';
import * as fc from 'fast-check';
import { MongoClient, type Document, type IndexSpecification } from 'mongodb';

const client = await MongoClient.connect(process.env.DESKHAND_TEST_MONGODB_URI ?? '');
const db = client.db(`indexes-${randomUUID()}`);

afterAll(async () => {
  await db.dropDatabase();
  await client.close();
});

const ids = [new ObjectId('0'.repeat(24)), new ObjectId('f'.repeat(24))];
const scalar = fc.oneof(
  fc.integer({ min: -3, max: 3 }).map((n) => new Int32(n)),
  fc.constantFrom(
    new Double(0.5),
    new Double(-2),
    new Double(NaN),
    new Double(Infinity),
    Long.fromString('9007199254740993'),
  ),
  fc.constantFrom(new Double(9007199254740992), Decimal128.fromString('0.5'), Decimal128.fromString('2.25')),
  fc.constantFrom('', 'a', 'ab', 'b', 'a\0b', 'é', '\u{1F600}', 'x'.repeat(2500), `${'x'.repeat(2500)}y`),
  fc.constantFrom(null, true, false, new Date(0), new Date(-1), new Date(5), ...ids),
);
const value: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: scalar },
  { weight: 1, arbitrary: fc.record({ b: scalar }, { requiredKeys: [] }) },
);
const document = fc.record(
  {
    // Only `a` holds arrays: no index may cover two.
    a: fc.oneof({ weight: 4, arbitrary: value }, { weight: 1, arbitrary: fc.array(value, { maxLength: 3 }) }),
    c: scalar,
    d: scalar,
  },
  { requiredKeys: [] },
);

const comparison = fc.record({ op: fc.constantFrom('$eq', '$gt', '$gte', '$lt', '$lte', '$ne'), operand: scalar });
const operator = fc.oneof(
  comparison.map(({ op, operand }) => ({ [op]: operand })),
  fc.tuple(comparison, comparison).map((pair) => Object.fromEntries(pair.map(({ op, operand }) => [op, operand]))),
  fc.array(scalar, { maxLength: 3 }).map((values) => ({ $in: values })),
  fc.array(scalar, { maxLength: 2 }).map((values) => ({ $nin: values })),
  fc.boolean().map((exists) => ({ $exists: exists })),
  fc.constant({ $elemMatch: { $gt: 0 } }),
  comparison.map(({ op, operand }) => ({ $not: { [op]: operand } })),
);
const clause = fc
  .tuple(fc.constantFrom('a', 'a.b', 'c', 'd'), fc.oneof(operator, scalar))
  .map(([path, test]): Document => ({ [path]: test }));
const filter = fc.oneof(
  fc.array(clause, { minLength: 1, maxLength: 3 }).map((clauses): Document => ({ $and: clauses })),
  fc
    .tuple(clause, fc.array(clause, { minLength: 1, maxLength: 3 }))
    .map(([one, any]): Document => ({ ...one, $or: any })),
);
const sort = fc.constantFrom<Document>({}, { c: 1 }, { c: -1 }, { c: 1, d: -1 }, { d: 1, c: 1 }, { a: 1 }, { a: -1 });

const INDEXES: [IndexSpecification, Document?][] = [
  [{ a: 1 }],
  [{ 'a.b': -1 }],
  [{ c: 1, d: -1 }],
  [{ c: -1, a: 1 }],
  [{ a: 1, c: -1, d: 1 }],
  [{ d: 1 }, { sparse: true }],
  [{ d: 1, c: 1 }, { partialFilterExpression: { c: { $gt: 0 } } }],
];

test('queries find the same with indexes as without, and in the same order', async () => {
  let round = 0;
  const property = fc.asyncProperty(
    fc.array(document, { minLength: 1, maxLength: 25 }),
    fc.array(fc.record({ filter, sort }), { minLength: 10, maxLength: 10 }),
    async (documents, queries) => {
      round++;
      const numbered = documents.map((fields, _id) => ({ _id, ...fields }) as never);
      const [plain, indexed] = [db.collection(`plain${round}`), db.collection(`indexed${round}`)];
      for (const [key, options] of INDEXES) await indexed.createIndex(key, options ?? {});
      await plain.insertMany(numbered);
      await indexed.insertMany(numbered);
      // Entries must follow the changes of documents.
      for (const rows of [plain, indexed]) {
        await rows.updateMany({ _id: { $lt: 5 } } as never, { $set: { a: [1, 'a'], c: 2 } });
        await rows.deleteMany({ _id: { $in: [6, 7] } } as never);
      }
      for (const { filter, sort } of queries) {
        const order = { ...sort, _id: 1 } as const;
        const [without, withIndex] = await Promise.all(
          [plain, indexed].map((rows) =>
            rows
              .find(filter, { sort: order })
              .map(({ _id }) => _id as unknown)
              .toArray(),
          ),
        );
        expect({ filter: EJSON.stringify(filter), order, found: withIndex }).toEqual({
          filter: EJSON.stringify(filter),
          order,
          found: without,
        });
        const first = await Promise.all(
          [plain, indexed].map(async (rows) =>
            (await rows.find(filter, { sort, limit: 3 }).toArray()).map(({ c, d }) =>
              sort.c || sort.d ? EJSON.stringify({ c, d }) : '',
            ),
          ),
        );
        if (!sort.a && Object.keys(sort).length === 2) expect(first[1]).toEqual(first[0]);
      }
      await Promise.all([plain.drop(), indexed.drop()]);
    },
  );
  await fc.assert(property, { numRuns: 40 });
});

const explained = async (rows: string, find: Document): Promise<Document> =>
  db.command({ explain: { find: rows, ...find }, verbosity: 'executionStats' });

/** The stages of a plan, from the outermost to the scan. */
function stages(plan: Document | undefined): string[] {
  return plan ? [plan.stage as string, ...stages(plan.inputStage as Document | undefined)] : [];
}

describe('a query reads only what its index points to', () => {
  const rows = db.collection<Document>('tickets');
  beforeAll(async () => {
    await rows.createIndexes([
      { key: { state: 1, due: 1 } },
      { key: { key: 1 }, unique: true },
      { key: { due: -1 } },
      { key: { words: 1, due: -1 } },
    ]);
    await rows.insertMany(
      Array.from({ length: 500 }, (_, n) => ({
        key: `INC-${n}`,
        state: n % 5 === 0 ? 'open' : 'closed',
        due: new Date(n),
        words: ['all', n % 5 === 0 ? 'fifth' : 'other', `w${n}`],
      })),
    );
  });

  test.each<[string, Document, number]>([
    ['by its key', { filter: { key: 'INC-7' } }, 1],
    ['by state and date', { filter: { state: 'open', due: { $lt: new Date(100) } } }, 20],
    ['the next due', { filter: { state: 'open' }, sort: { due: 1 }, limit: 3 }, 3],
    ['the latest with a word', { filter: { words: 'fifth' }, sort: { due: -1 }, limit: 3 }, 3],
    ['those with two words, by the rarer', { filter: { $and: [{ words: 'all' }, { words: 'w7' }] } }, 1],
    ['the latest', { filter: {}, sort: { due: -1 }, limit: 2 }, 2],
  ])('%s', async (_, find, documents) => {
    const { queryPlanner, executionStats } = await explained('tickets', find);
    const plan = stages((queryPlanner as Document).winningPlan as Document);
    expect(plan.at(-1)).toMatch(/IXSCAN$/);
    expect(plan).not.toContain('SORT');
    expect((executionStats as Document).totalDocsExamined).toBe(documents);
  });

  test('without one it reads all', async () => {
    const { queryPlanner, executionStats } = await explained('tickets', { filter: { other: 1 } });
    expect((queryPlanner as Document).winningPlan).toMatchObject({ stage: 'COLLSCAN' });
    expect(executionStats).toMatchObject({ nReturned: 0, totalDocsExamined: 500 });
  });
});

describe('unique', () => {
  test('counts equal numbers of different types, and a missing field, as the same', async () => {
    const rows = db.collection('unique');
    await rows.createIndex({ k: 1 }, { unique: true });
    await rows.insertMany([{ k: new Int32(1) }, {}]);
    await expect(rows.insertOne({ k: new Double(1) })).rejects.toMatchObject({
      code: 11000,
      keyPattern: { k: 1 },
      keyValue: { k: 1 },
    });
    await expect(rows.insertOne({ k: null })).rejects.toMatchObject({ code: 11000 });
    await expect(rows.updateOne({ k: null }, { $set: { k: 1 } })).rejects.toMatchObject({ code: 11000 });
    await rows.insertOne({ k: '1' });
  });

  test('holds for each element of an array, but not within one document', async () => {
    const rows = db.collection('uniqueArrays');
    await rows.createIndex({ k: 1 }, { unique: true });
    await rows.insertOne({ k: ['x', 'y', 'x'] });
    await expect(rows.insertOne({ k: 'y' })).rejects.toMatchObject({ code: 11000 });
  });

  test('over several fields is about all of them together', async () => {
    const rows = db.collection('uniquePairs');
    await rows.createIndex({ platform: 1, account: 1 }, { unique: true });
    await rows.insertMany([
      { platform: 'slack', account: 'U1' },
      { platform: 'teams', account: 'U1' },
    ]);
    await expect(rows.insertOne({ platform: 'slack', account: 'U1' })).rejects.toMatchObject({
      code: 11000,
      keyValue: { platform: 'slack', account: 'U1' },
    });
  });

  test('with sparse or a condition leaves others free', async () => {
    const rows = db.collection('uniqueSome');
    await rows.createIndex({ mail: 1 }, { unique: true, sparse: true });
    await rows.createIndex({ key: 1 }, { unique: true, partialFilterExpression: { open: true } });
    await rows.insertMany([{}, {}, { mail: 'a', key: 1, open: false }, { mail: 'b', key: 1, open: true }]);
    await expect(rows.insertOne({ mail: 'a' })).rejects.toMatchObject({ code: 11000 });
    await expect(rows.insertOne({ key: 1, open: true })).rejects.toMatchObject({ code: 11000 });
    await expect(rows.updateOne({ key: 1, open: false }, { $set: { open: true } })).rejects.toMatchObject({
      code: 11000,
    });
  });

  test('holds for keys longer than an index entry', async () => {
    const rows = db.collection('uniqueLong');
    await rows.createIndex({ k: 1 }, { unique: true });
    await rows.insertMany([{ k: `${'x'.repeat(4000)}a` }, { k: `${'x'.repeat(4000)}b` }]);
    await expect(rows.insertOne({ k: `${'x'.repeat(4000)}b` })).rejects.toMatchObject({ code: 11000 });
  });

  test('cannot be asked of a collection that has duplicates', async () => {
    const rows = db.collection('duplicates');
    await rows.insertMany([{ k: 1 }, { k: 1 }]);
    await expect(rows.createIndex({ k: 1 }, { unique: true })).rejects.toMatchObject({ code: 11000 });
    expect((await rows.indexes()).map(({ name }) => name)).toEqual(['_id_']);
  });
});

test('an ordered batch stops at a duplicate, an unordered one goes on', async () => {
  const rows = db.collection<{ _id: number }>('batches');
  const batch = [{ _id: 1 }, { _id: 1 }, { _id: 2 }];
  await expect(rows.insertMany(batch)).rejects.toMatchObject({ code: 11000, insertedCount: 1 });
  await expect(rows.insertMany(batch, { ordered: false })).rejects.toMatchObject({ insertedCount: 1 });
  expect(await rows.countDocuments()).toBe(2);
});

test('documents expire by the date of a TTL index', async () => {
  const rows = db.collection<Document>('expiring');
  await rows.createIndex({ at: 1 }, { expireAfterSeconds: 60 });
  await rows.insertMany([
    { _id: 'old', at: new Date(Date.now() - 61_000) },
    { _id: 'one of several', at: [new Date(), new Date(0)] },
    { _id: 'new', at: new Date() },
    { _id: 'never', at: 'text' },
    { _id: 'none' },
  ] as never[]);
  let left = 5;
  while (left > 3) left = await rows.countDocuments();
  expect((await rows.distinct('_id')).map(String).toSorted()).toEqual(['never', 'new', 'none']);
}, 120_000);

test('indexes are listed, made once, refused when they differ, and dropped', async () => {
  const rows = db.collection('managed');
  await rows.createIndex({ a: 1, b: -1 }, { name: 'ab', unique: true });
  expect(await rows.createIndex({ a: 1, b: -1 }, { name: 'ab', unique: true })).toBe('ab');
  await rows.createIndex({ c: 1 }, { expireAfterSeconds: 5 });
  expect(await rows.indexes()).toEqual([
    { v: 2, key: { _id: 1 }, name: '_id_' },
    { v: 2, key: { a: 1, b: -1 }, name: 'ab', unique: true },
    { v: 2, key: { c: 1 }, name: 'c_1', expireAfterSeconds: 5 },
  ]);
  await expect(rows.createIndex({ x: 1 }, { name: 'ab' })).rejects.toMatchObject({ code: 86 });
  await expect(rows.createIndex({ c: 1 }, { name: 'other', expireAfterSeconds: 5 })).rejects.toMatchObject({
    code: 85,
  });
  await expect(rows.createIndex({ _id: 1, c: 1 }, { expireAfterSeconds: 5 })).rejects.toMatchObject({ code: 67 });
  await rows.dropIndex('ab');
  await expect(rows.dropIndex('ab')).rejects.toMatchObject({ code: 27 });
  await expect(rows.dropIndex('_id_')).rejects.toMatchObject({ code: 72 });
  expect(await rows.indexes()).toHaveLength(2);
});
