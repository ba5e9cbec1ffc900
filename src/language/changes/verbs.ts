/** How people propose a change. Pure. */
import type { Command } from '../command.js';
import { form, type Verb } from '../spec.js';

export const records = { CHG: (change: string): Command => ({ do: 'show-change', change }) };

export const verbs = {
  change: {
    spelled: { en: ['change'], zh: ['变更'] },
    help: { en: [['change new', 'requests a change']], zh: [['变更 新建', '提交变更']] },
    to: 'anyone',
    alone: (rest) => (/^(new|新建)?$/i.test(rest) ? form({ do: 'open-change' }) : undefined),
  },
} satisfies Record<string, Verb>;
