import mongoose, { type Connection, type Model } from 'mongoose';
import type { Lang } from '../card.js';

/** That a person has read a version of a document. `_id` is `<sop>|<version>|<person>`, so it is there once. */
export type Acknowledgement = {
  _id: string;
  sop: string;
  version: number;
  person: string;
  at: Date;
  /** The language it was read in. */
  lang: Lang;
  origin: string;
};

export function openAcknowledgements(connection: Connection): Model<Acknowledgement> {
  const schema = new mongoose.Schema(
    { _id: String, sop: String, version: Number, person: String, at: Date, lang: String, origin: String },
    { versionKey: false, autoIndex: false },
  );
  schema.index({ sop: 1, version: 1, person: 1 }, { unique: true });
  schema.index({ person: 1 });
  return connection.model('acknowledgements', schema, 'acknowledgements') as unknown as Model<Acknowledgement>;
}
