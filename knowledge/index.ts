/** Articles, and the matcher that finds them. Uses nothing of the desk; usable alone. */
import type { Article, Audience, Problem } from './article.js';
import { createBank, type Bank } from './bank.js';
import { confidenceOf } from './confidence.js';
import { noGlossary, type Glossary } from './glossary.js';
import { detectLanguage, type Language } from './language.js';
import { loadShelf } from './load.js';

export type { Article, Audience, Problem } from './article.js';
export { pairOf } from './article.js';
export { watchKnowledge } from './watch.js';
export { createGlossary, loadGlossary, noGlossary, type Glossary, type GlossaryEntry } from './glossary.js';
export { detectLanguage, type Language } from './language.js';

export interface Ranked {
  article: Article;
  /** Chance between 0 and 1 that this article answers the question. */
  confidence: number;
  score: number;
  why: { term: string; score: number }[];
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
  rank(question: string, options?: AskOptions): Ranked[];
  answer(question: string, options?: AskOptions): Answer;
  /** By id (`vpn-drops.en`), or by pair (`vpn-drops`) with the language wanted, else the other one. */
  article(id: string, lang?: Language): Article | undefined;
  /** Adds a phrasing; the index is renewed before the next question. Throws on an unknown article. */
  learn(articleId: string, phrasing: string): void;
}

/** From this confidence on an answer is given at once; from the lower one on, up to three are offered. */
export const SURE = 0.6;
export const MAYBE = 0.25;

/** Articles looked at before audience and validity take some away. */
const CANDIDATES = 50;

export async function loadKnowledge(dir: string): Promise<Knowledge> {
  const { articles, glossary, problems } = await loadShelf(dir);
  return createKnowledge(articles, glossary, problems);
}

export function createKnowledge(
  articles: Article[],
  glossary: Glossary = noGlossary,
  problems: Problem[] = [],
): Knowledge {
  const banks = new Map<Language, Bank>();
  const bankOf = (lang: Language): Bank => {
    let bank = banks.get(lang);
    if (!bank) {
      bank = createBank(
        articles.filter((article) => article.lang === lang),
        glossary,
      );
      banks.set(lang, bank);
    }
    return bank;
  };

  const byId = new Map(articles.map((article) => [article.id, article]));

  const rankIn = (lang: Language, question: string, options: AskOptions): Ranked[] => {
    const bank = bankOf(lang);
    const reading = bank.read(question);
    const found = bank.find(reading, CANDIDATES).filter(({ doc }) => isShown(bank.articles[doc]!, options));
    return found.slice(0, options.limit ?? 10).map((one, i) => ({
      article: bank.articles[one.doc]!,
      confidence: confidenceOf(reading, one, i === 0 ? found[1] : found[0]),
      score: one.score,
      why: bank.why(reading, one.doc),
    }));
  };

  const rank = (question: string, options: AskOptions = {}): Ranked[] => {
    const lang = options.lang ?? detectLanguage(question);
    const own = rankIn(lang, question, options);
    if ((own[0]?.confidence ?? 0) >= SURE) return own;
    const other = rankIn(lang === 'en' ? 'zh' : 'en', question, options);
    const seen = new Set(own.map(({ article }) => article.pair));
    return [...own, ...other.filter(({ article }) => !seen.has(article.pair))]
      .toSorted((x, y) => y.confidence - x.confidence)
      .slice(0, options.limit ?? 10);
  };

  return {
    articles,
    problems,
    rank,
    answer(question, options = {}) {
      const ranked = rank(question, options).slice(0, 3);
      const best = ranked[0]?.confidence ?? 0;
      if (best >= SURE) return { band: 'sure', ranked };
      if (best >= MAYBE) return { band: 'choices', ranked };
      return { band: 'none', ranked: [] };
    },
    article(id, lang) {
      const exact = byId.get(id);
      const all = articles.filter((article) => article.pair === (exact?.pair ?? id));
      if (lang === undefined) return exact ?? all[0];
      return all.find((article) => article.lang === lang) ?? exact ?? all[0];
    },
    learn(articleId, phrasing) {
      const article = byId.get(articleId);
      if (!article) throw new Error(`There is no article "${articleId}".`);
      if (article.phrasings.includes(phrasing)) return;
      article.phrasings.push(phrasing);
      banks.delete(article.lang);
    },
  };
}

const isShown = (article: Article, { audience = 'everyone', today }: AskOptions): boolean =>
  (article.audience === 'everyone' || audience === 'agents') &&
  (today === undefined || article.validUntil === undefined || article.validUntil >= today);
