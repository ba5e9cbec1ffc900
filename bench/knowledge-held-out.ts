/** How well the shipped articles answer what they were not told: each fifth of their phrasings is asked of the rest. */
import { createKnowledge, loadKnowledge } from '../knowledge/matcher/index.js';

const FOLDS = 5;

export type HeldOut = {
  lang: string;
  asked: number;
  first: number;
  offered: number;
  atOnce: number;
  rightAtOnce: number;
};

/** Shares between 0 and 1 of what was asked; `rightAtOnce` of what was answered at once. */
export async function askHeldOut(dir: string): Promise<HeldOut[]> {
  const { articles, glossary, unanswered } = await loadKnowledge(dir);
  return (['en', 'zh'] as const).map((lang) => {
    const own = articles.filter((article) => article.lang === lang);
    const count = { asked: 0, first: 0, offered: 0, atOnce: 0, rightAtOnce: 0 };
    for (let fold = 0; fold < FOLDS; fold++) {
      const isHeldOut = (_: string, index: number): boolean => index % FOLDS === fold;
      const knowledge = createKnowledge(
        own.map((article) => ({
          ...article,
          phrasings: article.phrasings.filter((each, index) => !isHeldOut(each, index)),
        })),
        glossary,
        [],
        unanswered,
      );
      for (const { id, phrasings } of own)
        for (const phrasing of phrasings.filter(isHeldOut)) {
          const { band, ranked } = knowledge.answer(phrasing, { audience: 'agents' });
          const isFirst = ranked[0]?.article.id === id;
          count.asked++;
          if (isFirst) count.first++;
          if (ranked.some(({ article }) => article.id === id)) count.offered++;
          if (band === 'sure') count.atOnce++;
          if (band === 'sure' && isFirst) count.rightAtOnce++;
        }
    }
    const { asked, first, offered, atOnce, rightAtOnce } = count;
    return {
      lang,
      asked,
      first: first / asked,
      offered: offered / asked,
      atOnce: atOnce / asked,
      rightAtOnce: rightAtOnce / atOnce,
    };
  });
}
