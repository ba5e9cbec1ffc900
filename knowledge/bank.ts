import type { Article } from './article.js';
import type { Glossary } from './glossary.js';
import { createClassifier, type Classifier, type Judgement } from './phrasing-classifier.js';
import { clearScores, createPostingsBuilder, createScores, type Postings, type Scores } from './postings.js';
import { createSpeller } from './typos.js';
import { gramsOf, isHanPair, normalise, wordsOf } from './text.js';

/** What the parts say about one article, each between 0 and about 1: the share of what a perfect match would get. */
export interface Found {
  /** Position in `articles`. */
  doc: number;
  /** Words against the whole article. */
  whole: number;
  /** Words against its nearest phrasing. */
  phrasing: number;
  /** Three-letter windows against its nearest phrasing. */
  grams: number;
  /** Ideas of the glossary against the whole article. */
  concepts: number;
  /** Logarithm of the classifier's probability; 0 for a bank without one. */
  logp: number;
  /** How strongly the classifier's evidence speaks for it, 1 being usual; 0 without one. */
  evidence: number;
  /** All of them together. */
  score: number;
}

/** What is known about the question itself. */
export interface Reading {
  plain: string;
  words: Word[];
  /** The words' ideas, each once. */
  concepts: Weighted[];
  /** Share of its words that no article has and the glossary does not explain. */
  unknown: number;
  /** What the classifier says, for a bank that has one and a question in its language. */
  judgement: Judgement | undefined;
  /** Asked in the other language: only ideas and words common to both can be compared. */
  isForeign: boolean;
}

interface Word {
  surface: string;
  /** In the vocabulary, as it is or with a slip corrected. */
  term: number | undefined;
  weight: number;
  /** Ideas of the glossary that it helps to name and that some article has. */
  concepts: number[];
  /** A pair of Han characters only repeats what its characters say. */
  isPair: boolean;
}

interface Weighted {
  term: number;
  weight: number;
}

export interface Bank {
  articles: Article[];
  /** Per article, on average. */
  phrasings: number;
  read(question: string, isForeign?: boolean): Reading;
  find(reading: Reading, limit: number): Found[];
  /** How much of the question the article speaks of, by word or by idea; rare words weigh more. 0 to 1. */
  coverage(reading: Reading, doc: number): number;
  why(reading: Reading, doc: number): { term: string; score: number }[];
  /** Present when the articles have enough phrasings to learn from; may be handed to the bank's successor. */
  classifier: Classifier | undefined;
}

/** Each part's share of the score, and the parameters of BM25; chosen on development splits, see README.md. */
const SHARE = { whole: 0.5, phrasing: 0.5, grams: 0.5, logp: 0.2 };
/** The glossary counts as much as it knows the bank's language: not below a fifth of its words, at most like this. */
const conceptShare = (coverage: number): number => Math.min(1, 2 * Math.max(0, coverage - 0.2));
const WHOLE = { k1: 1.2, b: 0.4 };
const PHRASING = { k1: 0.6, b: 0.3 };
const GRAMS = { k1: 1.2, b: 0.3 };
const CONCEPTS = { k1: 1.2, b: 0.6 };
/** What one occurrence in these places counts. */
const TITLE = 1;
const OTHER = 0.5;
const CORRECTED = 0.8;
/** Postings read per question and part: rare terms come first, so what is left out says little. */
const BUDGET = 60_000;

const PARTS = ['whole', 'phrasing', 'grams', 'concepts'] as const;
type Part = (typeof PARTS)[number];

