/** What is typed about duty and leave, as a command; what is missing is asked by a form. Pure. */
import type { Command } from './language/command.js';

const day = String.raw`(\d{4}-\d\d-\d\d)`;
/** `2026-12-01`, `2026-12-01..2026-12-05`, `2026-12-01 to 2026-12-05`, `2026-12-01至2026-12-05`. */
const days = new RegExp(String.raw`${day}(?:\s*(?:\.{2,3}|…|[-–—~～]|to|until|至|到)\s*${day})?$`, 'i');

/** The days that the words end with, and the words before them. */
function daysIn(words: string): { before: string; from: string; to: string } | undefined {
  const [whole, from, to] = days.exec(words) ?? [];
  if (whole === undefined || from === undefined) return undefined;
  return { before: words.slice(0, -whole.length).trim(), from, to: to ?? from };
}

const someone = (words: string) => words.replace(/^(?:for|from|since|give|to|给)\s+/i, '').trim();

/** `leave`, `leave 2026-12-01..2026-12-05`, `休假 @Alex 2026-12-01`; said in passing, only with days or alone. */
export function aboutLeave(rest: string, commanded: boolean): Command | undefined {
  if (rest === '') return { do: 'list-leave' };
  const named = daysIn(rest);
  const person = someone(named ? named.before : rest).slice(0, 80);
  const isName = /^(@[\s\S]+|\S+(\s\S+)?)?$/.test(person);
  if (named && (commanded || isName))
    return { do: 'leave', from: named.from, to: named.to, ...(person ? { person } : {}) };
  return commanded && isName ? { do: 'list-leave', person } : undefined;
}

/** `oncall`, `oncall network`, `oncall network @bao 2026-12-01..2026-12-03`. */
export function aboutDuty(rest: string, commanded: boolean): Command | undefined {
  if (rest === '') return { do: 'oncall' };
  const named = daysIn(rest);
  const [, group = '', person = ''] = /^([\w.-]{1,60})[\s,，]+(\S[\s\S]{0,79})$/.exec(named?.before ?? '') ?? [];
  if (named && group) return { do: 'order-duty', group, person: someone(person), from: named.from, to: named.to };
  if (/^[\w.-]{1,60}$/.test(rest) || (commanded && rest.length <= 60)) return { do: 'oncall', group: rest };
  return undefined;
}
