import { addScore, type Scores } from './scores.js';

/**
 * An inverted index with BM25 weights worked out at build time, in typed arrays: a posting costs 6 bytes,
 * and a question touches only the postings of its own terms.
 */
export interface Postings {
  /** Adds `weight × idf × saturation` of a term to every document that has it. */
  add(term: number, weight: number, scores: Scores): void;
  /** What one term gives one document; 0 when it is not there. */
  of(term: number, doc: number): number;
  idf: (term: number) => number;
  /** Number of documents that have the term. */
  df: (term: number) => number;
}

/** BM25: `k1` is how soon repetition stops counting, `b` how much long documents are held back. */
export interface Bm25 {
  k1: number;
  b: number;
}

export interface PostingsBuilder {
  /** Counts one occurrence of a term in a document; `weight` 0.3 makes it count less. */
  put(doc: number, term: number, weight: number): void;
  build(params: Bm25, idf?: (term: number) => number): Postings;
}

/** @param expected about how many occurrences there will be: growing beyond costs a copy. */
export function createPostingsBuilder(docs: number, expected: number): PostingsBuilder {
  let size = 0;
  const room = Math.max(1024, expected);
  let docOf = new Uint32Array(room);
  let termOf = new Uint32Array(room);
  let weightOf = new Float32Array(room);
  let terms = 0;
  const length = new Float32Array(docs);

  const grow = (): void => {
    const wider = <T extends Uint32Array | Float32Array>(from: T, to: T): T => (to.set(from), to);
    docOf = wider(docOf, new Uint32Array(size * 2));
    termOf = wider(termOf, new Uint32Array(size * 2));
    weightOf = wider(weightOf, new Float32Array(size * 2));
  };

  return {
    put(doc, term, weight) {
      if (size === docOf.length) grow();
      docOf[size] = doc;
      termOf[size] = term;
      weightOf[size] = weight;
      size++;
      length[doc]! += weight;
      if (term >= terms) terms = term + 1;
    },
    build(params, idfOf) {
      const lists = invert({ size, terms, docOf, termOf, weightOf });
      return weigh(lists, { docs, length, params, idfOf });
    },
  };
}

interface Lists {
  /** Postings of term t are those from start[t] to start[t + 1]. */
  start: Uint32Array;
  doc: Uint32Array;
  weight: Float32Array;
}

/** Counting sort by term; occurrences of a term in one document become one posting. Documents come in rising order. */
function invert(raw: {
  size: number;
  terms: number;
  docOf: Uint32Array;
  termOf: Uint32Array;
  weightOf: Float32Array;
}): Lists {
  const { size, terms, docOf, termOf, weightOf } = raw;
  const next = new Uint32Array(terms + 1);
  for (let i = 0; i < size; i++) next[termOf[i]! + 1]!++;
  for (let t = 0; t < terms; t++) next[t + 1]! += next[t]!;
  const from = next.slice();
  const doc = new Uint32Array(size);
  const weight = new Float32Array(size);
  for (let i = 0; i < size; i++) {
    const term = termOf[i]!;
    const at = next[term]!;
    if (at > 0 && doc[at - 1] === docOf[i] && at > from[term]!) {
      weight[at - 1]! += weightOf[i]!;
      continue;
    }
    doc[at] = docOf[i]!;
    weight[at] = weightOf[i]!;
    next[term] = at + 1;
  }
  const start = new Uint32Array(terms + 1);
  let out = 0;
  for (let t = 0; t < terms; t++) {
    start[t] = out;
    const end = next[t]!;
    for (let i = from[t]!; i < end; i++, out++) {
      doc[out] = doc[i]!;
      weight[out] = weight[i]!;
    }
  }
  start[terms] = out;
  return { start, doc: doc.slice(0, out), weight: weight.slice(0, out) };
}

/** Weights are kept in steps of the highest divided by this. */
const FINEST = 65_535;

function weigh(
  { start, doc, weight: raw }: Lists,
  about: { docs: number; length: Float32Array; params: Bm25; idfOf: ((term: number) => number) | undefined },
): Postings {
  const { docs, length, params } = about;
  const average = length.reduce((sum, one) => sum + one, 0) / Math.max(1, docs) || 1;
  const terms = start.length - 1;
  const df = (term: number): number => (term < terms ? start[term + 1]! - start[term]! : 0);
  const idf = about.idfOf ?? ((term: number) => Math.log(1 + (docs - df(term) + 0.5) / (df(term) + 0.5)));
  let highest = 0;
  for (let t = 0; t < terms; t++) {
    if (df(t) === 0) continue;
    const rarity = idf(t);
    for (let i = start[t]!; i < start[t + 1]!; i++) {
      const tf = raw[i]!;
      const norm = params.k1 * (1 - params.b + (params.b * length[doc[i]!]!) / average);
      const one = (raw[i] = (rarity * tf * (params.k1 + 1)) / (tf + norm));
      if (one > highest) highest = one;
    }
  }
  const step = highest / FINEST || 1;
  const weight = new Uint16Array(raw.length);
  for (let i = 0; i < raw.length; i++) weight[i] = raw[i]! / step + 0.5;
  return {
    df,
    idf,
    add(term, factor, scores) {
      if (term >= terms) return;
      const end = start[term + 1]!;
      const each = factor * step;
      for (let i = start[term]!; i < end; i++) addScore(scores, doc[i]!, each * weight[i]!);
    },
    of(term, wanted) {
      if (term >= terms) return 0;
      let low = start[term]!;
      let high = start[term + 1]!;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (doc[middle]! < wanted) low = middle + 1;
        else high = middle;
      }
      return low < start[term + 1]! && doc[low] === wanted ? step * weight[low]! : 0;
    },
  };
}
