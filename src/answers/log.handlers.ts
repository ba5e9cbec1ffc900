/** Agents look at what people asked and what the desk made of it: the first thing to read before writing articles. */
import type { Model } from 'mongoose';
import type { Knowledge } from '../../knowledge/matcher/index.js';
import type { Context, Handlers } from '../context.js';
import type { Directory } from '../people.js';
import { card } from '../reply.js';
import type { Band, Week } from '../language/answers/sentences.js';
import { logCard, type Logged } from './log.cards.js';
import type { Question } from './answers.store.js';

/** Questions on one card: the most that both platforms show whole, each with three articles. */
const PAGE = 8;
/** Characters of a question that tell what was meant. */
const LONGEST = 100;
const WEEK_MS = 7 * 86_400_000;

export function createLog(deps: {
  questions: Model<Question>;
  knowledge: () => Knowledge;
  /** The tickets that grew out of these questions, by question. */
  ticketsFrom(questions: readonly string[]): Promise<Map<string, { ticket: string }>>;
  /** Those whose words are a matter for a group that works in confidence. */
  confidential(questions: readonly Question[]): Promise<Set<string>>;
  isAgent: Directory['isAgent'];
  /** The words without what tells of people. */
  redact(words: string): string;
}) {
  const { questions } = deps;

  async function weekUntil(now: Date): Promise<Week> {
    const at = { $gte: new Date(now.getTime() - WEEK_MS) };
    const count = (filter: object) => questions.countDocuments(filter).exec();
    const [sure, choices, none, helped] = await Promise.all([
      count({ band: 'sure', at }),
      count({ band: 'choices', at }),
      count({ band: 'none', meant: { $exists: false }, at }),
      count({ helped: at }),
    ]);
    return { sure, choices, none, helped };
  }

  /** The newest before that moment; others' words that are confidential, or became so, stay where they are. */
  async function page(band: Band | undefined, before: Date | undefined, reader: string) {
    const asked = band === 'none' ? { meant: { $exists: false } } : {};
    const filter = { ...(band ? { band } : {}), ...asked, ...(before ? { at: { $lt: before } } : {}) };
    const found = await questions
      .find(filter)
      .sort({ at: -1 })
      .limit(PAGE + 1)
      .lean()
      .exec();
    const shown = found.slice(0, PAGE);
    const [tickets, confidential] = await Promise.all([
      deps.ticketsFrom(shown.map(({ _id }) => _id)),
      deps.confidential(shown),
    ]);
    const rows = shown
      .filter(({ _id, by }) => by === reader || !confidential.has(_id))
      .map((each): Logged => logged(each, tickets.get(each._id)?.ticket));
    return { rows, earlier: found.length > PAGE ? shown.at(-1)!.at.toISOString() : undefined };
  }

  const logged = (
    { _id, at, band, helped, words, offered, meant, read = [] }: Question,
    ticket: string | undefined,
  ): Logged => ({
    _id,
    at,
    band,
    words: deps
      .redact(words.slice(0, 4 * LONGEST))
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, LONGEST),
    offered: (band === 'sure' ? offered.slice(0, 1) : offered).map(({ article, confidence }) => ({
      title: deps.knowledge().article(article)?.title ?? article,
      confidence,
      wasRead: read.includes(article),
    })),
    ticket,
    ...(helped ? { helped } : {}),
    ...(meant ? { meant } : {}),
  });

  const handlers: Handlers<'list-questions'> = {
    async 'list-questions'({ band, before }, { actor, now, viewer, say }: Context) {
      const [{ rows, earlier }, week] = await Promise.all([
        page(band, before === undefined ? undefined : new Date(before), actor.id),
        weekUntil(now),
      ]);
      return card(logCard({ rows, week, earlier, ...(band ? { only: band } : {}) }, viewer, say));
    },
  };
  return { handlers };
}
