/** Words to Commands, in English and Chinese. Pure: what cannot be a command is left to be asked. */
import type { Command, CommandOf } from './command.js';
import { visible } from './invisible.js';
import { firstWord, isMisspelt } from './nearest.js';
import type { Verb } from './spec.js';
import { LONGEST_SEARCH, ticketIn } from './values.js';
import { recordIn, spellings } from './vocabulary.js';

export type Understood = Command | { do: 'words'; words: string };

/** The verb that the words begin with, and the rest. Chinese needs no space after its verb. */
function verbOf(words: string): { verb: Verb; rest: string } | undefined {
  const lower = words.toLowerCase();
  for (const [word, verb] of spellings) {
    if (!lower.startsWith(word)) continue;
    const rest = words.slice(word.length);
    if (rest === '' || /^[\s:：,，]/.test(rest) || /\p{Script=Han}$/u.test(word))
      return { verb, rest: rest.replace(/^[\s:：,，]+/, '').trim() };
  }
  return undefined;
}

/** A command that is none: in a thread after the sign, or elsewhere when its first word is nearly a verb. */
function misspelt(words: string, bound: string | undefined, signed: boolean): Command | undefined {
  const first = firstWord(words);
  const ticket = ticketIn(words) ?? (bound?.startsWith('INC-') ? bound : undefined);
  const near = spellings.some(([word]) => isMisspelt(first, word));
  if (!near && !(signed && bound)) return undefined;
  return { do: 'help', unknown: words.slice(0, LONGEST_SEARCH), ...(ticket ? { ticket } : {}) };
}

/** What makes words a command. Keyboards in Chinese write a full-width exclamation mark. */
export const sign = /^\s*(?:\/it\b|[!！])\s*/i;

/** Whether words are given as a command and not said in passing. */
export const isCommand = (words: string): boolean => sign.test(visible(words));

/**
 * @param bound the record of the thread the words were said in: its number may be left out.
 * @param given.commanded said as a command (`/it …`, `!…`) and not in passing: a verb may be followed by anything.
 */
export function understand(said: string, given: { bound?: string | undefined; commanded?: boolean }): Understood {
  const seen = visible(said);
  const signed = sign.test(seen);
  const commanded = given.commanded === true || signed;
  const words = seen.replace(sign, '').trim();
  const understood = words === '' && commanded ? ({ do: 'help' } as const) : read(words, commanded, given.bound);
  if (understood) return understood;
  // What is no command is kept as it was said.
  return (commanded && misspelt(words, given.bound, signed)) || { do: 'words', words: signed ? words : said.trim() };
}

/** What a note begins with that is read as words to the requester when it is given as a command. */
export function meantForRequester(note: string, ticket: string): CommandOf<'reply' | 'resolve' | 'wait'> | undefined {
  const meant = read(visible(note).trim(), true, ticket);
  const toOthers = meant?.do === 'reply' || meant?.do === 'resolve' || meant?.do === 'wait';
  return toOthers && meant.ticket === ticket ? meant : undefined;
}

function read(words: string, commanded: boolean, bound: string | undefined): Command | undefined {
  const numbered = recordIn(words);
  if (numbered) {
    const { id, show, rest } = numbered;
    const found = verbOf(rest);
    return rest === ''
      ? show
      : (found?.verb.after?.(id, found.rest, show) ?? found?.verb.about?.(id, found.rest, show));
  }
  const found = verbOf(words);
  if (!found) return undefined;
  const { verb, rest } = found;
  const place = bound === undefined ? undefined : recordIn(bound);
  const named = recordIn(rest);
  const toOther = verb.ties && place && named && !ticketIn(named.rest);
  return (
    (toOther && verb.about?.(place.id, rest, place.show)) ||
    (named && verb.about?.(named.id, named.rest, named.show)) ||
    (place && (commanded || rest === '') && verb.about?.(place.id, rest, place.show)) ||
    verb.alone?.(rest, { commanded }) ||
    undefined
  );
}
