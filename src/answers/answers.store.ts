import type { Band } from '../language/answers/sentences.js';
import { isDuplicateKey } from '../errors.js';
import mongoose, { type Connection, type Model } from 'mongoose';
import type { File } from '../chat.js';

/** `offers`: the commands by which an act could be chosen; `chosen`: which of them was, or `no`. */
export type Meant = {
  intent: string;
  confidence: number;
  tickets: number;
  requests: number;
  approvals: number;
  offers?: string[];
  chosen?: string;
};

/** A question as it was asked, what was offered, and how it ended. */
export type Question = {
  _id: string;
  origin: string;
  by: string;
  at: Date;
  words: string;
  files?: File[];
  band: Band;
  offered: { article: string; confidence: number; score?: number }[];
  /** The article that was read last, and all that were. */
  shown?: string;
  read?: string[];
  helped?: Date;
  /** What the words were understood as, when not as a question, and the state it was said in. */
  meant?: Meant;
};

export function openQuestions(connection: Connection): Model<Question> {
  const schema = new mongoose.Schema(
    {
      _id: String,
      origin: String,
      by: String,
      at: Date,
      words: String,
      files: { type: [mongoose.Schema.Types.Mixed], default: undefined },
      band: String,
      offered: [{ _id: false, article: String, confidence: Number, score: Number }],
      shown: String,
      read: { type: [String], default: undefined },
      helped: Date,
      meant: mongoose.Schema.Types.Mixed,
    },
    { versionKey: false, autoIndex: false },
  );
  schema.index({ origin: 1 }, { unique: true });
  schema.index({ by: 1, at: -1 });
  schema.index({ at: 1 });
  schema.index({ band: 1, at: -1 });
  schema.index({ helped: 1 }, { sparse: true });
  return connection.model('questions', schema, 'questions') as unknown as Model<Question>;
}

/**
 * Saves a question that was just asked; for a redelivery of the same origin, the one that is there already. Inserts
 * first and looks only when the index refuses: redeliveries are rare, questions are not.
 */
export async function keepQuestion(questions: Model<Question>, question: Question): Promise<Question> {
  try {
    await questions.collection.insertOne(question as never);
    return question;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    const before = await questions.findOne({ origin: question.origin }).lean().exec();
    if (!before) throw error;
    return before;
  }
}
