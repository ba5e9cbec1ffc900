/** Questions are answered from the knowledge when it is sure, with choices when it is not, else with a ticket. */
import type { Model } from 'mongoose';
import { detectLanguage, type Knowledge } from '../../knowledge/index.js';
import type { Act, Handlers } from '../act.js';
import type { Viewer } from '../card.js';
import { Refusal } from '../refusal.js';
import { card, done, type Reply } from '../reply.js';
import { wording } from '../wording/index.js';
import { articleCard, choicesCard, emptyCard, noAnswerCard } from './answers.cards.js';
import { keepQuestion, type Question } from './answers.store.js';

/** A question keeps this much of the words: what a ticket's description can hold. */
const KEPT_WORDS = 3000;

export function createAnswers(deps: {
  knowledge: () => Knowledge;
  questions: Model<Question>;
  nextNumber(): Promise<number>;
}) {
  const { questions } = deps;

  /** A question is answered in the language it was asked in, whatever the person's own. */
  const inItsLanguage = (words: string, act: Act): { viewer: Viewer; say: Act['say'] } => {
    const lang = /\p{L}/u.test(words) ? detectLanguage(words) : act.viewer.lang;
    return { viewer: { ...act.viewer, lang }, say: wording[lang] };
  };

  async function record(words: string, act: Act): Promise<Question> {
    const audience = act.actor.roles.includes('agent') ? 'agents' : 'everyone';
    const today = act.now.toISOString().slice(0, 10);
    const { band, ranked } = deps.knowledge().answer(words, { audience, today });
    const question: Question = {
      _id: `Q-${await deps.nextNumber()}`,
      origin: act.origin,
      by: act.actor.id,
      at: act.now,
      words: words.slice(0, KEPT_WORDS),
      ...(act.files ? { files: [...act.files] } : {}),
      band,
      offered: ranked.map(({ article, confidence }) => ({ article: article.id, confidence })),
      ...(band === 'sure' ? { shown: ranked[0]!.article.id } : {}),
    };
    return keepQuestion(questions, question);
  }

  async function ask(words: string, act: Act): Promise<Reply> {
    const { viewer, say } = inItsLanguage(words, act);
    if (!/[\p{L}\p{N}]/u.test(words)) return card(emptyCard(viewer, say));
    const question = await record(words, act);
    const articles = question.offered.flatMap(({ article }) => deps.knowledge().article(article) ?? []);
    const [first] = articles;
    if (question.band === 'sure' && first) return card(articleCard(question._id, first, viewer, say));
    if (question.band === 'choices' && first) return card(choicesCard(question._id, articles, viewer, say));
    return card(noAnswerCard(question._id, viewer, say));
  }

  const own = async (id: string, act: Act): Promise<Question> => {
    const question = await questions.findOne({ _id: id, by: act.actor.id }).lean().exec();
    if (!question) throw new Refusal((say) => say.desk.wrongCommand);
    return question;
  };

  const handlers: Handlers<'ask' | 'show-article' | 'helped'> = {
    ask: ({ words }, act) => ask(words, act),
    async 'show-article'({ question: id, article: wanted }, act) {
      const question = await own(id, act);
      const article = deps.knowledge().article(wanted);
      if (!article || !question.offered.some((offer) => offer.article === wanted))
        throw new Refusal((say) => say.answers.gone(id));
      await questions.updateOne({ _id: id }, { $set: { shown: wanted } }).exec();
      const { viewer, say } = inItsLanguage(question.words, act);
      return card(articleCard(id, article, viewer, say));
    },
    async helped({ question: id }, act) {
      const question = await own(id, act);
      if (!question.helped) await questions.updateOne({ _id: id }, { $set: { helped: act.now } }).exec();
      return done(inItsLanguage(question.words, act).say.answers.glad);
    },
  };

  return {
    handlers,
    ask,
    /** What a ticket takes along from the question it came from. */
    async question(id: string) {
      const found = await questions.findById(id).lean().exec();
      if (!found) return undefined;
      const read = found.shown ? deps.knowledge().article(found.shown) : undefined;
      const { words, by, files } = found;
      return { words, by: [by], ...(files?.length ? { files } : {}), ...(read ? { article: read.title } : {}) };
    },
  };
}