export function createBank(articles: Article[], glossary: Glossary, known?: Classifier): Bank {
  const vocabulary = new Map<string, number>();
  const termOf = (word: string): number => {
    let term = vocabulary.get(word);
    if (term === undefined) vocabulary.set(word, (term = vocabulary.size));
    return term;
  };

  const rows = articles.reduce((sum, article) => sum + 1 + article.phrasings.length, 0);
  const owner = new Uint32Array(rows);
  const builders = {
    whole: createPostingsBuilder(articles.length),
    phrasing: createPostingsBuilder(rows),
    grams: createPostingsBuilder(rows),
    concepts: createPostingsBuilder(articles.length),
  };
  let row = 0;
  /** How much of the bank's language the glossary knows. */
  const words = { all: 0, explained: 0 };
  articles.forEach((article, doc) => {
    for (const phrasing of [article.title, ...article.phrasings]) {
      const plain = normalise(phrasing);
      const weight = phrasing === article.title ? TITLE : OTHER;
      const { terms } = wordsOf(plain);
      owner[row] = doc;
      for (const word of terms) {
        const term = termOf(word);
        builders.whole.put(doc, term, weight);
        builders.phrasing.put(row, term, 1);
      }
      for (const gram of gramsOf(plain)) builders.grams.put(row, gram, 1);
      const named = glossary.conceptsOf(plain);
      for (const { concept } of named) builders.concepts.put(doc, concept, weight);
      const explained = new Set(named.flatMap(({ words }) => words));
      for (const word of terms) {
        if (!isHanPair(word)) words.all++;
        if (explained.has(word)) words.explained++;
      }
      row++;
    }
    const plain = normalise(article.body);
    for (const word of wordsOf(plain).terms) builders.whole.put(doc, termOf(word), OTHER);
    for (const { concept } of glossary.conceptsOf(plain)) builders.concepts.put(doc, concept, OTHER);
  });
  const whole = builders.whole.build(WHOLE);
  const parts: Record<Part, Postings> = {
    whole,
    // How rare a word is, is judged over articles: one article may have many phrasings with it.
    phrasing: builders.phrasing.build(PHRASING, whole.idf),
    grams: builders.grams.build(GRAMS),
    concepts: builders.concepts.build(CONCEPTS),
  };
  const sums: Record<Part, Scores> = {
    whole: createScores(articles.length),
    phrasing: createScores(rows),
    grams: createScores(rows),
    concepts: createScores(articles.length),
  };
  const perArticle = { phrasing: createScores(articles.length), grams: createScores(articles.length) };
  const conceptual = conceptShare(words.explained / Math.max(1, words.all));
  const correct = createSpeller(vocabulary, whole.df);
  const classifier = known ?? createClassifier(articles);
  const rarest = whole.idf(vocabulary.size);

  const read = (question: string, isForeign = false): Reading => {
    const plain = normalise(question);
    const named = glossary.conceptsOf(plain).filter(({ concept }) => parts.concepts.df(concept) > 0);
    const { terms, surface } = wordsOf(plain);
    const words = new Map<string, Word>();
    terms.forEach((word, i) => {
      if (words.has(word)) return;
      const exact = vocabulary.get(word);
      words.set(word, {
        surface: surface[i]!,
        term: exact ?? correct(word),
        weight: exact === undefined ? CORRECTED : 1,
        concepts: named.filter(({ words }) => words.includes(word)).map(({ concept }) => concept),
        isPair: isHanPair(word),
      });
    });
    const all = [...words.values()];
    const single = all.filter(({ isPair }) => !isPair);
    const unknown = single.filter(({ term, concepts }) => term === undefined && concepts.length === 0).length;
    return {
      plain,
      words: all,
      concepts: named.map(({ concept }) => ({ term: concept, weight: 1 })),
      unknown: single.length === 0 ? 1 : unknown / single.length,
      judgement: isForeign ? undefined : classifier?.judge(plain),
      isForeign,
    };
  };

  const coverage = (reading: Reading, doc: number): number => {
    let all = 0;
    let covered = 0;
    for (const { term, concepts, isPair } of reading.words) {
      if (isPair) continue;
      const rarity = term === undefined ? rarest : whole.idf(term);
      all += rarity;
      const isThere =
        (term !== undefined && whole.of(term, doc) > 0) || concepts.some((one) => parts.concepts.of(one, doc) > 0);
      if (isThere) covered += rarity;
    }
    return all === 0 ? 0 : covered / all;
  };

  /** Sums a part over its documents, divided by what a perfect match would get. */
  const sumUp = (name: Part, terms: Weighted[], unknown: number): Scores => {
    const part = parts[name];
    const scores = sums[name];
    clearScores(scores);
    const perfect =
      terms.reduce((sum, { term, weight }) => sum + weight * part.idf(term), 0) / Math.max(0.1, 1 - unknown);
    let read = 0;
    for (const { term, weight } of terms.toSorted((x, y) => part.df(x.term) - part.df(y.term))) {
      read += part.df(term);
      if (read > BUDGET && scores.count > 0) break;
      part.add(term, weight / perfect, scores);
    }
    if (name === 'whole' || name === 'concepts') return scores;
    const best = perArticle[name];
    clearScores(best);
    for (let i = 0; i < scores.count; i++) {
      const hit = scores.touched[i]!;
      const doc = owner[hit]!;
      const sum = scores.sum[hit]!;
      if (best.sum[doc] === 0) best.touched[best.count++] = doc;
      if (sum > best.sum[doc]!) best.sum[doc] = sum;
    }
    return best;
  };

  const find = (reading: Reading, limit: number): Found[] => {
    const grams = reading.isForeign ? [] : [...new Set(gramsOf(reading.plain))].map((term) => ({ term, weight: 1 }));
    const terms = reading.words.flatMap(({ term, weight }) => (term === undefined ? [] : [{ term, weight }]));
    const by: Record<Part, Scores> = {
      whole: sumUp('whole', terms, reading.unknown),
      phrasing: sumUp('phrasing', terms, reading.unknown),
      grams: sumUp('grams', grams, 0),
      concepts: sumUp('concepts', reading.concepts, 0),
    };
    const { logp, evidence } = reading.judgement ?? {};
    const scoreOf = (doc: number): number =>
      SHARE.whole * by.whole.sum[doc]! +
      SHARE.phrasing * by.phrasing.sum[doc]! +
      SHARE.grams * by.grams.sum[doc]! +
      conceptual * by.concepts.sum[doc]! +
      (logp === undefined ? 0 : SHARE.logp * logp[doc]!);

    const best: { doc: number; score: number }[] = [];
    const seen = new Set<number>();
    for (const name of PARTS) {
      const { touched, count } = by[name];
      for (let i = 0; i < count; i++) {
        const doc = touched[i]!;
        const score = scoreOf(doc);
        if (best.length === limit && score <= best[limit - 1]!.score) continue;
        if (seen.has(doc)) continue;
        seen.add(doc);
        let at = best.length;
        while (at > 0 && best[at - 1]!.score < score) at--;
        best.splice(at, 0, { doc, score });
        if (best.length > limit) best.pop();
      }
    }
    return best.map(({ doc, score }) => ({
      doc,
      score,
      whole: by.whole.sum[doc]!,
      phrasing: by.phrasing.sum[doc]!,
      grams: by.grams.sum[doc]!,
      concepts: by.concepts.sum[doc]!,
      logp: logp?.[doc] ?? 0,
      evidence: evidence?.[doc] ?? 0,
    }));
  };

  return {
    articles,
    phrasings: rows / Math.max(1, articles.length) - 1,
    classifier,
    read,
    find,
    coverage,
    why: (reading, doc) =>
      reading.words
        .map(({ surface, term, concepts }) => ({
          term: surface,
          score: Math.max(
            term === undefined ? 0 : whole.of(term, doc),
            ...concepts.map((concept) => parts.concepts.of(concept, doc)),
          ),
        }))
        .filter(({ score }) => score > 0)
        .toSorted((x, y) => y.score - x.score),
  };
}
