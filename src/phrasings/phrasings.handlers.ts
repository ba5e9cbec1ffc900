/** What the desk learns from the answers that helped: behind a gate, once, and it can be taken back. */
import type { Article } from '../../knowledge/matcher/index.js';
import type { Context, Presenter, Handlers } from '../context.js';
import type { Text } from '../card.js';
import type { Glance, Ledger } from '../history.js';
import { Refusal } from '../refusal.js';
import { card, done, type Reply } from '../reply.js';
import type { Library } from '../articles/articles.library.js';
import type { ArticleDraft } from '../articles/draft.js';
import { learnCard } from './phrasings.cards.js';
import type { PhrasingQueries } from './phrasings.store.js';
import {
  actIn,
  agree,
  chosenFor,
  decide,
  idOfAct,
  isNear,
  isWaiting,
  keyOf,
  phrasingOf,
  proposed,
  type Phrasing,
} from './phrasing.js';

/** A question that the article shown last has answered. */
export type Confirmed = {
  _id: string;
  words: string;
  shown?: string;
  offered: readonly { article: string; score?: number }[];
};

/** What words were understood as, and how surely; by which commands it was offered, and which was chosen. */
type Chosen = { intent: string; confidence: number; offers?: readonly string[]; chosen?: string };

/** From this confidence on, words need not be taught. */
const UNDERSTOOD = 0.9;
/** As many as a card shows of each. */
const SHOWN = 5;
/** The likeness from which two people's questions mean the same. */
const SAME = 0.6;

