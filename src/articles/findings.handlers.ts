/** Tells who looks after the knowledge what it lacks, once a week, and what is due for review, once. */
import type { Model } from 'mongoose';
import type { Article, Likeness } from '../../knowledge/matcher/index.js';
import type { Question } from '../answers/answers.store.js';
import { byDesk, type Presenter, type Sweep } from '../context.js';
import type { Ledger } from '../history.js';
import { gapsOf, made, type Finding } from './findings.js';
import { findingCard, standingOf } from './articles.cards.js';
import type { ArticleQueries } from './articles.store.js';
import type { KnowledgePolicy } from './policy.js';

/** The most questions of a busy week that are grouped, the latest: enough to see what people ask most. */
const GROUPED = 500;
/** Of a question this much is compared, in characters. */
const READ = 1000;
const WEEK_MS = 7 * 86_400_000;

export function createFindings(deps: {
  ledger: Ledger<Finding>;
  queries: ArticleQueries;
  /** How many phrasings wait for an agent. */
  waiting(): Promise<number>;
  questions: Model<Question>;
  /** The tickets that grew out of these questions, by question. */
  ticketsFrom(questions: readonly string[]): Promise<Map<string, unknown>>;
  /** Those whose words are a matter for a group that works in confidence. */
  confidential(questions: readonly Pick<Question, '_id' | 'by' | 'at' | 'words'>[]): Promise<Set<string>>;
  articles(): readonly Article[];
  likeness(): Likeness;
  redact(words: string): string;
  policy: KnowledgePolicy;
}) {
  const { ledger, queries, policy } = deps;

  /** Questions that no answer ended: none was found, or it took a ticket. What is confidential stays where it is. */
  async function unanswered(from: Date, until: Date): Promise<{ count: number; latest: string[] }> {
    const asked = await deps.questions
      .find({ at: { $gte: from, $lt: until }, helped: null } as never, { words: 1, band: 1, by: 1, at: 1, meant: 1 })
      .sort({ at: -1 })
      .lean<Question[]>()
      .exec();
    const [tickets, confidential] = await Promise.all([
      deps.ticketsFrom(asked.map(({ _id }) => _id)),
      deps.confidential(asked),
    ]);
    const open = asked.filter(
      ({ _id, band, meant }) => !confidential.has(_id) && (tickets.has(_id) || (band === 'none' && !meant)),
    );
    return { count: open.length, latest: open.slice(0, GROUPED).map(({ words }) => deps.redact(words.slice(0, READ))) };
  }

  const gaps: Sweep = {
    name: 'knowledge-gaps',
    seconds: 60,
    async run(now) {
      const { to: until } = policy.reportDue(now);
      const cause = byDesk(now, `gaps:${until.toISOString()}`);
      if (await queries.madeFrom(cause.origin)) return 0;
      const from = new Date(until.getTime() - WEEK_MS);
      const { count, latest } = await unanswered(from, until);
      const { own, events } = made({
        kind: 'gaps',
        to: policy.owner,
        from,
        until,
        unanswered: count,
        gaps: gapsOf(latest, deps.likeness().group(latest)),
        waiting: await deps.waiting(),
      });
      await ledger.open(own, events, cause);
      return 1;
    },
  };

  const reviews: Sweep = {
    name: 'knowledge-reviews',
    seconds: 3600,
    async run(now) {
      const today = now.toISOString().slice(0, 10);
      const due = deps.articles().filter((each) => policy.isReviewDue(each, today));
      if (due.length === 0) return 0;
      const told = await queries.toldOfReview();
      const news = due.filter(({ id, reviewed }) => !told.has(`${id}@${reviewed}`));
      const owners = new Set(news.map((article) => policy.ownerOf(article)));
      for (const to of owners) {
        const articles = news.filter((article) => policy.ownerOf(article) === to);
        const { own, events } = made({
          kind: 'review',
          to,
          from: now,
          until: now,
          articles: articles.map(({ id, title, reviewed = '' }) => ({ id, title, reviewed })),
        });
        await ledger.open(own, events, byDesk(now, `review:${to}:${today}`));
      }
      return owners.size;
    },
  };

  const presenter: Presenter<Finding> = {
    ledger,
    standing: standingOf,
    draw: (finding, _, viewer, say) => findingCard(finding, viewer, say),
    notice: (finding, _, __, viewer, say) => findingCard(finding, viewer, say),
  };
  return { presenter, sweeps: [gaps, reviews] };
}
