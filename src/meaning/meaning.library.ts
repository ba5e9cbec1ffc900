/** Hears what free words mean, by the examples of every capability and the phrasings of the articles. */
import {
  atOnce,
  createIntents,
  inSlices,
  type Knowledge,
  type Meant,
  type Work,
} from '../../knowledge/matcher/index.js';
import type { Lang } from '../card.js';
import { examples, heard, samplesOf, type Intent } from '../language/intents.js';

type Judge = (words: string) => Meant<Intent>[];

export type Ear = {
  /** Every meaning with its chance, the likeliest first. What is not learned yet is learned at once. */
  listen(words: string): Meant<Intent>[];
  /** Learns a language, in slices between which others take their turn; once, however often it is asked for. */
  learn(lang: Lang): Promise<void>;
};

/** Chances are stretched by this, as fitted on messages that were written to try it. */
const TEMPERATURE = 0.85;

export const languageOf = (words: string): Lang => (/\p{Script=Han}/u.test(words) ? 'zh' : 'en');

export function createEar({ articles }: Pick<Knowledge, 'articles'>): Ear {
  const judges = new Map<Lang, Judge>();
  const learning = new Map<Lang, Promise<void>>();
  function* work(lang: Lang): Work<void> {
    const asked = articles
      .filter((each) => each.lang === lang)
      .flatMap(({ title, phrasings }) => [title, ...phrasings]);
    const source = JSON.stringify([lang, [...examples].map(([intent, each]) => [intent, each[lang]]), asked]);
    function* samples() {
      yield* samplesOf(lang);
      for (const words of asked) yield { words, label: 'knowledge' as const };
    }
    judges.set(lang, yield* createIntents<Intent>(source, samples, heard, TEMPERATURE));
  }
  return {
    listen(words) {
      const lang = languageOf(words);
      if (!judges.has(lang)) atOnce(work(lang));
      return judges.get(lang)!(words);
    },
    learn(lang) {
      const begun = learning.get(lang) ?? inSlices(work(lang));
      learning.set(lang, begun);
      return begun;
    },
  };
}
