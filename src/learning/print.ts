/** What somebody has read before they decide about it, in a few characters that its button carries. Pure. */
import { createHash } from 'node:crypto';
import type { Written } from './draft.js';
import type { Phrasing } from './phrasing.js';

const printOf = (...parts: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12);

export const articlePrint = ({ title, lang, phrasings, body, audience }: Written): string =>
  printOf(title, lang, phrasings, body, audience);

/** @param title of the article as it is now, which is what an agent reads. */
export const phrasingPrint = ({ words, article }: Pick<Phrasing, 'words' | 'article'>, title: string): string =>
  printOf(words, article, title);
