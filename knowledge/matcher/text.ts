import PorterStemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';

/** Longer texts are read up to here, in characters. */
const LONGEST = 2000;

/** Light on purpose: "no", "not", "can" and the question words tell questions apart. */
const STOP = new Set(
  (
    'a an the i me my mine we us our you your he she it its they them their this that these those ' +
    'is am are was were be been being do does did doing have has had having will would shall should could ' +
    'of to in on at for from by with as and or but if so than then there here just please pls plz hi hello hey ' +
    'thanks thank dear im ive id ill its thats got get getting also too very really some any'
  ).split(' '),
);

const HAN_STOP = new Set('的了吗呢吧啊呀我你您他她它们请是在有个这那么怎如何什'.split(''));

/** Greetings and thanks around a Chinese question, which has no spaces to tell them by. */
const COURTESY = /你好|您好|大家好|请问一下|请问|麻烦|谢谢|多谢|求助|怎么办|怎么回事/g;

/** The same around an English one. */
const POLITE =
  /\b(?:hi|hello|hey|dear)(?: (?:team|all|everyone|everybody|there|folks|guys|colleagues|support))?\b|\b(?:can|could|would) (?:you|anyone|anybody|someone|somebody)(?: please)? help(?: me)?\b|\b(?:please|pls|plz|many thanks|thank you|thanks)\b/g;

/** Slack and Teams mentions, links, HTML, emoji codes and addresses are not words of the question. */
const strip = (text: string): string =>
  text
    .replace(/<(?:https?|mailto):[^<|>]*\|([^<>]*)>/g, ' $1 ')
    .replace(/<at>[^<>]*<\/at>/gi, ' ')
    .replace(/<[@#!][^<>]*>/g, ' ')
    .replace(/<\/?[a-z][^<>]*>/gi, ' ')
    .replace(/https?:\/\/\S+/gi, ' ')
    .replace(/:[a-z0-9_+-]+:/gi, ' ');

const isAscii = (text: string): boolean => /^[\0-\x7f]*$/.test(text);

/** One plain spelling: no markup, no accents, full-width folded, lower case, "e-mail" as "email". Most texts need little of it. */
export function normalise(text: string): string {
  const short = text.length > LONGEST ? text.slice(0, LONGEST) : text;
  const bare = /[<:]/.test(short) ? strip(short) : short;
  const folded = isAscii(bare)
    ? bare.toLowerCase()
    : bare
        .normalize('NFKD')
        // One character may stand for many.
        .slice(0, LONGEST)
        .replace(/\p{M}+/gu, '')
        .toLowerCase()
        .replace(COURTESY, ' ');
  return folded.replace(/['’`]/g, '').replace(POLITE, ' ').replace(JOINED, '$1$2');
}

const JOINED = /\b(e|wi|log|sign|set|pop|hand|head|add)-(mail|fi|in|on|out|up|set)/g;

/** Names that are no plurals: a team is not Teams, and the windows of the office are not Windows. */
const NAMES = new Set(['teams', 'windows']);

/** Porter leaves every other word as it is, but takes its time to find out. */
const STEMMED = /^[a-z]{2,23}[cdegilmnrstuy]$/;

const stems = new Map<string, string>();

/** Porter stem, remembered: a bank uses the same words again and again. */
export function stem(word: string): string {
  let known = stems.get(word);
  if (known === undefined) {
    known = STEMMED.test(word) && !NAMES.has(word) ? PorterStemmer.stem(word) : word.slice(0, 24);
    if (stems.size > 200_000) stems.clear();
    stems.set(word, known);
  }
  return known;
}

export interface Words {
  /** Index terms: stems of words; for Chinese single characters and pairs of them. */
  terms: string[];
  /** For each term, how it was written. */
  surface: string[];
  /** See `sequenceOf`. */
  sequence: string[];
}

const ASCII_TOKEN = /[a-z0-9]+/g;
const TOKEN = /\p{Script=Han}+|[a-z0-9]+|[^\P{L}\p{Script=Han}]+/gu;

const tokensOf = (plain: string): string[] => plain.match(isAscii(plain) ? ASCII_TOKEN : TOKEN) ?? [];

/** Terms of a normalised text. If a text has nothing but stop words, they are kept. */
export function wordsOf(plain: string): Words {
  const tokens = tokensOf(plain);
  const light = collect(tokens, true);
  return light.terms.length > 0 ? light : collect(tokens, false);
}

/** What wordings of the glossary are compared with: every word's stem and every Han character in order, the stop words too. */
export const sequenceOf = (plain: string): string[] =>
  tokensOf(plain).flatMap((token) => (isHan(token) ? Array.from(token) : stem(token)));

function collect(tokens: string[], stopping: boolean): Words {
  const terms: string[] = [];
  const surface: string[] = [];
  const sequence: string[] = [];
  const put = (term: string, written: string): void => {
    terms.push(term);
    surface.push(written);
  };
  for (const token of tokens) {
    if (!isHan(token)) {
      const root = stem(token);
      sequence.push(root);
      if (!stopping || !STOP.has(token)) put(root, token);
      continue;
    }
    const chars = Array.from(token);
    chars.forEach((char, i) => {
      sequence.push(char);
      if (!stopping || !HAN_STOP.has(char)) put(char, char);
      const next = chars[i + 1];
      if (next !== undefined) put(char + next, char + next);
    });
  }
  return { terms, surface, sequence };
}

/** A term of Han script: one character or two. */
export const isHan = (term: string): boolean => term.charCodeAt(0) >= 0x2e80;

/** Two Han characters together: an index term that repeats what its characters say. */
export const isHanPair = (term: string): boolean => term.length === 2 && isHan(term);

/** Three-character windows as numbers below 2^18: letters and digits are themselves, other characters share 27 codes. */
export const GRAMS = 1 << 18;

const codeOf = (char: number): number => {
  if (char >= 97 && char <= 122) return char - 96;
  if (char >= 48 && char <= 57) return char - 48 + 27;
  return char <= 127 ? 0 : 37 + (char % 27);
};

export function gramsOf(plain: string): number[] {
  const grams: number[] = [];
  let a = 0;
  let b = 0;
  for (let i = 0; i <= plain.length; i++) {
    const c = i < plain.length ? codeOf(plain.charCodeAt(i)) : 0;
    if (c === 0 && b === 0) continue;
    if (b !== 0 || a !== 0) grams.push((a << 12) | (b << 6) | c);
    a = b;
    b = c;
  }
  return grams;
}
