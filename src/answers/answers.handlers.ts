/** Questions are answered from the knowledge when it is sure, with choices when it is not, else with a ticket. */
import type { Model } from 'mongoose';
import {
  answerOf,
  detectLanguage,
  isShown,
  othersThan,
  SURE,
  type Article,
  type Knowledge,
  type Ranked,
} from '../../knowledge/matcher/index.js';
import type { Context, Handlers } from '../context.js';
import type { Button, Card, Lang, Text, Viewer } from '../card.js';
import type { PartialCommand } from '../language/command.js';
import { tongueOf } from '../language/tongue.js';
import { isThanks } from '../language/small-talk.js';
import { isNoise } from '../noise.js';
import type { Directory } from '../people.js';
import { Refusal } from '../refusal.js';
import { card, done, openly, type Reply } from '../reply.js';
import { wording } from '../language/wording.js';
import {
  articleCard,
  besideTicketCard,
  choicesCard,
  emptyCard,
  noAnswerCard,
  outageCard,
  outsideCard,
  stillOpenCard,
  whyCard,
  wordCard,
} from './answers.cards.js';
import { keepQuestion, type Meant, type Question } from './answers.store.js';
import { createRemembered } from './remembered.js';

/** A question keeps this much of the words: what a ticket's description can hold. */
const KEPT_WORDS = 3000;
/** The most articles compared when somebody asks why. */
const EXPLAINED = 3;
const NOTHING = { band: 'none' as const, ranked: [] };
/** The most articles that are offered for one word. */
const NAMED = 4;

/**
 * How words are related to what the desk serves. `unrelated`: they are of something else than IT, or of nothing, and only
 * a very good answer is given. `word`: a word or two that name a thing.
 */
export type Relation = 'unrelated' | 'word';

