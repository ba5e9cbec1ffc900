import { isHan, isHanPair, stem } from './text.js';
import { soundOf } from './sounds.js';
import { createSpeller } from './typos.js';

/** Shorter words have too many neighbours: an accent is nothing to accept. */
const SHORTEST = 7;
/** Han wordings that are compared by their sound, in characters. */
const HEARD = { shortest: 2, longest: 4 };
/** They stand beside anything, so that by chance they sound like a part of some word. */
const PARTICLES = new Set('的了吗呢吧啊呀我你您他她它们请是在有个这那么怎如何什以一已和就不也都会要上下里到去来说没用');
const RUN = /\p{Script=Han}{2,}/gu;
const WORD = /[a-z]+/g;

export interface Respelling {
  /** Whether some wording has a word of that stem. */
  hasWord(stem: string): boolean;
  /**
   * Puts right what was mistyped in a normalised text: words one slip away from one of the wordings, and Han characters that sound
   * like some of them. What they or the reader know as a term is left alone.
   */
  respell(plain: string, isTerm: (term: string) => boolean): string;
}

/** @param wordings normalised. */
export function createRespelling(wordings: readonly string[]): Respelling {
  let lexicon: Lexicon | undefined;
  const hasWord = (root: string): boolean => (lexicon ??= createLexicon(wordings)).stems.has(root);
  const respellWord = (word: string, isTerm: (term: string) => boolean): string => {
    if (word.length < SHORTEST) return word;
    const root = stem(word);
    if (isTerm(root) || hasWord(root)) return word;
    const meant = lexicon!.nearest(word);
    // Another ending is another word: a signer is not signed.
    return meant && meant[0] === word[0] && meant.at(-1) === word.at(-1) ? meant : word;
  };

  let heard: Heard | undefined;
  const respellRun = (run: string, isTerm: (term: string) => boolean): string => {
    heard ??= listen(wordings);
    const chars = Array.from(run);
    const isPair = (at: number) => {
      const pair = `${chars[at] ?? ''}${chars[at + 1] ?? ''}`;
      return heard!.pairs.has(pair) || (isHanPair(pair) && isTerm(pair));
    };
    for (let at = 0; at < chars.length; at++)
      for (let length = Math.min(HEARD.longest, chars.length - at); length >= HEARD.shortest; length--) {
        const typed = chars.slice(at, at + length);
        const meant = heard.bySound.get(soundOf(typed) ?? '');
        if (!meant) continue;
        const slips = typed.flatMap((char, i) => (char === meant[i] ? [] : [i]));
        const isSlip = (i: number) => !PARTICLES.has(typed[i]!) && !isPair(at + i - 1) && !isPair(at + i);
        if (slips.length > length / 2 || !slips.every(isSlip)) continue;
        chars.splice(at, length, ...meant);
        at += length - 1;
        break;
      }
    return chars.join('');
  };

  return {
    hasWord,
    respell: (plain, isTerm) =>
      plain.replace(WORD, (word) => respellWord(word, isTerm)).replace(RUN, (run) => respellRun(run, isTerm)),
  };
}

interface Lexicon {
  stems: Set<string>;
  nearest(word: string): string | undefined;
}

function createLexicon(wordings: readonly string[]): Lexicon {
  const words = [...new Set(wordings.flatMap((wording) => wording.match(WORD) ?? []))];
  const spell = createSpeller(new Map(words.map((each, i) => [each, i])), () => 0);
  return { stems: new Set(words.map(stem)), nearest: (word) => words[spell(word) ?? -1] };
}

interface Heard {
  bySound: Map<string, string[]>;
  /** Two characters that stand together in some wording. */
  pairs: Set<string>;
}

function listen(wordings: readonly string[]): Heard {
  const heard: Heard = { bySound: new Map(), pairs: new Set() };
  for (const wording of wordings) {
    const chars = Array.from(wording);
    chars.forEach((char, i) => i > 0 && heard.pairs.add(chars[i - 1]! + char));
    if (chars.length < HEARD.shortest || chars.length > HEARD.longest) continue;
    if (!chars.every((char) => isHan(char) && !PARTICLES.has(char))) continue;
    const sound = soundOf(chars);
    if (sound !== undefined && !heard.bySound.has(sound)) heard.bySound.set(sound, chars);
  }
  return heard;
}
