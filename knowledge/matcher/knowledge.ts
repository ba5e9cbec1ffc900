import type { Article, Audience } from './article.js';
import type { Problem } from './frontmatter.js';
import { createBank, type Bank, type Found } from './bank.js';
import type { Classifier } from './phrasing-classifier.js';
import { confidenceOf, signalsFor, type Signal } from './confidence.js';
import { noGlossary, type Glossary } from './glossary.js';
import { detectLanguage, type Language } from './language.js';
import { loadShelf } from './load.js';
import type { Reading } from './reading.js';
import { atOnce, inSlices, type Work } from './slices.js';
import { noneUnanswered, type Unanswered } from './unanswered.js';

export interface Ranked {
  article: Article;
  /** Chance between 0 and 1 that this article answers the question. */
  confidence: number;
  score: number;
  why: { term: string; score: number }[];
}

/** Why an article was ranked as it was. */
export interface Explanation extends Ranked {
  /** What spoke for and against it; `adds` is on the scale of log-odds, and their sum gives the confidence. */
  signals: Signal[];
}

export interface AskOptions {
  /** Language to answer in; by default that of the question. */
  lang?: Language;
  /** `everyone` (default) never sees articles for agents. */
  audience?: Audience;
  limit?: number;
  /** ISO date; articles valid until an earlier day are hidden. */
  today?: string;
}

/** sure: give the first. choices: offer them all. none: offer a ticket. */
export interface Answer {
  band: 'sure' | 'choices' | 'none';
  ranked: Ranked[];
}

export interface Knowledge {
  articles: Article[];
  problems: Problem[];
  glossary: Glossary;
  unanswered: Unanswered;
  rank(question: string, options?: AskOptions): Ranked[];
  answer(question: string, options?: AskOptions): Answer;
  /** The ranking with its reasons, for "Why this answer"; the same articles and confidences as `rank`. */
  explain(question: string, options?: AskOptions): Explanation[];
  /** By id (`vpn-drops.en`), or by pair (`vpn-drops`) with the language wanted, else the other one. */
  article(id: string, lang?: Language): Article | undefined;
  /** Adds a phrasing; the indexes are renewed by `prepare`, or else before the next question. Throws on an unknown article. */
  learn(articleId: string, phrasing: string): void;
  /**
   * Reads and learns from all articles and phrasings, in slices between which others take their turn. What was there before
   * answers meanwhile. Without it, the next question of a language waits for that.
   */
  prepare(): Promise<void>;
}

/** From this confidence on an answer is given at once; from the lower one on, up to three are offered. */
export const SURE = 0.55;
export const MAYBE = 0.35;
/** An answer given at once is this much likelier than the next. */
const AHEAD = 0.2;
const OFFERED = 3;
/** Below this confidence an answer may be the wrong one; what else comes at least this near is then named beside it. */
const CERTAIN = 0.8;
const LIKELY = 0.1;
/** The most that can be said to words that tell little and leave most of the phrasing nearest to them unsaid. */
const GUESS = 0.2;
const TOLD = 0.5;
/** The most that can be said to one word that names a thing, "printer", when the phrasing nearest to it says more. */
const LONE = 0.45;

function mostFor(reading: Reading, best: Found | undefined): number {
  if (!best || best.back === 1) return 1;
  if (reading.isVague && best.back < TOLD) return GUESS;
  const [unit, ...others] = reading.units;
  return unit?.isNamed && others.length === 0 ? LONE : 1;
}

/** What the desk says to a ranking. */
export function answerOf(ranked: Ranked[]): Answer {
  const [best = 0, next = 0] = ranked.map(({ confidence }) => confidence);
  if (best < MAYBE) return { band: 'none', ranked: [] };
  const isSure = best >= SURE && best - next >= AHEAD;
  return { band: isSure ? 'sure' : 'choices', ranked: ranked.slice(0, OFFERED) };
}

/** What else may be meant by a question to which an article is given, the article itself left out. */
export function othersThan<T extends { article: string; confidence: number }>(
  chosen: string,
  offered: readonly T[],
): T[] {
  if (offered.some(({ article, confidence }) => article === chosen && confidence >= CERTAIN)) return [];
  return offered.filter(({ article, confidence }) => article !== chosen && confidence >= LIKELY);
}

/** Articles looked at before audience and validity take some away. */
const CANDIDATES = 16;
const LIMIT = 10;

export async function loadKnowledge(dir: string): Promise<Knowledge> {
  const { articles, glossary, problems, unanswered } = await loadShelf(dir);
  return createKnowledge(articles, glossary, problems, unanswered);
}

