/**
 * Which release's records a store holds. The rule for fields: releases add optional ones, and keep those that they do not
 * know; what cannot be said in that way is a migration. A store that a newer major has written is refused.
 */
import { isDuplicateKey } from '../errors.js';
import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import mongoose, { type Connection } from 'mongoose';
import type { Logger } from 'pino';
import { migrations, type Migration } from './migrations.js';

const { Schema } = mongoose;

/** Raised when releases before it could not work on the store any more. */
export const MAJOR = 2;

/** Time without a sign after which a process at a migration counts as dead: another one goes on. */
const LEASE_MS = 30_000;
const ID = 'deskhand';

type SchemaRow = {
  _id: string;
  major: number;
  /** What marks buttons as this store's; a store of a release that marked none has none. */
  epoch?: string;
  /** The migrations that were done, in order. */
  done: string[];
  lease?: { holder: string; until: Date } | null;
};

export type StoreSchema = { epoch: string | undefined };

/**
 * Claims the store for this release, and migrates what older ones have written: one process does, the others wait.
 * @param deps.all the migrations, in order; each is small, and may be run again after a crash.
 * @throws an error with the remedy when a newer major has written the store.
 */
export async function openSchema(
  connection: Connection,
  { log, all = migrations, major = MAJOR }: { log: Logger; all?: readonly Migration[]; major?: number },
): Promise<StoreSchema> {
  const book = connection.model<SchemaRow>(
    'schema',
    new Schema({ _id: String }, { strict: false, versionKey: false, autoIndex: false }),
    'schema',
  ).collection;
  const db = connection.db!;
  const find = async () => (await book.findOne({ _id: ID as never })) as unknown as SchemaRow | null;

  if (!(await find())) {
    // Numbers are drawn with the first record, so a store without any is new; one with some was written before there were epochs.
    const isOld = (await db.collection('counters').findOne({})) !== null;
    const first = isOld
      ? { major: 1, done: [] }
      : { major, done: all.map(({ id }) => id), epoch: randomBytes(6).toString('base64url') };
    await book.updateOne({ _id: ID as never }, { $setOnInsert: first }, { upsert: true }).catch((error: unknown) => {
      if (!isDuplicateKey(error)) throw error;
    });
  }

  const holder = randomUUID();
  for (;;) {
    const row = (await find())!;
    if (row.major > major)
      throw new Error(
        `The store was written by a newer release (schema ${row.major}; this one knows ${major}): ` +
          'start that release or a later one, or restore the backup that was made before the upgrade',
      );
    const next = all.find(({ id }) => !row.done.includes(id));
    if (!next && row.major === major) return { epoch: row.epoch };
    const now = new Date();
    const isFree = { $or: [{ lease: null }, { 'lease.until': { $lt: now } }] };
    const lease = { holder, until: new Date(now.getTime() + LEASE_MS) };
    const taken = await book.updateOne({ _id: ID as never, done: row.done, ...isFree }, { $set: { lease } });
    if (taken.modifiedCount === 0) {
      await pause(100);
      continue;
    }
    const renewing = setInterval(() => {
      const until = new Date(Date.now() + LEASE_MS);
      book
        .updateOne({ _id: ID as never, 'lease.holder': holder }, { $set: { 'lease.until': until } })
        .catch(() => undefined);
    }, LEASE_MS / 3);
    try {
      if (next) {
        log.info({ migration: next.id }, next.what);
        await next.run(db);
      }
      const done = next ? { $push: { done: next.id } } : { $set: { major } };
      await book.updateOne({ _id: ID as never, 'lease.holder': holder }, { ...done, $unset: { lease: '' } } as object);
    } finally {
      clearInterval(renewing);
    }
  }
}