export function createPhrasings(deps: {
  ledger: Ledger<Phrasing>;
  queries: PhrasingQueries;
  library: Library;
  /** The articles that wait to be published. */
  drafts(most: number): Promise<Pick<ArticleDraft, '_id' | 'title'>[]>;
  /** Whether the desk does something of this name. */
  isAct(name: string): boolean;
  /** Takes into service what was taught. */
  refresh(): Promise<unknown>;
  /** The words without what tells of people. */
  redact(words: string): string;
}) {
  const { ledger, queries, library } = deps;
  const articleOf = (id: string): Article | undefined => {
    const article = library.knowledge().article(id);
    return article?.id === id ? article : undefined;
  };

  /** What a phrasing is of, as agents read it; undefined when that is no more. */
  const titleOf = (id: string): string | undefined => {
    const act = actIn(id);
    return act === undefined ? articleOf(id)?.title : deps.isAct(act) ? act : undefined;
  };

  /** The words wait for an agent as a way to ask for the act. */
  async function proposeAct(words: string, intent: string, context: Context): Promise<void> {
    const { own, events } = proposed(
      { article: { id: idOfAct(intent), title: intent }, words, near: false },
      context.actor.id,
      context.now,
    );
    const origin = `phrasing:${idOfAct(intent)}:${keyOf(words)}`;
    const { _id } = await ledger.open(own, events, { ...context, origin });
    await ledger.change(_id, context, (each) => agree(each, context.actor.id));
  }

  /** Told when a ticket has grown out of words to which the desk had no answer. */
  async function ticketGrown(said: string, context: Context): Promise<void> {
    const words = phrasingOf(deps.redact(said));
    if (words && !/\d/.test(words)) await proposeAct(words, 'ticket-new', context);
  }

  /** Told when somebody chose an article among some: it waits for an agent, or for those whom it helped. */
  async function picked(question: Confirmed, context: Context): Promise<void> {
    const { article, words } = wordsFor(question) ?? {};
    if (!article || !words) return;
    const { own, events } = chosenFor(article, words, context.actor.id, context.now);
    await ledger.open(own, events, { ...context, origin: originOf(article, words) });
  }

  /** Told when somebody chose what was offered for words that were not surely understood: it waits for an agent. */
  async function actChosen({ words: said, meant }: { words: string; meant?: Chosen }, context: Context): Promise<void> {
    const words = phrasingOf(deps.redact(said));
    // Words with a number are of one record alone.
    if (!words || !meant || meant.confidence >= UNDERSTOOD || meant.intent === 'unclear' || /\d/.test(words)) return;
    // What was offered first is what was understood.
    if (meant.offers?.[0] !== meant.chosen) return;
    await proposeAct(words, meant.intent, context);
  }

  /** Others who asked nearly the same, and found the same article: each agrees with the other. */
  async function allies(phrasing: Phrasing, context: Context): Promise<void> {
    const likeness = library.likeness();
    for (const other of await queries.waitingFor(phrasing.article)) {
      if (other._id === phrasing._id || likeness.between(other.words, phrasing.words) < SAME) continue;
      for (const [one, another] of [
        [phrasing, other],
        [other, phrasing],
      ] as const)
        for (const person of another.people)
          await ledger.change(one._id, { ...context, origin: `agreed:${another._id}:${person}` }, (each) =>
            agree(each, person),
          );
    }
  }

  const originOf = ({ id }: Pick<Article, 'id'>, words: string): string => `phrasing:${id}:${keyOf(words)}`;

  /** The article shown last, and the words that may become a phrasing of it; undefined when it has them already. */
  function wordsFor({ shown, words: said }: Confirmed): { article: Article; words: string } | undefined {
    const article = shown ? articleOf(shown) : undefined;
    const words = article && phrasingOf(deps.redact(said));
    if (!article || !words) return undefined;
    const isKnown = [article.title, ...article.phrasings].some((known) => keyOf(known) === keyOf(words));
    return isKnown ? undefined : { article, words };
  }

  /** Told when somebody was helped; a redelivery teaches nothing new. */
  async function confirmed(question: Confirmed, context: Context): Promise<void> {
    const { article, words } = wordsFor(question) ?? {};
    if (!article || !words) return;
    const near = isNear(question.offered, article.id);
    const { own, events } = proposed({ article, words, near }, context.actor.id, context.now);
    const opened = await ledger.open(own, events, { ...context, origin: originOf(article, words) });
    const agreed = { ...context, origin: `agreed:${question._id}` };
    const phrasing = (await ledger.change(opened._id, agreed, (each) => agree(each, context.actor.id, near))) ?? opened;
    if (phrasing.state === 'waiting') await allies(phrasing, context);
    await deps.refresh();
  }

  const titled = (phrasings: readonly Glance<Phrasing>[]) =>
    phrasings.flatMap((phrasing) => {
      const title = titleOf(phrasing.article);
      return title === undefined ? [] : [{ phrasing, title }];
    });

  /** @param note what is said first. */
  async function lists({ viewer, say }: Context, note?: Text): Promise<Reply> {
    const [waiting, taught, drafts] = await Promise.all([
      queries.inState('waiting', SHOWN),
      queries.inState('taught', 10 * SHOWN),
      deps.drafts(SHOWN),
    ]);
    const known = titled(taught);
    const again = known.filter(({ phrasing, title }) => isWaiting(phrasing, title));
    const shown = {
      waiting: [...titled(waiting), ...again].slice(0, SHOWN),
      taught: known.filter((each) => !again.includes(each)).slice(0, SHOWN),
      drafts,
      note,
    };
    return card(learnCard(shown, viewer, say));
  }

  const handlers: Handlers<'learn' | 'decide-phrasing'> = {
    learn: (_, context) => lists(context),
    /** A button that does not say what was read, or says that it was something else, shows what there is now. */
    async 'decide-phrasing'({ phrasing: id, verdict, read }, context) {
      const before = await ledger.load(id);
      const title = before && titleOf(before.article);
      if (!before || title === undefined) throw new Refusal((say) => say.articles.noPhrasing);
      const after = await ledger.change(id, context, (each) =>
        decide(each, context.actor, context.now, verdict, title, read),
      );
      if (!after?.history.some(({ origin }) => origin === context.origin))
        return lists(context, context.say.articles.lookAgain);
      await deps.refresh();
      return done(context.say.articles.verdict[verdict](before.words));
    },
  };

  /** It has no cards that stand for it: agents list what waits. */
  const presenter: Presenter<Phrasing> = {
    ledger,
    standing: () => [],
    draw: () => {
      throw new Error('a phrasing has no standing card');
    },
    notice: () => {
      throw new Error('nobody is told of a phrasing');
    },
  };
  return { handlers, presenter, confirmed, picked, ticketGrown, actChosen };
}