export function createAnswers(deps: {
  knowledge: () => Knowledge;
  questions: Model<Question>;
  nextNumber(): Promise<number>;
  /** The ticket that was opened from a question, while it is open and this person may see it. */
  openFrom(question: string, context: Context): Promise<string | undefined>;
  /** Told when an article has helped. */
  confirmed(question: Question, context: Context): Promise<void>;
  /** Told when an article was chosen among some, for words that are nobody's secret. */
  picked(question: Question, context: Context): Promise<void>;
  /** Whether nobody has looked at an article for too long, by an ISO date. */
  isReviewDue(article: Pick<Article, 'reviewed'>, today: string): boolean;
  isAgent: Directory['isAgent'];
  /** The words that led most to what others were understood as. */
  leading(words: string, intent: string): readonly { term: string; weight: number }[];
  /** Whom people ask about what is not IT. */
  otherDesks: readonly { name: Record<Lang, string>; contact: string }[];
  /** Whether its words are a matter for a group that works in confidence. */
  isConfidential(question: Question): Promise<boolean>;
  /** The words without what tells of people. */
  redact(words: string): string;
  /** Whether they tell that the work of many people stands still. */
  isOutage(words: string): boolean;
  /** The form for the access that words ask for; `isNamed` when it is known for what. */
  wishIn(words: string): { draft: PartialCommand; isNamed: boolean } | undefined;
}) {
  const { questions } = deps;

  /**
   * The articles that the asker may read, judged again at every click: agents read theirs too, and nobody reads expired
   * ones.
   */
  const eyesOf = ({ actor, now }: Context) => ({
    audience: deps.isAgent(actor) ? ('agents' as const) : ('everyone' as const),
    today: now.toISOString().slice(0, 10),
  });

  const forAgent = (article: Article, context: Context) =>
    deps.isAgent(context.actor) ? { due: deps.isReviewDue(article, eyesOf(context).today) } : undefined;

  function visible(id: string, context: Context): Article | undefined {
    const article = deps.knowledge().article(id);
    return article && isShown(article, eyesOf(context)) ? article : undefined;
  }

  /** A question is answered in the language it was asked in, whatever the person's own. */
  const inItsLanguage = (words: string, context: Context): { viewer: Viewer; say: Context['say'] } => {
    const lang = tongueOf(words) ?? (/\p{L}/u.test(words) ? detectLanguage(words) : context.viewer.lang);
    return { viewer: { ...context.viewer, lang }, say: wording[lang] };
  };

  /** A wish for access can be granted here; where an answer is at hand, only for the entitlement that was named. */
  function wished(words: string, isAnswered: boolean, say: Context['say']): Button[] {
    const wish = deps.wishIn(words);
    if (!wish || (isAnswered && !wish.isNamed)) return [];
    const does = { do: 'show-form', draft: wish.draft } as const;
    return [{ label: say.general.requestAccess, does, ...(wish.isNamed && !isAnswered ? { tone: 'primary' } : {}) }];
  }

  function answerWith(article: Article, question: Question, context: Context): Card {
    const { viewer, say } = inItsLanguage(question.words, context);
    const others = othersThan(article.id, question.offered).flatMap((other) => visible(other.article, context) ?? []);
    const more = wished(question.words, true, say);
    return articleCard(question._id, { article, others, more, forAgent: forAgent(article, context) }, viewer, say);
  }

  /** What was ranked in one act: its words are ranked for what they mean, and then for their answer. */
  const ranking = new WeakMap<Context, { words: string; ranked: Ranked[] }>();

  /** The articles that may answer the words, as far as this person sees them. */
  function rank(words: string, context: Context): Ranked[] {
    const before = ranking.get(context);
    if (before?.words === words) return before.ranked;
    const ranked = deps.knowledge().rank(words, eyesOf(context));
    ranking.set(context, { words, ranked });
    return ranked;
  }

  /** The articles that have the word in their titles or phrasings. */
  const namedBy = (word: string, context: Context) => {
    const said = word.trim().toLowerCase();
    return rank(word, context)
      .slice(0, NAMED)
      .filter(({ article }) => [article.title, ...article.phrasings].some((each) => each.toLowerCase().includes(said)));
  };

  function found(words: string, context: Context, relation?: Relation) {
    const answer = answerOf(rank(words, context));
    if (relation === 'unrelated' && (answer.ranked[0]?.confidence ?? 0) < SURE) return NOTHING;
    const named = relation === 'word' && answer.band === 'none' ? namedBy(words, context) : [];
    return named.length > 0 ? { band: 'choices' as const, ranked: named } : answer;
  }

  /** @param meant what the words were understood as, when no article is to answer them. */
  async function record(words: string, context: Context, meant?: Meant, relation?: Relation): Promise<Question> {
    const { band, ranked } = meant ? NOTHING : found(words, context, relation);
    const question: Question = {
      _id: `Q-${await deps.nextNumber()}`,
      origin: context.origin,
      by: context.actor.id,
      at: context.now,
      words: words.slice(0, KEPT_WORDS),
      ...(context.files ? { files: [...context.files] } : {}),
      band,
      offered: ranked.map(({ article, confidence, score }) => ({ article: article.id, confidence, score })),
      ...(meant ? { meant } : {}),
      ...(band === 'sure' ? { shown: ranked[0]!.article.id, read: [ranked[0]!.article.id] } : {}),
    };
    return keepQuestion(questions, question);
  }

  async function ask(words: string, context: Context, relation?: Relation): Promise<Reply> {
    const { viewer, say } = inItsLanguage(words, context);
    if (/\p{L}/u.test(words) && isThanks(words)) return done(say.answers.glad);
    if (isNoise(words)) return openly(emptyCard(viewer, say));
    const question = await record(words, context, undefined, relation);
    const articles = question.offered.flatMap(({ article }) => visible(article, context) ?? []);
    const [first] = articles;
    if (deps.isOutage(words)) return openly(outageCard(question._id, viewer, say));
    const answer = articles.every(({ audience }) => audience === 'everyone') ? openly : card;
    if (question.band === 'sure' && first) return answer(answerWith(first, question, context));
    const more = wished(words, false, say);
    if (question.band === 'choices' && first) return answer(choicesCard(question._id, articles, more, viewer, say));
    if (relation === 'word') return openly(wordCard(question._id, words, viewer, say));
    if (relation === 'unrelated') return openly(outsideCard(question._id, deps.otherDesks, viewer, say));
    return openly(noAnswerCard(question._id, more, viewer, say));
  }

  const own = async (id: string, context: Context): Promise<Question> => {
    const question = await questions.findOne({ _id: id, by: context.actor.id }).lean().exec();
    if (!question) throw new Refusal((say) => say.general.wrongCommand);
    return question;
  };

  /** One's own question, or for an agent one of the log, without what tells of people. */
  async function legible(id: string, context: Context): Promise<Question> {
    if (!deps.isAgent(context.actor)) return own(id, context);
    const question = await questions.findById(id).lean().exec();
    if (question?.by === context.actor.id) return question;
    if (!question || (await deps.isConfidential(question))) throw new Refusal((say) => say.answers.noQuestion(id));
    return { ...question, words: deps.redact(question.words) };
  }

  const latest = async (context: Context): Promise<Question> => {
    const [question] = await questions.find({ by: context.actor.id }).sort({ at: -1 }).limit(1).lean().exec();
    if (!question) throw new Refusal((say) => say.answers.whyWhat);
    return question;
  };

  const handlers: Handlers<'ask' | 'show-article' | 'helped' | 'why-answer'> = {
    ask: ({ words }, context) => ask(words, context),
    async 'show-article'({ question: id, article: wanted }, context) {
      const question = await own(id, context);
      const article = visible(wanted, context);
      if (!article || !question.offered.some((offer) => offer.article === wanted))
        throw new Refusal((say) => say.answers.gone(id));
      await questions.updateOne({ _id: id }, { $set: { shown: wanted }, $addToSet: { read: wanted } }).exec();
      if (question.band === 'choices' && !(await deps.isConfidential(question)))
        await deps.picked({ ...question, shown: wanted }, context);
      return card(answerWith(article, question, context));
    },
    async helped({ question: id }, context) {
      const question = await own(id, context);
      if (!question.helped) await questions.updateOne({ _id: id }, { $set: { helped: context.now } }).exec();
      await deps.confirmed(question, context);
      const { viewer, say } = inItsLanguage(question.words, context);
      const ticket = await deps.openFrom(id, context);
      const title = question.shown && deps.knowledge().article(question.shown)?.title;
      return ticket ? card(stillOpenCard(ticket, title, viewer, say)) : done(say.answers.glad);
    },
    async 'why-answer'({ question: id }, context) {
      const question = id ? await legible(id, context) : await latest(context);
      const ranked = deps.knowledge().rank(question.words, { ...eyesOf(context), limit: EXPLAINED });
      const { viewer, say } = inItsLanguage(question.words, context);
      const leading = question.meant ? deps.leading(question.words, question.meant.intent) : [];
      return card(whyCard(question, leading, ranked, viewer, say));
    },
  };

  return {
    handlers,
    ...createRemembered(questions),
    ask,
    rank,
    /** The article that surely answers words which have become a ticket. */
    beside(ticket: string, words: string, opened: Text, context: Context): Card | undefined {
      const { viewer, say } = inItsLanguage(words, context);
      const today = eyesOf(context).today;
      const { band, ranked } = deps.knowledge().answer(words, { audience: 'everyone', today });
      const [best] = ranked;
      if (band !== 'sure' || !best || deps.isOutage(words)) return undefined;
      return besideTicketCard(ticket, best.article, opened, viewer, say);
    },
    /** Keeps words that were understood as something to do; returns the number by which a form takes them along. */
    keep: async (words: string, meant: Meant, context: Context): Promise<string> =>
      (await record(words, context, meant))._id,
    /** The words of a question to which there was neither an answer nor an act, unless they are a matter of confidence. */
    async unanswered(id: string): Promise<string | undefined> {
      const found = await questions
        .findOne({ _id: id, band: 'none', meant: { $exists: false } })
        .lean()
        .exec();
      return found && !(await deps.isConfidential(found)) ? found.words : undefined;
    },
    /** What a ticket takes along from the question it came from. */
    async question(id: string) {
      const found = await questions.findById(id).lean().exec();
      if (!found) return undefined;
      const { words, by, files, offered, read = found.shown ? [found.shown] : [] } = found;
      const attempts = offered.flatMap(({ article }) => {
        const title = deps.knowledge().article(article)?.title;
        return title
          ? [{ article, title, how: read.includes(article) ? ('read' as const) : ('offered' as const) }]
          : [];
      });
      return { words, by: [by], ...(files?.length ? { files } : {}), ...(attempts.length > 0 ? { attempts } : {}) };
    },
  };
}
