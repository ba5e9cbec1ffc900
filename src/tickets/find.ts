/** What `find` was asked: words, and filters by state, person and group, in English and in Chinese. Pure. */
import { openStates, type State } from './ticket.js';
import { soughtTerms } from './terms.js';

export type Sought = {
  terms: string[];
  states?: readonly State[];
  person?: string;
  group?: string;
};

const states: Record<string, readonly State[]> = {
  open: openStates,
  未完结: openStates,
  new: ['new'],
  新建: ['new'],
  assigned: ['assigned'],
  已认领: ['assigned'],
  'in-progress': ['in-progress'],
  处理中: ['in-progress'],
  waiting: ['waiting'],
  等待: ['waiting'],
  等待中: ['waiting'],
  resolved: ['resolved'],
  已解决: ['resolved'],
  closed: ['closed'],
  已关闭: ['closed'],
};

/** A filter whose value is unknown is taken for words, so that nothing is silently left out. */
export function readSought(words: string): Sought {
  const sought: Omit<Sought, 'terms'> = {};
  const rest = words.replace(
    /(state|person|group|状态|人员|组)[:：]\s*@?(\S+)/gi,
    (whole, key: string, value: string) => {
      const named = states[value.toLowerCase()];
      if (/^(state|状态)$/i.test(key)) {
        if (!named) return whole;
        sought.states = named;
      } else if (/^(person|人员)$/i.test(key)) sought.person = value;
      else sought.group = value;
      return ' ';
    },
  );
  return { ...sought, terms: soughtTerms(rest) };
}

/** The tickets that are named in these words, each once. */
export const numbersIn = (words: string): string[] => [
  ...new Set([...words.matchAll(/INC-(\d{1,9})\b/gi)].map(([, digits]) => `INC-${Number(digits)}`)),
];
