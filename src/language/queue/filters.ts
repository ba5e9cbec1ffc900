/** By what the queue of a group can be narrowed, as people write it in English and in Chinese. Pure. */
import { duration, hoursOf } from '../duration.js';

const PRIORITIES = ['P1', 'P2', 'P3', 'P4'] as const;
export const FILTERS = ['mine', 'unclaimed', 'overdue', 'waiting', ...PRIORITIES] as const;

/** `olderHours`: opened longer ago. Of priorities any is meant, of the others all. */
export type Filters = { only: readonly (typeof FILTERS)[number][]; olderHours?: number };

const spelled: Record<string, (typeof FILTERS)[number]> = {
  ...Object.fromEntries(FILTERS.map((filter) => [filter.toLowerCase(), filter])),
  me: 'mine',
  my: 'mine',
  unassigned: 'unclaimed',
  late: 'overdue',
  breached: 'overdue',
  'on-hold': 'waiting',
  我的: 'mine',
  未认领: 'unclaimed',
  未分派: 'unclaimed',
  逾期: 'overdue',
  超时: 'overdue',
  等待: 'waiting',
  等待中: 'waiting',
};

const age = new RegExp(
  String.raw`(?:older(?:\s{1,9}than)?|age\s{0,9}[:：]?|>|超过|早于)\s{0,9}(${duration})|(${duration})以上`,
  'giu',
);

/** The filters in these words, and what is left of them. */
export function readFilters(words: string): { filters: Filters; rest: string } {
  const only = new Set<(typeof FILTERS)[number]>();
  let olderHours: number | undefined;
  const others = words
    .replace(age, (said) => {
      olderHours = hoursOf(said);
      return ' ';
    })
    .split(/[\s,，、+]+/)
    .filter((word) => {
      const filter = spelled[word.toLowerCase()];
      if (filter) only.add(filter);
      return word !== '' && !filter;
    });
  const filters = { only: [...only], ...(olderHours === undefined ? {} : { olderHours }) };
  return { filters, rest: others.join(' ') };
}

/** The same filters as words that `readFilters` reads; empty without any. */
export const filtersIn = ({ only, olderHours }: Filters): string =>
  [...only, ...(olderHours === undefined ? [] : [`older ${olderHours}h`])].join(' ');
