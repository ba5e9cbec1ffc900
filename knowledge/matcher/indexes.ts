import type { Article } from './article.js';
import type { Glossary } from './glossary.js';
import { createPostingsBuilder, type Postings } from './postings.js';
import type { Work } from './slices.js';
import { gramsOf, isHanPair, normalise, wordsOf } from './text.js';

export const PARTS = ['whole', 'phrasing', 'grams', 'concepts'] as const;
export type Part = (typeof PARTS)[number];

/** The articles turned inside out, four times. */
export interface Indexes {
  vocabulary: Map<string, number>;
  /** The article of each row; titles and phrasings are the rows. */
  owner: Uint32Array;
  /** Words and ideas by article, words and three-letter windows by row. */
  parts: Record<Part, Postings>;
  /** Share of the words of titles and phrasings that the glossary explains. */
  coverage: number;
}

const WHOLE = { k1: 1.2, b: 0.4 };
const PHRASING = { k1: 0.6, b: 0.3 };
const GRAMS = { k1: 1.2, b: 0.3 };
const CONCEPTS = { k1: 1.2, b: 0.6 };
/** Characters that one takes, the space with it; for guessing sizes. */
const WORD = 5;
/** What one occurrence in these places counts. */
const TITLE = 1;
const OTHER = 0.5;

const sumOf = <T>(all: T[], sizeOf: (one: T) => number): number => all.reduce((sum, one) => sum + sizeOf(one), 0);

export function* buildIndexes(articles: Article[], glossary: Glossary): Work<Indexes> {
  const vocabulary = new Map<string, number>();
  const termOf = (word: string): number => {
    let term = vocabulary.get(word);
    if (term === undefined) vocabulary.set(word, (term = vocabulary.size));
    return term;
  };

  const rows = sumOf(articles, ({ phrasings }) => 1 + phrasings.length);
  const owner = new Uint32Array(rows);
  const named = sumOf(articles, ({ title, phrasings }) => title.length + sumOf(phrasings, ({ length }) => length));
  const told = sumOf(articles, ({ body }) => body.length);
  const builders = {
    whole: createPostingsBuilder(articles.length, (named + told) / WORD),
    phrasing: createPostingsBuilder(rows, named / WORD),
    grams: createPostingsBuilder(rows, named + rows),
    concepts: createPostingsBuilder(articles.length, (named + told) / WORD),
  };
  let row = 0;
  /** How much of the bank's language the glossary knows. */
  const words = { all: 0, explained: 0 };
  const put = (article: Article, doc: number): void => {
    for (const phrasing of [article.title, ...article.phrasings]) {
      const plain = normalise(phrasing);
      const weight = phrasing === article.title ? TITLE : OTHER;
      const { terms, sequence } = wordsOf(plain);
      owner[row] = doc;
      for (const word of terms) {
        const term = termOf(word);
        builders.whole.put(doc, term, weight);
        builders.phrasing.put(row, term, 1);
      }
      for (const gram of gramsOf(plain)) builders.grams.put(row, gram, 1);
      const named = glossary.namesIn(sequence);
      for (const { concepts } of named) for (const concept of concepts) builders.concepts.put(doc, concept, weight);
      const explained = new Set(named.flatMap(({ words }) => words));
      for (const word of terms) {
        if (!isHanPair(word)) words.all++;
        if (explained.has(word)) words.explained++;
      }
      row++;
    }
    const { terms, sequence } = wordsOf(normalise(article.body));
    for (const word of terms) builders.whole.put(doc, termOf(word), OTHER);
    for (const { concepts } of glossary.namesIn(sequence))
      for (const concept of concepts) builders.concepts.put(doc, concept, OTHER);
  };
  for (const [doc, article] of articles.entries()) {
    put(article, doc);
    yield;
  }
  const whole = builders.whole.build(WHOLE);
  yield;
  // How rare a word is, is judged over articles: one article may have many phrasings with it.
  const phrasing = builders.phrasing.build(PHRASING, whole.idf);
  yield;
  const grams = builders.grams.build(GRAMS);
  yield;
  const parts = { whole, phrasing, grams, concepts: builders.concepts.build(CONCEPTS) };
  return { vocabulary, owner, parts, coverage: words.explained / Math.max(1, words.all) };
}
