/** Keeps what is said in the playground, whole and by id; what a message is made of is the playground's business. */
import mongoose, { type Connection } from 'mongoose';

const { Schema } = mongoose;

type Kept = { _id: string; message: unknown };

export function openPlaygroundMemory<M extends { id: string }>(connection: Connection) {
  const schema = new Schema<Kept>(
    { _id: { type: String, required: true }, message: { type: Schema.Types.Mixed, required: true } },
    { collection: 'playground', versionKey: false, minimize: false },
  );
  const model = connection.model<Kept>('PlaygroundMessage', schema);
  return {
    async save(message: M): Promise<void> {
      await model.replaceOne({ _id: message.id }, { _id: message.id, message }, { upsert: true });
    },
    async all(): Promise<M[]> {
      const kept = await model.find().lean();
      return kept.map(({ message }) => message as M);
    },
  };
}
