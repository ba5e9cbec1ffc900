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
  terms: Weighted[];
  concepts: Weighted[];
  /** Share of its words that no article has and the glossary does not explain. */
  unknown: number;
  words: number;
  /** What the classifier says, for a bank that has one. */
  judgement: Judgement | undefined;
}

interface Weighted {
  term: number;
  weight: number;
  surface: string;
}

export interface Bank {
  articles: Article[];
  read(question: string): Reading;
  find(reading: Reading, limit: number): Found[];
  why(reading: Reading, doc: number): { term: string; score: number }[];
  /** Present when the articles have enough phrasings to learn from; may be handed to the bank's successor. */
  classifier: Classifier | undefined;
}

/** Each part's share of the score, and the parameters of BM25; chosen on development splits, see README.md. */
const SHARE = { whole: 0.5, phrasing: 0.5, grams: 0.5, concepts: 0.5, logp: 0.2 };
const WHOLE = { k1: 1.2, b: 0.4 };
const PHRASING = { k1: 0.6, b: 0.3 };
const GRAMS = { k1: 1.2, b: 0.3 };
const CONCEPTS = { k1: 0.5, b: 0.2 };
const BODY = 0.3;
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
  articles.forEach((article, doc) => {
    for (const phrasing of [article.title, ...article.phrasings]) {
      const plain = normalise(phrasing);
      owner[row] = doc;
      for (const word of wordsOf(plain).terms) {
        const term = termOf(word);
        builders.whole.put(doc, term, 1);
        builders.phrasing.put(row, term, 1);
      }
      for (const gram of gramsOf(plain)) builders.grams.put(row, gram, 1);
      for (const { concept } of glossary.conceptsOf(plain)) builders.concepts.put(doc, concept, 1);
      row++;
    }
    const plain = normalise(article.body);
    for (const word of wordsOf(plain).terms) builders.whole.put(doc, termOf(word), BODY);
    for (const { concept } of glossary.conceptsOf(plain)) builders.concepts.put(doc, concept, BODY);
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
  const correct = createSpeller(vocabulary, whole.df);
  const classifier = known ?? createClassifier(articles);

  const read = (question: string): Reading => {
    const plain = normalise(question);
    const { terms, surface } = wordsOf(plain);
    const named = glossary.conceptsOf(plain).filter(({ concept }) => parts.concepts.df(concept) > 0);
    const explained = new Set(named.flatMap(({ words }) => words));
    const byTerm = new Map<number, Weighted>();
    let words = 0;
    let unknown = 0;
    terms.forEach((word, i) => {
      const exact = vocabulary.get(word);
      const term = exact ?? correct(word);
      if (!isHanPair(word)) words++;
      if (term !== undefined && !byTerm.has(term))
        byTerm.set(term, { term, weight: exact === undefined ? CORRECTED : 1, surface: surface[i]! });
      else if (term === undefined && !isHanPair(word) && !explained.has(word)) unknown++;
    });
    return {
      plain,
      terms: [...byTerm.values()],
      concepts: named.map(({ concept, words }) => ({ term: concept, weight: 1, surface: words.join(' ') })),
      unknown: words === 0 ? 1 : unknown / words,
      words,
      judgement: classifier?.judge(plain),
    };
  };

  /** Sums a part over its documents, divided by what a perfect match would get. */
  const sumUp = (name: Part, terms: { term: number; weight: number }[], unknown: number): Scores => {
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
    const grams = [...new Set(gramsOf(reading.plain))].map((term) => ({ term, weight: 1 }));
    const by: Record<Part, Scores> = {
      whole: sumUp('whole', reading.terms, reading.unknown),
      phrasing: sumUp('phrasing', reading.terms, reading.unknown),
      grams: sumUp('grams', grams, 0),
      concepts: sumUp('concepts', reading.concepts, 0),
    };
    const { logp, evidence } = reading.judgement ?? {};
    const scoreOf = (doc: number): number =>
      SHARE.whole * by.whole.sum[doc]! +
      SHARE.phrasing * by.phrasing.sum[doc]! +
      SHARE.grams * by.grams.sum[doc]! +
      SHARE.concepts * by.concepts.sum[doc]! +
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
    classifier,
    read,
    find,
    why: (reading, doc) =>
      [
        ...reading.terms.map(({ term, surface }) => ({ term: surface, score: whole.of(term, doc) })),
        ...reading.concepts.map(({ term, surface }) => ({ term: `≈ ${surface}`, score: parts.concepts.of(term, doc) })),
      ]
        .filter(({ score }) => score > 0)
        .toSorted((x, y) => y.score - x.score),
  };
}
