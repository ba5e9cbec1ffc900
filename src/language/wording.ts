/** Every sentence the desk says, in English and Chinese; a missing translation does not compile. */
import type { Lang } from '../text.js';
import * as capabilities from './index.js';

type Capabilities = typeof capabilities;
type Speaking = {
  [C in keyof Capabilities]: Capabilities[C] extends { en: unknown; zh: unknown } ? C : never;
}[keyof Capabilities];

export type Wording = { [C in Speaking]: Capabilities[C]['en'] };

const inLanguage = (lang: Lang) =>
  Object.fromEntries(
    Object.entries(capabilities).flatMap(([capability, said]) =>
      lang in said ? [[capability, said[lang as never]]] : [],
    ),
  ) as unknown as Wording;

/** The desk's sentences in a language. */
export const wording: Record<Lang, Wording> = { en: inLanguage('en'), zh: inLanguage('zh') };

/** What is said, in each language, for records that keep it. */
export const inEach = <T>(say: (words: Wording) => T): Record<Lang, T> => ({
  en: say(wording.en),
  zh: say(wording.zh),
});
