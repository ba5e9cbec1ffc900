import { randomUUID } from 'node:crypto';
import { Decimal128, EJSON, Int32, Long, MaxKey, MinKey, ObjectId } from 'bson';
import { MongoClient, type Document, type Sort } from 'mongodb';

const client = await MongoClient.connect(process.env.DESKHAND_TEST_MONGODB_URI ?? '');
const db = client.db(`queries-${randomUUID()}`);

afterAll(async () => {
  await db.dropDatabase();
  await client.close();
});

const text = (value: unknown) => EJSON.stringify(value, { relaxed: true });

test('values of all types sort in the order of the manual, equal numbers together', async () => {
  const ordered: unknown[] = [
    new MinKey(),
    [],
    null,
    NaN,
    -Infinity,
    new Int32(-1),
    Decimal128.fromString('0.5'),
    1,
    Long.fromNumber(2),
    2.5,
    Infinity,
    '',
    'A',
    'a',
    'aa',
    { a: 1 },
    { a: 2 },
    { b: 0 },
    Buffer.from('b'),
    Buffer.from('aa'),
    new ObjectId('0'.repeat(24)),
    new ObjectId('1'.repeat(24)),
    false,
    true,
    new Date(-1),
    new Date(0),
    /a/,
    /b/,
    new MaxKey(),
  ];
  const rows = db.collection<Document>('ordered');
  const numbered = ordered.map((v, place) => ({ place, v }));
  await rows.insertMany(numbered.toReversed());
  const places = async (sort: Sort) => (await rows.find({}, { sort }).toArray()).map(({ place }) => place as number);
  const expected = numbered.map(({ place }) => place);
  expect(await places({ v: 1 })).toEqual(expected);
  expect(await places({ v: -1 })).toEqual(expected.toReversed());
  await rows.createIndex({ v: 1, place: 1 });
  expect(await places({ v: 1, place: 1 })).toEqual(expected);
});

test('of an array the smallest counts upwards, the largest downwards', async () => {
  const rows = db.collection<Document>('arrays');
  await rows.insertMany([
    { _id: 'a', v: [5, 1] },
    { _id: 'b', v: 3 },
    { _id: 'c', v: [2, 9] },
  ] as never[]);
  const ids = async (sort: Sort) => (await rows.find({}, { sort }).toArray()).map(({ _id }) => String(_id)).join('');
  expect(await ids({ v: 1 })).toBe('acb');
  expect(await ids({ v: -1 })).toBe('cab');
});

const SOURCE = { _id: 1, a: 1, b: { c: 2, d: [{ e: 3, f: 4 }, 5, { f: 6 }] }, g: [1, 2] };

test.each<[Document, Document]>([
  [{}, SOURCE],
  [{ a: 1 }, { _id: 1, a: 1 }],
  [
    { g: 1, a: true, _id: 0 },
    { a: 1, g: [1, 2] },
  ],
  [{ _id: 1 }, { _id: 1 }],
  [{ 'b.c': 1 }, { _id: 1, b: { c: 2 } }],
  [{ b: { c: 1 } }, { _id: 1, b: { c: 2 } }],
  [{ 'b.d.e': 1, _id: 0 }, { b: { d: [{ e: 3 }, {}] } }],
  [{ 'a.x': 1 }, { _id: 1 }],
  [{ b: 0 }, { _id: 1, a: 1, g: [1, 2] }],
  [{ _id: 0 }, { a: SOURCE.a, b: SOURCE.b, g: SOURCE.g }],
  [
    { 'b.d.f': 0, g: 0 },
    { _id: 1, a: 1, b: { c: 2, d: [{ e: 3 }, 5, {}] } },
  ],
  [{ nothing: 1 }, { _id: 1 }],
])('the projection %j gives %j', async (projection, expected) => {
  const rows = db.collection<Document>(`projected-${randomUUID()}`);
  await rows.insertOne({ ...SOURCE } as never);
  expect(text(await rows.findOne({}, { projection }))).toBe(text(expected));
});

test.each<[Document, number]>([
  [{ a: 1, b: 0 }, 31254],
  [{ a: 0, b: 1 }, 31253],
  [{ a: 1, 'a.b': 1 }, 31249],
  [{ 'a.b': 1, a: 1 }, 31250],
])('the projection %j is refused', async (projection, code) => {
  await expect(db.collection('projected').findOne({}, { projection })).rejects.toMatchObject({ code });
});

