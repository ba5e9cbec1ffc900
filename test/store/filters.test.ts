import { randomUUID } from 'node:crypto';
import { Binary, BSONRegExp, Decimal128, Double, Int32, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import { MongoClient, type Document } from 'mongodb';

/** Which documents a filter finds, as the MongoDB manual has it: the table holds on every MongoDB. */
const client = await MongoClient.connect(process.env.DESKHAND_TEST_MONGODB_URI ?? '');
const db = client.db(`filters-${randomUUID()}`);

afterAll(async () => {
  await db.dropDatabase();
  await client.close();
});

const id = new ObjectId();
const day = new Date('2026-03-01T12:00:00Z');
const later = new Date('2026-03-02T12:00:00Z');

type Row = [document: Document, filter: Document];

const FOUND: Row[] = [
  // Equality, by value and not by numeric type
  [{ a: 1 }, {}],
  [{ a: 1 }, { a: 1 }],
  [{ a: new Int32(1) }, { a: new Double(1) }],
  [{ a: Long.fromNumber(1) }, { a: new Int32(1) }],
  [{ a: Decimal128.fromString('1.0') }, { a: 1 }],
  [{ a: Long.fromString('9007199254740993') }, { a: Long.fromString('9007199254740993') }],
  [{ a: 'x' }, { a: 'x' }],
  [{ a: id }, { a: id }],
  [{ a: day }, { a: day }],
  [{ a: true }, { a: true }],
  [{ a: null }, { a: null }],
  [{}, { a: null }],
  [{ a: new Binary(Buffer.from('key')) }, { a: new Binary(Buffer.from('key')) }],
  [{ a: new Timestamp({ t: 5, i: 1 }) }, { a: new Timestamp({ t: 5, i: 1 }) }],
  [{ a: { b: 1, c: 2 } }, { a: { b: 1, c: 2 } }],
  [{ a: NaN }, { a: NaN }],
  [{ a: 0 }, { a: -0 }],
  [{ a: new BSONRegExp('^x', 'i') }, { a: new BSONRegExp('^x', 'i') }],
  [{ a: '' }, { a: '' }],
  [{ a: {} }, { a: {} }],
  [{ a: [] }, { a: [] }],
  // Dotted paths
  [{ a: { b: { c: 3 } } }, { 'a.b.c': 3 }],
  [{ a: { b: 1 } }, { 'a.c': null }],
  [{ a: 5 }, { 'a.b': null }],
  [{ a: [{ b: 1 }, { b: 2 }] }, { 'a.b': 2 }],
  [{ a: [{ b: [1, 2] }] }, { 'a.b': 2 }],
  [{ a: [{ b: 1 }, { c: 2 }] }, { 'a.b': null }],
  [{ a: [5, 6] }, { 'a.1': 6 }],
  [{ a: [{ b: 1 }, { b: 2 }] }, { 'a.1.b': 2 }],
  [{ a: { 0: 'zero' } }, { 'a.0': 'zero' }],
  [{ a: [{ 0: 'inner' }] }, { 'a.0': 'inner' }],
  // Arrays
  [{ a: [1, 2, 3] }, { a: 2 }],
  [{ a: [1, 2] }, { a: [1, 2] }],
  [{ a: [[1, 2], 3] }, { a: [1, 2] }],
  [{ a: [null] }, { a: null }],
  [{ a: ['x', 'y'] }, { a: { $in: ['y', 'z'] } }],
  // Comparison
  [{ a: 5 }, { a: { $gt: 4 } }],
  [{ a: 5 }, { a: { $gte: 5 } }],
  [{ a: 5 }, { a: { $lt: 5.5 } }],
  [{ a: 5 }, { a: { $lte: Long.fromNumber(5) } }],
  [{ a: Decimal128.fromString('0.1') }, { a: { $lt: 0.1 } }],
  [{ a: Long.fromString('9007199254740993') }, { a: { $gt: 9007199254740992 } }],
  [{ a: later }, { a: { $gt: day } }],
  [{ a: 'b' }, { a: { $gt: 'a' } }],
  [{ a: 'a' }, { a: { $gt: 'B' } }],
  [{ a: '\u{1F600}' }, { a: { $gt: '\uFF5E' } }],
  [{ a: [1, 20] }, { a: { $gt: 10, $lt: 5 } }],
  [{ a: null }, { a: { $gte: null } }],
  [{}, { a: { $lte: null } }],
  [{ a: 'x' }, { a: { $gt: new MinKey() } }],
  [{ a: 'x' }, { a: { $lt: new MaxKey() } }],
  [{ a: { b: 2 } }, { a: { $gt: { b: 1 } } }],
  [{ a: true }, { a: { $gt: false } }],
  [{ a: NaN }, { a: { $gte: NaN } }],
  // Negation
  [{ a: 1 }, { a: { $ne: 2 } }],
  [{}, { a: { $ne: 2 } }],
  [{ a: [1, 3] }, { a: { $ne: 2 } }],
  [{ a: 1 }, { a: { $nin: [2, 3] } }],
  [{}, { a: { $nin: [2] } }],
  [{ a: 1 }, { a: { $not: { $gt: 5 } } }],
  [{ a: 'x' }, { a: { $not: { $gt: 5 } } }],
  [{ a: 'abc' }, { a: { $not: /^b/ } }],
  [{ a: [1, 20] }, { a: { $not: { $gt: 100 } } }],
  [{ a: 1, b: 1 }, { $nor: [{ a: 2 }, { b: 2 }] }],
  // Logic
  [{ a: 1, b: 2 }, { $and: [{ a: 1 }, { b: 2 }] }],
  [{ a: 1 }, { $or: [{ a: 2 }, { a: 1 }] }],
  [
    { a: 1, b: 2 },
    { a: 1, $or: [{ b: 3 }, { b: { $lt: 3 } }] },
  ],
  [{ a: 3 }, { a: { $gt: 1, $lt: 5 } }],
  // Existence and type
  [{ a: null }, { a: { $exists: true } }],
  [{}, { a: { $exists: false } }],
  [{ a: [] }, { a: { $exists: true } }],
  [{ a: [{}] }, { 'a.b': { $exists: false } }],
  [{ a: [{ b: 1 }, {}] }, { 'a.b': { $exists: true } }],
  [{ a: 1 }, { a: { $type: 'int' } }],
  [{ a: 1.5 }, { a: { $type: 'double' } }],
  [{ a: Long.fromNumber(1) }, { a: { $type: 'long' } }],
  [{ a: 1.5 }, { a: { $type: 'number' } }],
  [{ a: 'x' }, { a: { $type: 2 } }],
  [{ a: 'x' }, { a: { $type: ['string', 'null'] } }],
  [{ a: [1] }, { a: { $type: 'array' } }],
  [{ a: [1, 'x'] }, { a: { $type: 'string' } }],
  [{ a: null }, { a: { $type: 'null' } }],
  [{ a: day }, { a: { $type: 'date' } }],
  [{ a: id }, { a: { $type: 'objectId' } }],
  // Regular expressions
  [{ a: 'VPN drops' }, { a: /^vpn/i }],
  [{ a: 'VPN drops' }, { a: { $regex: 'drops$' } }],
  [{ a: 'VPN drops' }, { a: { $regex: 'vpn', $options: 'i' } }],
  [{ a: 'one\ntwo' }, { a: { $regex: '^two', $options: 'm' } }],
  [{ a: 'one\ntwo' }, { a: { $regex: 'one.two', $options: 's' } }],
  [{ a: 'one\n' }, { a: { $regex: 'one$' } }],
  [{ a: 'a-b_c@d' }, { a: { $regex: '^a\\-b_c\\@d$' } }],
  [{ a: ['x', 'vpn'] }, { a: /vpn/ }],
  [{ a: 'vpn' }, { a: { $in: [/^v/, 'x'] } }],
  [{ a: 'VPN老是断开' }, { a: /断开$/ }],
  [{ a: 'a.c' }, { a: { $regex: 'a\\.c' } }],
  // Arrays by size, by all, by element
  [{ a: [1, 2] }, { a: { $size: 2 } }],
  [{ a: [] }, { a: { $size: 0 } }],
  [{ a: [{ b: [1] }] }, { 'a.b': { $size: 1 } }],
  [{ a: ['x', 'y', 'z'] }, { a: { $all: ['z', 'x'] } }],
  [{ a: 'x' }, { a: { $all: ['x'] } }],
  [{ a: [['x', 'y']] }, { a: { $all: [['x', 'y']] } }],
  [{ a: [{ b: 1, c: 2 }] }, { a: { $elemMatch: { b: 1, c: 2 } } }],
  [{ a: [1, 7, 20] }, { a: { $elemMatch: { $gt: 5, $lt: 10 } } }],
  [{ a: [{ b: [1, 7] }] }, { 'a.b': { $elemMatch: { $gt: 5 } } }],
  [{ a: [{ b: 1 }, { b: 5 }] }, { a: { $all: [{ $elemMatch: { b: 1 } }, { $elemMatch: { b: 5 } }] } }],
  [{ a: [{ b: 1, c: 1 }] }, { a: { $elemMatch: { $or: [{ b: 2 }, { c: 1 }] } } }],
  [{ a: [{ b: 1 }] }, { a: { $not: { $elemMatch: { b: 2 } } } }],
  // Remainders
  [{ a: 12 }, { a: { $mod: [5, 2] } }],
  [{ a: -7 }, { a: { $mod: [5, -2] } }],
  [{ a: 12.9 }, { a: { $mod: [4, 0] } }],
];

const MISSED: Row[] = [
  [{ a: 1 }, { a: '1' }],
  [{ a: 1 }, { a: true }],
  [{ a: 0 }, { a: false }],
  [{ a: 0 }, { a: null }],
  [{ a: '' }, { a: null }],
  [{ a: Decimal128.fromString('0.1') }, { a: 0.1 }],
  [{ a: Long.fromString('9007199254740993') }, { a: 9007199254740992 }],
  [{ a: { b: 1, c: 2 } }, { a: { c: 2, b: 1 } }],
  [{ a: { b: 1, c: 2 } }, { a: { b: 1 } }],
  [{ a: [1, 2] }, { a: [2, 1] }],
  [{ a: [[1, 2]] }, { a: 1 }],
  [{ a: [] }, { a: null }],
  [{ a: [] }, { 'a.b': null }],
  [{ a: [1, 2] }, { 'a.b': null }],
  [{ a: [{ b: 1 }] }, { 'a.b': null }],
  [{ a: [5, 6] }, { 'a.0': 6 }],
  [{ a: 'x' }, { a: 'X' }],
  [{ a: 5 }, { a: { $gt: '4' } }],
  [{ a: '5' }, { a: { $gt: 4 } }],
  [{ a: null }, { a: { $lt: 5 } }],
  [{}, { a: { $lt: 5 } }],
  [{}, { a: { $gt: null } }],
  [{ a: NaN }, { a: { $lt: 5 } }],
  [{ a: 5 }, { a: { $gt: day } }],
  [{ a: [1, 20] }, { a: { $elemMatch: { $gt: 5, $lt: 10 } } }],
  [{ a: [1, 2] }, { a: { $ne: 2 } }],
  [{ a: 2 }, { a: { $nin: [2, 3] } }],
  [{ a: null }, { a: { $ne: null } }],
  [{}, { a: { $ne: null } }],
  [{}, { a: { $not: { $exists: false } } }],
  [{ a: [1, 20] }, { a: { $not: { $gt: 10 } } }],
  [{ a: 1, b: 2 }, { $nor: [{ a: 5 }, { b: 2 }] }],
  [{ a: null }, { a: { $exists: false } }],
  [{}, { a: { $exists: true } }],
  [{ a: [{ b: 1 }, {}] }, { 'a.b': { $exists: false } }],
  [{ a: 1 }, { a: { $type: 'double' } }],
  [{ a: 1 }, { a: { $type: 'array' } }],
  [{}, { a: { $type: 'null' } }],
  [{ a: 'my vpn' }, { a: /^vpn/ }],
  [{ a: 5 }, { a: /5/ }],
  [{ a: 'one\ntwo' }, { a: { $regex: 'one.two' } }],
  [{ a: 'one\ntwo' }, { a: { $regex: '^two' } }],
  [{ a: 'abc' }, { a: { $regex: 'a\\.c' } }],
  [{ a: [1, 2] }, { a: { $size: 1 } }],
  [{ a: 'xy' }, { a: { $size: 2 } }],
  [{ a: ['x'] }, { a: { $all: ['x', 'y'] } }],
  [{ a: ['x'] }, { a: { $all: [] } }],
  [{ a: ['x'] }, { a: { $in: [] } }],
  [{ a: [{ b: 1 }, { c: 2 }] }, { a: { $elemMatch: { b: 1, c: 2 } } }],
  [{ a: { b: 1 } }, { a: { $elemMatch: { b: 1 } } }],
  [{ a: [[7]] }, { a: { $elemMatch: { $gt: 5 } } }],
  [{ a: 12 }, { a: { $mod: [5, 3] } }],
  [{ a: 'x' }, { a: { $mod: [5, 0] } }],
];

const REFUSED: [filter: Document, code: number][] = [
  [{ a: { $foo: 1 } }, 2],
  [{ $foo: 1 }, 2],
  [{ a: { $in: 5 } }, 2],
  [{ a: { $nin: 'x' } }, 2],
  [{ a: { $in: [{ $gt: 1 }] } }, 2],
  [{ $or: [] }, 2],
  [{ $and: 5 }, 2],
  [{ $or: [5] }, 2],
  [{ a: { $all: 5 } }, 2],
  [{ a: { $elemMatch: 5 } }, 2],
  [{ a: { $mod: [0, 1] } }, 2],
  [{ a: { $mod: [1] } }, 2],
  [{ a: { $not: 5 } }, 2],
  [{ a: { $not: {} } }, 2],
  [{ a: { $type: 'integer' } }, 2],
  [{ a: { $ne: /x/ } }, 2],
  [{ a: { $gt: /x/ } }, 2],
  [{ a: { $options: 'i' } }, 2],
  [{ a: { $regex: 5 } }, 2],
  [{ a: { $gt: 1, b: 2 } }, 2],
];

test.each(FOUND.map((row, i) => [i, ...row] as const))('%i: %j is found by %j', async (i, document, filter) => {
  const rows = db.collection<Document>('found');
  await rows.insertOne({ _id: i, ...document } as never);
  expect(await rows.countDocuments({ $and: [{ _id: i }, filter] })).toBe(1);
});

test.each(MISSED.map((row, i) => [i, ...row] as const))('%i: %j is not found by %j', async (i, document, filter) => {
  const rows = db.collection<Document>('missed');
  await rows.insertOne({ _id: i, ...document } as never);
  expect(await rows.countDocuments({ $and: [{ _id: i }, filter] })).toBe(0);
});

test.each(REFUSED)('%j is refused', async (filter, code) => {
  await expect(db.collection('found').find(filter).toArray()).rejects.toMatchObject({ code });
});
