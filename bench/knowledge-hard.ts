/** Questions in everyday and colloquial words, most without a word of the title, and questions to be refused. */
import { readFileSync } from 'node:fs';
import { type Knowledge, type Language } from '../knowledge/matcher/index.js';
import { calibrationError } from './knowledge-measures.js';

/** `tuned` was read while the matcher was made; `unread` was set aside before and has never been read. */
export type Part = 'tuned' | 'unread';

/** `gold` is null where nothing fits; `kind` then tells why. */
type Question = { query: string; lang: Language; gold: string[] | null; kind?: string };

/** Shares between 0 and 1: `first`, `answeredRight` and `answeredWrong` of what has an article, the rest of what has none. */
export type Hard = {
  asked: number;
  first: number;
  answeredRight: number;
  answeredWrong: number;
  toRefuse: number;
  notAnswered: number;
  nothingShown: number;
  /** Expected calibration error over ten bins, of all. */
  calibration: number;
};

export const readHard = (part: Part): Question[] =>
  readFileSync(`test/knowledge/hard/${part}.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Question);

export function askHard(knowledge: Knowledge, part: Part, lang: Language): Hard {
  const questions = readHard(part).filter((each) => each.lang === lang);
  const judged = questions.map(({ query, gold }) => {
    const { band } = knowledge.answer(query, { lang, audience: 'agents' });
    const best = knowledge.rank(query, { lang, audience: 'agents', limit: 1 })[0];
    const confidence = best?.confidence ?? 0;
    const isRight = best !== undefined && gold !== null && gold.includes(best.article.id);
    return { band, confidence, isRight, hasArticle: gold !== null };
  });
  const share = (of: typeof judged, fits: (one: (typeof judged)[number]) => boolean) =>
    of.filter(fits).length / of.length;
  const answerable = judged.filter(({ hasArticle }) => hasArticle);
  const refusable = judged.filter(({ hasArticle }) => !hasArticle);
  return {
    asked: answerable.length,
    first: share(answerable, ({ isRight }) => isRight),
    answeredRight: share(answerable, ({ band, isRight }) => band === 'sure' && isRight),
    answeredWrong: share(answerable, ({ band, isRight }) => band === 'sure' && !isRight),
    toRefuse: refusable.length,
    notAnswered: share(refusable, ({ band }) => band !== 'sure'),
    nothingShown: share(refusable, ({ band }) => band === 'none'),
    calibration: calibrationError(judged),
  };
}
