import type { Article } from './article.js';
import type { Glossary } from './glossary.js';
import type { Language } from './language.js';
import { compare, spokenOf, toldBy, type Nearness, type Told } from './nearness.js';
import { createClassifier, LOWEST, type Classifier } from './phrasing-classifier.js';
import { buildIndexes, PARTS, type Part } from './indexes.js';
import { addScore, clearScores, createScores, raiseScore, topOf, type Scores } from './scores.js';
import type { Work } from './slices.js';
import { createSpeller } from './typos.js';
import { readQuestion, type Reading, type Unit, type Weighted } from './reading.js';
import { gramsOf } from './text.js';

/**
 * What the parts say about one article, each between 0 and about 1: the share of what a perfect match would get. Articles
 * that are not looked at closely are near to nothing.
 */
export interface Found extends Nearness {
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
  /** How much of the question the article speaks of, by word or by idea; rare words weigh more. 0 to 1. */
  shared: number;
  /** How much of it the glossary names and the article lacks, 0 to 1. */
  aside: number;
  /** All of them together. */
  score: number;
}

export interface Bank {
  lang: Language;
  articles: Article[];
  /** Per article, on average. */
  phrasings: number;
  read(question: string, isForeign?: boolean): Reading;
  find(reading: Reading, limit: number): Found[];
  why(reading: Reading, doc: number): { term: string; score: number }[];
  /** Present when the articles have enough phrasings to learn from; may be handed to the bank's successor. */
  classifier: Classifier | undefined;
}

/** Each part's share of the score, and the parameters of BM25; chosen on development splits, see README.md. */
const SHARE = { whole: 0.5, phrasing: 0.5, grams: 0.5, logp: 0.3, shared: 1, near: 0.8 };
const UNCOMPARED: Nearness = { near: 0, back: 0, isOtherKind: false };
/** Articles that are compared with the question phrasing by phrasing. */
const CLOSE = 5;
/** Phrasings that are kept as they were read; a few are nearest to most questions. */
const TOLD = 5000;
/** The glossary counts as much as it knows the bank's language: not below a fifth of its words, at most like this. */
const conceptShare = (coverage: number): number => Math.min(1, 2 * Math.max(0, coverage - 0.2));
/** Postings read per question: rare terms come first, so what is left out says little. */
const BUDGET = { whole: 8_000, phrasing: 8_000, grams: 8_000, concepts: 8_000 };

export function* createBank(
  articles: Article[],
  glossary: Glossary,
  unanswered: readonly string[] = [],
  trained?: Classifier,
): Work<Bank> {
  const { vocabulary, owner, parts, coverage: known } = yield* buildIndexes(articles, glossary);
  const { whole } = parts;
  const sums: Record<Part, Scores> = {
    whole: createScores(articles.length),
    phrasing: createScores(owner.length),
    grams: createScores(owner.length),
    concepts: createScores(articles.length),
  };
  const perArticle = { phrasing: createScores(articles.length), grams: createScores(articles.length) };
  const conceptual = conceptShare(known);
  const total = createScores(articles.length);
  const correct = createSpeller(vocabulary, whole.df);
  const classifier = trained ?? (yield* createClassifier(articles, glossary, unanswered));
  const firstRow = new Uint32Array(articles.length);
  for (let row = owner.length - 1; row >= 0; row--) firstRow[owner[row]!] = row;
  const rarest = whole.idf(vocabulary.size);

  const reader = { vocabulary, glossary, correct, isKnown: (concept: number) => parts.concepts.df(concept) > 0 };
  const read = (question: string, isForeign = false): Reading => {
    const reading = readQuestion(question, reader);
    return {
      ...reading,
      units: weighed(reading.units),
      judgement: isForeign ? undefined : classifier?.judge(reading.plain),
      isForeign,
    };
  };

  const rarityOf = ({ terms, concepts }: Unit): number => {
    const rarities = [...terms.map((term) => whole.idf(term)), ...concepts.map((one) => parts.concepts.idf(one))];
    return rarities.length === 0 ? rarest : Math.min(rarest, Math.max(...rarities));
  };
  const weighed = (units: Unit[]): Unit[] => units.map((unit) => ({ ...unit, weight: unit.weight * rarityOf(unit) }));
  const told = new Map<number, Told>();
  /** What the phrasing in this row tells; read once, as long as it is not crowded out. */
  const tellsOf = (row: number): Told => {
    const known = told.get(row);
    if (known) return known;
    const doc = owner[row]!;
    const { title, phrasings } = articles[doc]!;
    const place = row - firstRow[doc]!;
    const { units, kind } = readQuestion(place === 0 ? title : phrasings[place - 1]!, reader);
    const tells = toldBy(weighed(units), kind);
    if (told.size >= TOLD) told.delete(told.keys().next().value!);
    told.set(row, tells);
    return tells;
  };

  const coverOf = (reading: Reading, doc: number): Pick<Found, 'shared' | 'aside'> => {
    let all = 0;
    let shared = 0;
    let aside = 0;
    const hasTerm = (term: number) => whole.of(term, doc) > 0;
    const hasConcept = (concept: number) => parts.concepts.of(concept, doc) > 0;
    for (const unit of reading.units) {
      const share = spokenOf(unit, hasTerm, hasConcept);
      all += unit.weight;
      shared += unit.weight * share;
      if (share === 0 && unit.isNamed) aside += unit.weight;
    }
    return all === 0 ? { shared: 0, aside: 0 } : { shared: shared / all, aside: aside / all };
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
      if (read > BUDGET[name] && scores.count > 0) break;
      part.add(term, weight / perfect, scores);
    }
    if (name === 'whole' || name === 'concepts') return scores;
    const best = perArticle[name];
    clearScores(best);
    for (let i = 0; i < scores.count; i++) {
      const hit = scores.touched[i]!;
      raiseScore(best, owner[hit]!, scores.sum[hit]!);
    }
    return best;
  };

  /** The row of an article that its words spoke for most. */
  const nearestOf = (doc: number): number => {
    const { sum } = sums.phrasing;
    let best = firstRow[doc]!;
    for (let row = best; owner[row] === doc; row++) if (sum[row]! > sum[best]!) best = row;
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
    clearScores(total);
    for (const name of PARTS) {
      const share = name === 'concepts' ? conceptual : SHARE[name];
      const { sum, touched, count } = by[name];
      for (let i = 0; i < count; i++) addScore(total, touched[i]!, share * sum[touched[i]!]!);
    }
    // Above 0 for every article, so that those which share no word with the question take part.
    logp?.forEach((one, doc) => addScore(total, doc, SHARE.logp * (one - LOWEST)));
    const asked = toldBy(reading.units, reading.kind);
    return topOf(total, limit)
      .map(({ doc, score }, place) => {
        const covered = coverOf(reading, doc);
        const compared = place < CLOSE ? compare(asked, tellsOf(nearestOf(doc))) : UNCOMPARED;
        return {
          doc,
          whole: by.whole.sum[doc]!,
          phrasing: by.phrasing.sum[doc]!,
          grams: by.grams.sum[doc]!,
          concepts: by.concepts.sum[doc]!,
          logp: logp?.[doc] ?? 0,
          evidence: evidence?.[doc] ?? 0,
          ...covered,
          ...compared,
          score: score + SHARE.shared * covered.shared + SHARE.near * compared.near,
        };
      })
      .toSorted((x, y) => y.score - x.score);
  };

  return {
    lang: articles[0]?.lang ?? 'en',
    articles,
    phrasings: owner.length / Math.max(1, articles.length) - 1,
    classifier,
    read,
    find,
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