export function createKnowledge(
  articles: Article[],
  glossary: Glossary = noGlossary,
  problems: Problem[] = [],
  unanswered: Unanswered = noneUnanswered,
): Knowledge {
  const banks = new Map<Language, Bank>();
  /** Kept when a bank is renewed: they take long to train, and learn a phrasing at once. */
  const classifiers = new Map<Language, Classifier>();
  /** Banks that lack a phrasing. */
  const stale = new Set<Language>();
  /** Banks that are being made. */
  const begun = new Map<Language, Work<Bank>>();
  function* make(lang: Language): Work<Bank> {
    const own = articles.filter((article) => article.lang === lang);
    const bank = yield* createBank(own, glossary, unanswered[lang], classifiers.get(lang));
    banks.set(lang, bank);
    stale.delete(lang);
    begun.delete(lang);
    return bank;
  }
  const begin = (lang: Language): Work<Bank> => {
    const work = begun.get(lang) ?? make(lang);
    begun.set(lang, work);
    return work;
  };
  /** While a bank is being renewed, the one before it answers. */
  const bankOf = (lang: Language): Bank => {
    const bank = banks.get(lang);
    return bank && (!stale.has(lang) || begun.has(lang)) ? bank : atOnce(begin(lang));
  };

  const byId = new Map(articles.map((article) => [article.id, article]));
  const byPair = new Map<string, Article[]>();
  for (const article of articles) {
    const versions = byPair.get(article.pair);
    if (versions) versions.push(article);
    else byPair.set(article.pair, [article]);
  }
  const has = new Set(articles.map(({ pair, lang }) => `${pair}.${lang}`));
  /** Languages with articles that the other one lacks: no other question needs to be asked twice. */
  const untranslated = new Set(
    articles.filter(({ pair, lang }) => !has.has(`${pair}.${otherThan(lang)}`)).map(({ lang }) => lang),
  );

  const rankIn = (lang: Language, question: string, isForeign: boolean, options: AskOptions): Explanation[] => {
    const bank = bankOf(lang);
    const limit = options.limit ?? LIMIT;
    const reading = bank.read(question, isForeign);
    const shown: Found[] = [];
    for (const found of bank.find(reading, CANDIDATES)) {
      if (shown.length > limit) break;
      if (isShown(bank.articles[found.doc]!, options) && found.shared > 0) shown.push(found);
    }
    let confidence = mostFor(reading, shown[0]);
    return shown.slice(0, limit).map((found, i) => {
      const signals = signalsFor(bank, reading, found, shown[i === 0 ? 1 : 0]);
      confidence = Math.min(confidence, confidenceOf(signals));
      return {
        article: bank.articles[found.doc]!,
        confidence,
        score: found.score,
        why: bank.why(reading, found.doc),
        signals,
      };
    });
  };

  const explain = (question: string, options: AskOptions = {}): Explanation[] => {
    const lang = options.lang ?? detectLanguage(question);
    const own = rankIn(lang, question, lang !== detectLanguage(question), options);
    if ((own[0]?.confidence ?? 0) >= SURE) return own;
    const other = otherThan(lang);
    if (!untranslated.has(other)) return own;
    const foreign = rankIn(other, question, other !== detectLanguage(question), options).filter(
      ({ article }) => !has.has(`${article.pair}.${lang}`),
    );
    if (foreign.length === 0) return own;
    return [...own, ...foreign].toSorted((x, y) => y.confidence - x.confidence).slice(0, options.limit ?? LIMIT);
  };

  const rank = (question: string, options?: AskOptions): Ranked[] =>
    explain(question, options).map(({ article, confidence, score, why }) => ({ article, confidence, score, why }));

  return {
    articles,
    problems,
    glossary,
    unanswered,
    rank,
    explain,
    answer: (question, options) => answerOf(rank(question, options)),
    article(id, lang) {
      const exact = byId.get(id);
      const all = byPair.get(exact?.pair ?? id) ?? [];
      if (lang === undefined) return exact ?? all[0];
      return all.find((article) => article.lang === lang) ?? exact ?? all[0];
    },
    learn(articleId, phrasing) {
      const article = byId.get(articleId);
      if (!article) throw new Error(`There is no article "${articleId}".`);
      if (article.phrasings.includes(phrasing)) return;
      article.phrasings.push(phrasing);
      const bank = banks.get(article.lang);
      if (bank?.classifier) {
        bank.classifier.learn(bank.articles.indexOf(article), phrasing);
        classifiers.set(article.lang, bank.classifier);
      }
      stale.add(article.lang);
      // What is being made was begun without it.
      begun.get(article.lang)?.return(undefined as never);
      begun.delete(article.lang);
    },
    async prepare() {
      for (const lang of new Set(articles.map((article) => article.lang)))
        while (!banks.has(lang) || stale.has(lang)) await inSlices(begin(lang));
    },
  };
}

const otherThan = (lang: Language): Language => (lang === 'en' ? 'zh' : 'en');

/** Whether such a reader sees the article today. */
export const isShown = (article: Article, { audience = 'everyone', today }: AskOptions): boolean =>
  (article.audience === 'everyone' || audience === 'agents') &&
  (today === undefined || article.validUntil === undefined || article.validUntil >= today);
