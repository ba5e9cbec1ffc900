import type { Article } from './article.js';
import type { Glossary } from './glossary.js';
import { clearScores, createPostingsBuilder, createScores, type Postings, type Scores } from './postings.js';
import { gramsOf, normalise, wordsOf } from './text.js';
import { createSpeller } from './typos.js';

/** What the parts say about one article, each between 0 and about 1: the share of the best possible score. */
export interface Found {
  /** Position in `articles`. */
  doc: number;
  score: number;
  whole: number;
  phrasing: number;
  grams: number;
  concepts: number;
}

/** What is known about the question itself. */
export interface Reading {
  terms: { term: number; weight: number; surface: string }[];
  concepts: number[];
  /** Words no article has, as a share of all words. */
  unknown: number;
  words: number;
}

export interface Bank {
  articles: Article[];
  read(question: string): Reading;
  find(question: string, reading: Reading): Found[];
  why(reading: Reading, found: Found): { term: string; score: number }[];
}

/** How much each part counts; chosen on a development split, see README.md. */
const SHARE = { whole: 1, phrasing: 1, grams: 1, concepts: 0.7 };
const WHOLE = { k1: 1.2, b: 0.4 };
const PHRASING = { k1: 0.6, b: 0.3 };
const BODY = 0.3;
/** Articles looked at closely. */
const CANDIDATES = 50;
/** Postings read per question and part; the rarest terms come first, so what is left out says little. */
const BUDGET = 60_000;

export function createBank(articles: Article[], glossary: Glossary): Bank {
  const vocabulary = new Map<string, number>();
  const termOf = (word: string): number => {
    let term = vocabulary.get(word);
    if (term === undefined) vocabulary.set(word, (term = vocabulary.size));
    return term;
  };

  const phrasingsOf = (article: Article): string[] => [article.title, ...article.phrasings];
  const phrasingCount = articles.reduce((sum, article) => sum + 1 + article.phrasings.length, 0);
  const owner = new Uint32Array(phrasingCount);
  const wholeBuilder = createPostingsBuilder(articles.length);
  const conceptBuilder = createPostingsBuilder(articles.length);
  const phrasingBuilder = createPostingsBuilder(phrasingCount);
  const gramBuilder = createPostingsBuilder(phrasingCount);
  let row = 0;
  articles.forEach((article, doc) => {
    for (const phrasing of phrasingsOf(article)) {
      const plain = normalise(phrasing);
      owner[row] = doc;
      for (const word of wordsOf(plain).terms) {
        const term = termOf(word);
        wholeBuilder.put(doc, term, 1);
        phrasingBuilder.put(row, term, 1);
      }
      for (const gram of gramsOf(plain)) gramBuilder.put(row, gram, 1);
      for (const concept of glossary.conceptsOf(plain)) conceptBuilder.put(doc, concept, 1);
      row++;
    }
    const plain = normalise(article.body);
    for (const word of wordsOf(plain).terms) wholeBuilder.put(doc, termOf(word), BODY);
    for (const concept of glossary.conceptsOf(plain)) conceptBuilder.put(doc, concept, BODY);
  });
  const whole = wholeBuilder.build(WHOLE);
  const parts = {
    whole,
    phrasing: phrasingBuilder.build(PHRASING, whole.idf),
    grams: gramBuilder.build({ k1: 1.2, b: 0.3 }),
    concepts: conceptBuilder.build({ k1: 0.5, b: 0.2 }),
  };
  const correct = createSpeller(vocabulary, whole.df);
  const byArticle = createScores(articles.length);
  const byPhrasing = createScores(phrasingCount);

  const read = (question: string): Reading => {
    const plain = normalise(question);
    const { terms, surface } = wordsOf(plain);
    const byTerm = new Map<number, { term: number; weight: number; surface: string }>();
    let unknown = 0;
    terms.forEach((word, i) => {
      const known = vocabulary.get(word);
      const term = known ?? correct(word);
      if (term === undefined) unknown++;
      else if (!byTerm.has(term))
        byTerm.set(term, { term, weight: known === undefined ? 0.8 : 1, surface: surface[i]! });
    });
    return {
      terms: [...byTerm.values()],
      concepts: glossary.conceptsOf(plain),
      unknown: terms.length === 0 ? 1 : unknown / terms.length,
      words: terms.length,
    };
  };

  /** Sums a part over the articles and divides by what a perfect match would get. */
  const sumUp = (part: Postings, terms: { term: number; weight: number }[], perfect: number, scores: Scores): void => {
    clearScores(scores);
    let read = 0;
    for (const { term, weight } of terms.toSorted((x, y) => part.df(x.term) - part.df(y.term))) {
      if (read > BUDGET) break;
      part.add(term, weight / perfect, scores);
      read += part.df(term);
    }
  };

  return {
    articles,
    read,
    find(question, reading) {
      const found = new Map<number, Found>();
      const at = (doc: number): Found => {
        let one = found.get(doc);
        if (!one) found.set(doc, (one = { doc, score: 0, whole: 0, phrasing: 0, grams: 0, concepts: 0 }));
        return one;
      };
      const gather = (
        name: 'whole' | 'phrasing' | 'grams' | 'concepts',
        terms: { term: number; weight: number }[],
        unknown: number,
      ): void => {
        const part = parts[name];
        const known = terms.reduce((sum, { term, weight }) => sum + weight * part.idf(term), 0);
        const perfect = known / Math.max(0.05, 1 - unknown);
        if (perfect === 0) return;
        const perPhrasing = name === 'phrasing' || name === 'grams';
        const scores = perPhrasing ? byPhrasing : byArticle;
        sumUp(part, terms, perfect, scores);
        for (let i = 0; i < scores.count; i++) {
          const hit = scores.touched[i]!;
          const one = at(perPhrasing ? owner[hit]! : hit);
          one[name] = Math.max(one[name], scores.sum[hit]!);
        }
      };
      gather('whole', reading.terms, reading.unknown);
      gather('phrasing', reading.terms, reading.unknown);
      gather(
        'grams',
        [...new Set(gramsOf(normalise(question)))].map((term) => ({ term, weight: 1 })),
        0,
      );
      gather(
        'concepts',
        reading.concepts.map((term) => ({ term, weight: 1 })),
        0,
      );
      for (const one of found.values())
        one.score =
          SHARE.whole * one.whole +
          SHARE.phrasing * one.phrasing +
          SHARE.grams * one.grams +
          SHARE.concepts * one.concepts;
      return [...found.values()].toSorted((x, y) => y.score - x.score).slice(0, CANDIDATES);
    },
    why: (reading, { doc }) =>
      reading.terms
        .map(({ term, surface }) => ({ term: surface, score: parts.whole.of(term, doc) }))
        .filter(({ score }) => score > 0)
        .toSorted((x, y) => y.score - x.score),
  };
}