test('a cursor gives every result once, in batches, with skip and limit', async () => {
  const rows = db.collection<{ _id: number }>('many');
  await rows.insertMany(Array.from({ length: 1000 }, (_, _id) => ({ _id })));
  const numbers = async (cursor: ReturnType<typeof rows.find>) => (await cursor.toArray()).map(({ _id }) => _id);
  const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);
  expect(await numbers(rows.find().sort({ _id: 1 }))).toEqual(range(0, 1000));
  expect(await numbers(rows.find().sort({ _id: 1 }).batchSize(7).skip(5).limit(300))).toEqual(range(5, 305));
  expect(await numbers(rows.find({ _id: { $gte: 990 } }).batchSize(3))).toEqual(range(990, 1000));
  expect(await numbers(rows.find().sort({ _id: -1 }).limit(2))).toEqual([999, 998]);

  const left = rows.find().batchSize(10);
  await left.next();
  await left.close();
  expect(await rows.estimatedDocumentCount()).toBe(1000);
  expect(await rows.countDocuments({ _id: { $lt: 10 } }, { skip: 2, limit: 5 })).toBe(5);
});

test('a cursor that was closed is not found', async () => {
  const rows = db.collection<Document>('many');
  const { cursor } = await db.command({ find: 'many', batchSize: 1 }, {});
  const { id } = cursor as { id: number };
  await db.command({ killCursors: 'many', cursors: [Long.fromNumber(id)] });
  await expect(db.command({ getMore: Long.fromNumber(id), collection: 'many' })).rejects.toMatchObject({ code: 43 });
  expect(await rows.countDocuments()).toBe(1000);
});

test('distinct gives each value once, elements of arrays included', async () => {
  const rows = db.collection<Document>('distinct');
  await rows.insertMany([
    { v: 1, n: { m: 'x' } },
    { v: [1.0, 2] },
    { v: 'a' },
    {},
    { v: null, n: [{ m: 'y' }, { m: 'x' }] },
  ]);
  expect((await rows.distinct('v')).map(text).toSorted()).toEqual(['"a"', '1', '2', 'null']);
  expect((await rows.distinct('n.m')).map(text).toSorted()).toEqual(['"x"', '"y"']);
  expect((await rows.distinct('v', { v: { $gt: 1 } })).map(text).toSorted()).toEqual(['1', '2']);
});

const TICKETS: Document[] = [
  { _id: 1, team: 'net', hours: 4, tags: ['vpn', 'wifi'], at: new Date(1000) },
  { _id: 2, team: 'net', hours: 2.5, tags: ['vpn'], at: new Date(3000) },
  { _id: 3, team: 'hr', hours: null, tags: [], at: new Date(2000) },
  { _id: 4, hours: 'many', at: new Date(0) },
];

test.each<[title: string, pipeline: Document[], results: Document[]]>([
  [
    '$match, $sort, $skip, $limit',
    [{ $match: { team: 'net' } }, { $sort: { hours: 1 } }, { $skip: 1 }, { $limit: 1 }, { $project: { hours: 1 } }],
    [{ _id: 1, hours: 4 }],
  ],
  ['$limit before $match', [{ $sort: { _id: 1 } }, { $limit: 1 }, { $match: { team: 'hr' } }], []],
  ['$count', [{ $match: { team: 'net' } }, { $count: 'n' }], [{ n: 2 }]],
  ['$count of nothing', [{ $match: { team: 'x' } }, { $count: 'n' }], []],
  [
    '$group with sums and averages',
    [
      { $group: { _id: '$team', n: { $sum: 1 }, total: { $sum: '$hours' }, mean: { $avg: '$hours' } } },
      { $sort: { _id: 1 } },
    ],
    [
      { _id: null, n: 1, total: 0, mean: null },
      { _id: 'hr', n: 1, total: 0, mean: null },
      { _id: 'net', n: 2, total: 6.5, mean: 3.25 },
    ],
  ],
  [
    '$group over all, with the ends',
    [
      { $sort: { at: 1 } },
      {
        $group: {
          _id: null,
          first: { $first: '$_id' },
          last: { $last: '$_id' },
          least: { $min: '$hours' },
          most: { $max: '$hours' },
          ids: { $push: '$_id' },
          n: { $count: {} },
        },
      },
    ],
    [{ _id: null, first: 4, last: 2, least: 2.5, most: 'many', ids: [4, 1, 3, 2], n: 4 }],
  ],
  [
    '$unwind and $group',
    [{ $unwind: '$tags' }, { $group: { _id: '$tags', n: { $sum: 1 } } }, { $sort: { n: -1 } }],
    [
      { _id: 'vpn', n: 2 },
      { _id: 'wifi', n: 1 },
    ],
  ],
  [
    '$unwind that keeps the empty',
    [
      { $unwind: { path: '$tags', preserveNullAndEmptyArrays: true } },
      { $match: { _id: { $gte: 3 } } },
      { $project: { tags: 1 } },
      { $sort: { _id: 1 } },
    ],
    [{ _id: 3 }, { _id: 4 }],
  ],
  [
    'computed fields',
    [
      { $match: { _id: { $lte: 2 } } },
      { $sort: { _id: 1 } },
      {
        $project: {
          _id: 0,
          team: 1,
          long: { $gt: ['$hours', 3] },
          minutes: { $multiply: ['$hours', 60] },
          n: { $size: '$tags' },
        },
      },
    ],
    [
      { team: 'net', long: true, minutes: 240, n: 2 },
      { team: 'net', long: false, minutes: 150, n: 1 },
    ],
  ],
  [
    'conditions and defaults',
    [
      { $sort: { _id: 1 } },
      { $project: { team: { $ifNull: ['$team', 'none'] }, open: { $cond: [{ $eq: ['$hours', null] }, 'yes', 'no'] } } },
    ],
    [
      { _id: 1, team: 'net', open: 'no' },
      { _id: 2, team: 'net', open: 'no' },
      { _id: 3, team: 'hr', open: 'yes' },
      { _id: 4, team: 'none', open: 'no' },
    ],
  ],
  [
    'groups by several values, and time between dates',
    [
      { $group: { _id: { team: '$team' }, first: { $min: '$at' }, last: { $max: '$at' } } },
      { $match: { '_id.team': 'net' } },
      { $addFields: { span: { $subtract: ['$last', '$first'] } } },
    ],
    [{ _id: { team: 'net' }, first: new Date(1000), last: new Date(3000), span: 2000 }],
  ],
])('the pipeline %s', async (_, pipeline, results) => {
  const rows = db.collection<Document>(`piped-${randomUUID()}`);
  await rows.insertMany(TICKETS.map((ticket) => ({ ...ticket })));
  expect(text(await rows.aggregate(pipeline).toArray())).toBe(text(results));
});

