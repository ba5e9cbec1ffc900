/** How people find procedures. Pure. */
import type { Verb } from '../spec.js';
import { LONGEST_SEARCH } from '../values.js';

export const verbs = {
  sop: {
    spelled: { en: ['sop'], zh: ['规程'] },
    help: {
      en: [
        ['sop find …', 'finds a procedure'],
        ['sop status laptop-loss', 'shows the readers of a procedure', 'lead'],
      ],
      zh: [
        ['规程 查找 …', '查找规程'],
        ['规程 状态 laptop-loss', '查看规程的阅读情况', 'lead'],
      ],
    },
    to: 'anyone',
    alone(rest, { commanded }) {
      const [, verb, words = ''] = /^(find|show|status|查找|查看|状态)(?![a-z])\s*([\s\S]*)$/i.exec(rest) ?? [];
      const what = verb?.toLowerCase();
      const named = /^[a-z0-9-]{1,60}$/i.test(words);
      if ((what === 'show' || what === '查看') && named) return { do: 'show-sop', sop: words.toLowerCase() };
      if ((what === 'status' || what === '状态') && named) return { do: 'sop-status', sop: words.toLowerCase() };
      const sought = what === 'find' || what === '查找' ? words : rest;
      if (sought === '') return { do: 'find-sop' };
      return sought !== rest || commanded ? { do: 'find-sop', words: sought.slice(0, LONGEST_SEARCH) } : undefined;
    },
  },
} satisfies Record<string, Verb>;
