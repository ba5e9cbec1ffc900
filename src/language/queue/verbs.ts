/** How people see many tickets. Pure. */
import type { Verb } from '../spec.js';
import { LONGEST_SEARCH } from '../values.js';

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
    help: { en: [['queue', 'lists the open tickets of your group']], zh: [['队列', '查看本组未完结的工单']] },
    to: 'agent',
    alone(rest, { commanded }) {
      if (rest === '') return { do: 'queue' };
      return commanded && /^[\w.-]{1,60}$/.test(rest) ? { do: 'queue', group: rest } : undefined;
    },
  },
} satisfies Record<string, Verb>;
