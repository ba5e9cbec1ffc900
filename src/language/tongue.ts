/**
 * In which language somebody writes: what they are answered in, until they choose a language themselves. A Chinese word
 * in an English sentence does not make it Chinese, and the name of a product in a Chinese one does not make it English.
 * Pure.
 */
import type { Lang } from '../text.js';
import { visible } from './invisible.js';
import { firstWord } from './nearest.js';
import { sign, understand } from './understand.js';

/** Fewer words of an alphabet may be a product, an error code or a name, and tell nothing of a language. */
const FEWEST_WORDS = 3;
/** The first so many characters tell the language of all. */
const ENOUGH = 1000;
/** A character of Chinese says about half of what a small English word does. */
const CHARACTERS_A_WORD = 2;

/** What is quoted, addressed or numbered is not a person's own wording. */
const foreign = /https?:\/\/\S+|[\w.+-]{0,64}@\S+|\b[A-Z]{2,5}-\d+|[“"「『][^”"」』]{0,200}[”"」』]|`[^`]{0,200}`/giu;
/** The small words of which English sentences are made, and that no product is named after. */
const small =
  /\b(?:a|an|the|i|i['’]?m|my|me|we|our|you|your|it|this|that|is|are|was|am|be|do|does|did|have|has|can|could|cannot|not|no|to|in|on|at|of|for|from|with|and|or|but|when|how|what|where|why|who|please|need|want)\b/giu;
const count = (words: string, pattern: RegExp): number => words.match(pattern)?.length ?? 0;

/** The language of a sentence; undefined when it is too short to tell. */
export function tongueOf(sentence: string): Lang | undefined {
  const own = sentence.slice(0, ENOUGH).replace(foreign, ' ');
  if (count(own, /\p{Script=Han}/gu) > CHARACTERS_A_WORD * count(own, small)) return 'zh';
  return count(own, /\p{Script=Latin}[\p{L}'’]*/gu) >= FEWEST_WORDS ? 'en' : undefined;
}

/**
 * The language in which somebody turns to the desk. Of a command its verb tells: in Chinese it is chosen on purpose, in
 * English it may have been read off a list; what follows may be meant for somebody else.
 */
export function tongueAddressing(words: string, given: Parameters<typeof understand>[1]): Lang | undefined {
  const understood = understand(words, given);
  if (understood.do === 'words') return tongueOf(understood.words);
  const verb = firstWord(
    visible(words.slice(0, ENOUGH))
      .replace(sign, '')
      .replace(/\b[a-z]{2,5}-\d{1,9}[\s:：,，]?/gi, '')
      .trim(),
  );
  return /\p{Script=Han}/u.test(verb) ? 'zh' : undefined;
}
