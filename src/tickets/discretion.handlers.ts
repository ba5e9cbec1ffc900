/** Which questions stay between the person who asked them and the desk: those that are a matter for a sensitive group. */
import { isHidden, isSensitive, namesSensitive, sensitiveWords } from './discretion.js';
import type { IsDuplicate } from './links/duplicates.js';
import type { Room } from './room.handlers.js';
import { DAY_MS } from './ticket.js';

/** What must be known of a question to judge it. */
export type Asked = { _id: string; by: string; at: Date; words: string };

/** Whatever somebody asked within a day of a confidential ticket of theirs may be about it; within a month, what is like it. */
const NEAR_MS = DAY_MS;
const LIKELY_MS = 30 * DAY_MS;

/** What a question has become. */
export type Grown = { ticket: string; isHidden: boolean };

export function createDiscretion({ queries, house }: Room, isDuplicate: IsDuplicate) {
  const { directory, sla } = house;
  const groups = directory.groups.map(({ id }) => id).filter((id) => isSensitive(id, house));
  const words = sensitiveWords(directory, sla.categories);

  /** The tickets that grew out of these questions, by question, and whether they are confidential. */
  async function grownFrom(questions: readonly string[]): Promise<Map<string, Grown>> {
    const found = await queries.grownFrom(questions);
    return new Map(
      found.flatMap(({ _id, question, group }) =>
        question ? [[question, { ticket: _id, isHidden: isHidden({ group }, house) }]] : [],
      ),
    );
  }

  return {
    grownFrom,
    /** Those of the questions whose words nobody else is shown. */
    async confidential(questions: readonly Asked[]): Promise<Set<string>> {
      if (questions.length === 0 || groups.length === 0) return new Set();
      const times = questions.map(({ at }) => at.getTime());
      const [grown, tickets] = await Promise.all([
        grownFrom(questions.map(({ _id }) => _id)),
        queries.openedBetween(
          new Date(Math.min(...times) - NEAR_MS),
          new Date(Math.max(...times) + LIKELY_MS),
          groups,
          [...new Set(questions.map(({ by }) => by))],
        ),
      ]);
      const isNear = ({ by, at, words: asked }: Asked): boolean =>
        tickets.some(({ requester, opened, title }) => {
          if (requester.id !== by) return false;
          const later = opened.getTime() - at.getTime();
          return Math.abs(later) <= NEAR_MS || (later > 0 && later <= LIKELY_MS && isDuplicate(asked, title));
        });
      const hides = (question: Asked): boolean =>
        grown.get(question._id)?.isHidden === true || namesSensitive(question.words, words) || isNear(question);
      return new Set(questions.filter(hides).map(({ _id }) => _id));
    },
  };
}
