/** What a person said last, what the desk offered for it and what they chose: a short answer is understood by it. */
import type { Model } from 'mongoose';
import type { Context } from '../context.js';
import type { Question } from './answers.store.js';

/** What was said in the last half hour was said a short while ago. */
const WHILE_MS = 1_800_000;

export type Remembered = Pick<Question, '_id' | 'words' | 'band' | 'offered' | 'shown' | 'meant'>;

export function createRemembered(questions: Model<Question>) {
  const lately = ({ actor, now, origin }: Context) => ({
    by: actor.id,
    at: { $gte: new Date(now.getTime() - WHILE_MS) },
    origin: { $ne: origin },
  });
  /** What this person said last, if it was a short while ago. */
  async function last(context: Context): Promise<Remembered | undefined> {
    const [found] = await questions.find(lately(context)).sort({ at: -1 }).limit(1).lean().exec();
    return found;
  }
  return {
    last,
    /** Whether this person said a short while ago what was understood so. */
    metBefore: async (intent: string, context: Context): Promise<boolean> =>
      (await last(context))?.meant?.intent === intent,
    /** Keeps by which commands an act could have been chosen. */
    async offered(question: string, commands: readonly string[]): Promise<void> {
      await questions.updateOne({ _id: question }, { $set: { 'meant.offers': commands } }).exec();
    },
    /** Keeps what was chosen of the latest offer with this command; `no` when none was wanted. */
    async chosen(command: string, context: Context): Promise<Remembered | undefined> {
      const offer = command === 'no' ? { $exists: true } : command;
      const found = await questions
        .findOneAndUpdate(
          { ...lately(context), 'meant.offers': offer, 'meant.chosen': { $exists: false } },
          { $set: { 'meant.chosen': command } },
          { sort: { at: -1 }, returnDocument: 'after' },
        )
        .lean()
        .exec();
      return found ?? undefined;
    },
  };
}
