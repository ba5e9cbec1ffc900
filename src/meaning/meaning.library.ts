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

type Judge = (said: { text: string; ideas: readonly string[] }) => Meant<Intent>[];

export type Ear = {
  /** Every meaning with its chance, the likeliest first. */
  listen(words: string): Meant<Intent>[];
  /** Learns both languages, in slices between which others take their turn; else the first message waits for it. */
  prepare(): Promise<void>;
};

/** Chances are stretched by this, as fitted on messages that were written to try it. */
const TEMPERATURE = 0.85;

export const languageOf = (words: string): Lang => (/\p{Script=Han}/u.test(words) ? 'zh' : 'en');

export function createEar({ articles }: Pick<Knowledge, 'articles'>): Ear {
  const judges = new Map<Lang, Judge>();
  function* learn(lang: Lang): Work<void> {
    const asked = articles
      .filter((each) => each.lang === lang)
      .flatMap(({ title, phrasings }) => [title, ...phrasings]);
    const source = JSON.stringify([lang, [...examples].map(([intent, each]) => [intent, each[lang]]), asked]);
    const samples = () => [
      ...samplesOf(lang),
      ...asked.map((words) => ({ ...heard(words), label: 'knowledge' as const })),
    ];
    judges.set(lang, yield* createIntents<Intent>(source, samples, { temperature: TEMPERATURE }));
  }
  return {
    listen(words) {
      const lang = languageOf(words);
      if (!judges.has(lang)) atOnce(learn(lang));
      return judges.get(lang)!(heard(words));
    },
    async prepare() {
      for (const lang of ['en', 'zh'] as const) if (!judges.has(lang)) await inSlices(learn(lang));
    },
  };
}
