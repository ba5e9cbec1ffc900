/** What a ticket takes from the message that was reported. Pure. */
import type { File } from '../chat.js';
import { isNoise, withoutGreeting } from '../noise.js';
import { LONGEST_TEXT, LONGEST_TITLE } from '../language/command.js';

/** Milliseconds after a post that began a ticket in which further posts of its author in the channel belong to it. */
export const BURST_MS = 5 * 60_000;

/** The most messages of a thread that come along, the latest. */
export const LONGEST_THREAD = 50;
/** The most characters of a message that are kept: all that Slack lets a person send. */
export const KEPT_WORDS = 40_000;
/** The most files of a message that are kept; Slack takes no more at once. */
const KEPT_FILES = 20;

/** Controls that draw nothing, or turn the direction of what follows. */
const invisible = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** One line that names the ticket: the first that says something, without greetings and what only turns or hides text. */
export function titleOf(words: string, files: readonly Pick<File, 'name'>[]): string {
  const lines = words.split('\n').map((line) => line.replace(invisible, ' ').replace(/\s+/g, ' ').trim());
  const told = lines.filter((each) => /[\p{L}\p{N}]/u.test(each));
  const first = told.find((each) => !isNoise(each)) ?? told[0];
  const line = first === undefined ? files.map(({ name }) => name).join(', ') : withoutGreeting(first);
  return line.length <= LONGEST_TITLE ? line : `${line.slice(0, LONGEST_TITLE - 1).trimEnd()}…`;
}

/** The whole words where the title does not say them all, and whether they had to be cut. */
export function detailsOf(words: string, title: string): { details?: string; cut: boolean } {
  const whole = words.trim();
  if (whole === '' || whole === title) return { cut: false };
  return { details: whole.slice(0, LONGEST_TEXT).replace(/[\uD800-\uDBFF]$/, ''), cut: whole.length > LONGEST_TEXT };
}

export const keptFiles = (files: readonly File[] | undefined): File[] => (files ?? []).slice(0, KEPT_FILES);
