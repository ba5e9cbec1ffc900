import { readFileSync } from 'node:fs';
import { EJSON } from 'bson';
import type { Connection } from 'mongoose';

type Dump = Record<string, { documents: object[]; indexes: ({ key: object; name: string } & object)[] }>;

/** Puts a dumped store into a database: documents and indexes, as they were. */
export async function restore(connection: Connection, file: string): Promise<void> {
  const dump = EJSON.parse(readFileSync(file, 'utf8'), { relaxed: false }) as Dump;
  for (const [name, { documents, indexes }] of Object.entries(dump)) {
    const collection = connection.collection(name);
    if (documents.length > 0) await collection.insertMany(documents);
    for (const { key, ...options } of indexes)
      if (options.name !== '_id_') await collection.createIndex(key as never, options);
  }
}