test.each<[Document[], number]>([
  [[{ $foo: 1 }], 40324],
  [[{ $match: {}, $sort: { a: 1 } }], 40323],
  [[{ $limit: 0 }], 15958],
  [[{ $group: { n: { $sum: 1 } } }], 15955],
  [[{ $group: { _id: null, n: { $foo: 1 } } }], 15952],
  [[{ $group: { _id: null, n: 5 } }], 40234],
  [[{ $project: {} }], 51272],
  [[{ $unwind: 'tags' }], 28818],
])('the pipeline %j is refused', async (pipeline, code) => {
  await expect(db.collection('many').aggregate(pipeline).toArray()).rejects.toMatchObject({ code });
});

test('documents keep the types and the order of their fields', async () => {
  const rows = db.collection<Document>('kept', { promoteValues: false });
  const fields = {
    z: new Int32(1),
    10: 'ten',
    a: Long.fromNumber(1),
    2: { 1: [1.5, Decimal128.fromString('1.10')] },
    _: null,
  };
  const document = new Map<string, unknown>([
    ['_id', 1],
    ['z', new Int32(1)],
    ['10', 'ten'],
    ['a', Long.fromNumber(1)],
    ['2', fields],
  ]);
  await rows.insertOne(document);
  await rows.updateOne({ _id: 1 } as never, { $set: { last: true } });
  const [raw] = await db.collection('kept').find({}, { raw: true }).toArray();
  const bytes = (raw as unknown as Buffer).toString('latin1');
  const places = ['_id', 'z', '10', 'a', '2', 'last'].map((name) => bytes.indexOf(`${name}\0`));
  expect(places.every((place, i) => place > (places[i - 1] ?? 0))).toBe(true);
  expect(EJSON.stringify((await rows.findOne())?.a)).toBe(EJSON.stringify(Long.fromNumber(1)));
});

test('collections and databases are listed, made once and dropped', async () => {
  const own = client.db(`${db.databaseName}-own`);
  await own.createCollection('one');
  await own.collection('two').insertOne({});
  expect((await own.listCollections().toArray()).map(({ name }) => name).toSorted()).toEqual(['one', 'two']);
  expect(await own.listCollections({ name: 'two' }, { nameOnly: true }).toArray()).toMatchObject([
    { name: 'two', type: 'collection' },
  ]);
  expect(await own.collection('two').drop()).toBe(true);
  expect((await own.admin().listDatabases({ nameOnly: true })).databases.map(({ name }) => name)).toContain(
    own.databaseName,
  );
  await own.dropDatabase();
  expect(await own.listCollections().toArray()).toEqual([]);
});

test.each<[Document, number]>([
  [{ noSuchCommand: 1 }, 59],
  [{ find: 'many', noSuchOption: 1 }, 40415],
  [{ find: '' }, 73],
  [{ insert: 'many', documents: [{ _id: [1] }] }, 53],
])('the command %j is refused', async (command, code) => {
  await expect(
    db.command(command).then((reply) => Promise.reject((reply.writeErrors as Document[])[0])),
  ).rejects.toMatchObject({ code });
});

test('a document of more than 16 MB is refused, one of almost that is kept', async () => {
  const rows = db.collection<Document>('large');
  await expect(rows.insertOne({ text: 'x'.repeat(16 * 1024 * 1024) })).rejects.toThrow(/too? large|maximum|size/i);
  await rows.insertOne({ text: 'x'.repeat(16 * 1024 * 1024 - 100) });
  await expect(rows.updateOne({}, { $set: { more: 'x'.repeat(200) } })).rejects.toThrow(/large/i);
  expect((await rows.findOne())?.text).toHaveLength(16 * 1024 * 1024 - 100);
});
