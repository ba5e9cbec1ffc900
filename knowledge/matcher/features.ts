import type { Sparse } from './linear.js';
import { stem } from './text.js';

const TOKEN = /\p{Script=Han}|[\p{L}\p{N}]+/gu;

/** Kinds of features, kept apart by the seed of the hash; pieces of words are marked, because they count for less. */
const WORD = 1;
const PAIR = 2;
const IDEA = 5;
const PIECE = 1 << 30;
const PIECE_SHARE = 0.7;
const WHOLE = 1 << 29;
const IDEA_SHARE = 2;

/** FNV-1a over a part of a string; the seed keeps kinds of features apart. */
function hash(text: string, from: number, to: number, seed: number): number {
  let h = (0x811c9dc5 ^ seed) >>> 0;
  for (let i = from; i < to; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return (h ^ (h >>> 15)) & (WHOLE - 1);
}

/** Stems, pairs of them, and character windows inside words, of a normalised text; all words count, also the small ones. */
export const featuresOf = (
  plain: string,
  rarityOf: (feature: number) => number,
  ideas: readonly string[] = [],
): Sparse => weigh(countIn(plain, ideas), rarityOf);

/**
 * How often each feature is in a normalised text.
 * @param ideas what the text speaks of, in whatever words; each counts by itself and with every other one.
 */
export function countIn(plain: string, ideas: readonly string[] = []): Map<number, number> {
  const counts = new Map<number, number>();
  const put = (feature: number): void => void counts.set(feature, (counts.get(feature) ?? 0) + 1);
  ideas.forEach((idea, i) => {
    put(hash(idea, 0, idea.length, IDEA) | WHOLE);
    for (const other of ideas.slice(i + 1)) {
      const both = `${idea} ${other}`;
      put(hash(both, 0, both.length, IDEA));
    }
  });
  let before = '^';
  for (const [token] of plain.matchAll(TOKEN)) {
    const word = stem(token);
    put(hash(word, 0, word.length, WORD));
    const pair = `${before} ${word}`;
    put(hash(pair, 0, pair.length, PAIR));
    before = word;
    const padded = `_${token}_`;
    for (const width of [3, 4]) {
      for (let at = 0; at + width <= padded.length; at++) put(hash(padded, at, at + width, width) | PIECE);
    }
  }
  return counts;
}

/** The vector of a text, of length 1. */
export function weigh(counts: ReadonlyMap<number, number>, rarityOf: (feature: number) => number): Sparse {
  const ids = new Int32Array(counts.size);
  const values = new Float32Array(counts.size);
  let size = 0;
  let square = 0;
  for (const [feature, count] of counts) {
    const share = feature & WHOLE ? IDEA_SHARE : feature & PIECE ? PIECE_SHARE : 1;
    const value = share * (1 + Math.log(count)) * rarityOf(feature);
    ids[size] = feature;
    values[size++] = value;
    square += value * value;
  }
  const length = Math.sqrt(square) || 1;
  for (let i = 0; i < values.length; i++) values[i]! /= length;
  return { ids, values };
}

/** In how many samples each feature was seen, by its hash; plain data. */
export interface Seen {
  /** Length is a power of two. */
  counts: Uint32Array;
  samples: number;
}

const WIDEST = 18;

/** @param widest binary logarithm of the most features that are told apart. */
export function countFeatures(samples: readonly ReadonlyMap<number, number>[], widest = WIDEST): Seen {
  const distinct = new Set<number>();
  for (const sample of samples) for (const feature of sample.keys()) distinct.add(feature);
  const counts = new Uint32Array(2 ** Math.min(widest, Math.max(12, Math.ceil(Math.log2(distinct.size + 1)))));
  for (const sample of samples) for (const feature of sample.keys()) counts[feature & (counts.length - 1)]!++;
  return { counts, samples: samples.length };
}

/** Square root of the inverse document frequency: rare features count for more, but not as much as in retrieval. */
export function rarityIn({ counts, samples }: Seen): (feature: number) => number {
  const rarities = Float32Array.from(counts, (count) => Math.sqrt(Math.log(1 + samples / (1 + count))));
  return (feature) => rarities[feature & (rarities.length - 1)]!;
}
