/**
 * What a condition of an approver limits: how long, until when, or to reading. Only where every word of it is understood;
 * any other condition stays words that people read. Pure.
 */
import { datesIn, dayAt, timeAt } from '../dates.js';
import { durationAt, durationIn, hoursIn } from '../spans.js';
import { type Token, tokensOf } from '../tokens.js';

export type Limits = {
  hours?: number;
  /** `2026-11-27`, or `2026-11-27T18:00`, on the clock of who says it. */
  until?: string;
  isReadOnly?: true;
};

/** Said before a length of time or a day, and after it. */
const limiting = new Set(
  (
    'only just but for at most max maximum up to until till through by please ok okay access . , ， 。 ! ！ - ' +
    '只 仅 限 到 至 截 止 为 最 多 用 开 给 可 以 能 本 这 前 之 内 请 的 行 权'
  ).split(' '),
);
const most = /(?:no|not) (?:longer|more) than|不超过|不多于/giu;
const reading = /read[- ]?only|view[- ]?only|只读|只能查看|仅查看|只看/giu;

/** How many tokens from one on are a length of time, a day with its hour, or a word that limits. */
function understoodAt(tokens: readonly Token[], at: number): number {
  const span = durationAt(tokens, at);
  if (span) return span.took;
  const day = dayAt(tokens, at);
  if (day) return day.took + (timeAt(tokens, at + day.took)?.took ?? 0);
  return limiting.has(tokens[at]!.text) ? 1 : 0;
}

/** @param today the day on the clock of who says it. */
export function limitsIn(said: string, today: string): Limits | undefined {
  const isReadOnly = reading.test(said);
  reading.lastIndex = 0;
  const words = said.replace(reading, ' only ').replace(most, ' only ');
  const tokens = tokensOf(words);
  for (let at = 0; at < tokens.length;) {
    const took = understoodAt(tokens, at);
    if (took === 0) return undefined;
    at += took;
  }
  const span = durationIn(words);
  const dates = datesIn(words, today);
  const isOne = dates.length + (span ? 1 : 0) === 1 && !dates[0]?.includes('/');
  if (!isOne && (dates.length > 0 || span || !isReadOnly)) return undefined;
  return {
    ...(span ? { hours: hoursIn(span) } : {}),
    ...(dates[0] ? { until: dates[0] } : {}),
    ...(isReadOnly ? { isReadOnly } : {}),
  };
}
