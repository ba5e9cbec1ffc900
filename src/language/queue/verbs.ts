/** How people see many tickets. Pure. */
import type { Verb } from '../spec.js';
import { LONGEST_SEARCH } from '../values.js';
import { filtersIn, readFilters } from './filters.js';

const LONGEST_GROUP = 60;

/** Said in passing, only a few words or a filter are sought: `find me somebody who can help` is a question. */
const isSought = (rest: string): boolean =>
  /(^|\s)(state|person|group|状态|人员|组)[:：]/i.test(rest) ||
  (/^\S+(\s+\S+){0,2}$/.test(rest) &&
    !/^(me|my|out|the|a|an|how|where|us|our|someone|somebody)\b/i.test(rest) &&
    rest.length <= 30);

export const verbs = {
  find: {
    spelled: { en: ['find'], zh: ['查找'] },
    help: {
      en: [['find vpn state:open', 'finds tickets that you may see; also person:… and group:…']],
      zh: [['查找 打印机 状态:未完结', '查找您可见的工单，也可用 人员:… 和 组:…']],
    },
    to: 'anyone',
    alone: (rest, { commanded }) =>
      commanded || isSought(rest) ? { do: 'find', words: rest.slice(0, LONGEST_SEARCH) } : undefined,
  },
  queue: {
    spelled: { en: ['queue'], zh: ['队列'] },
    help: {
      en: [
        ['queue', 'lists the open tickets of your group, the next to be done first'],
        [
          'queue mine overdue',
          'lists only those; also unclaimed, waiting, P1, older than 3d, and another group: queue network',
        ],
      ],
      zh: [
        ['队列', '查看本组未完结的工单，最先要处理的在前'],
        ['队列 我的 逾期', '只看这些；也可用 未认领、等待、P1、超过3天，或其他组：队列 network'],
      ],
    },
    to: 'agent',
    /** Said in passing, alone or with nothing but filters. */
    alone(words, { commanded }) {
      const { filters, rest } = readFilters(words.slice(0, LONGEST_SEARCH));
      const only = filtersIn(filters);
      if (rest !== '' && (!commanded || rest.length > LONGEST_GROUP)) return undefined;
      return { do: 'queue', ...(rest ? { group: rest } : {}), ...(only ? { only } : {}) };
    },
  },
} satisfies Record<string, Verb>;
