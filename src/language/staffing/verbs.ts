/** How people ask about on-call and leave. Pure. */
import { daysIn } from './days.js';
import { form, only, type Verb } from '../spec.js';

const someone = (words: string) => words.replace(/^(?:for|from|since|give|to|给)\s+/i, '').trim();

export const verbs = {
  leave: {
    spelled: { en: ['leave'], zh: ['休假', '请假'] },
    help: {
      en: [['leave 2026-12-01..2026-12-05', 'enters your leave; alone, shows it']],
      zh: [['休假 2026-12-01..2026-12-05', '登记休假；单独输入则查看休假']],
    },
    to: 'anyone',
    /** `leave`, `leave 2026-12-01..2026-12-05`, `休假 @Alex 2026-12-01`; said in passing, only with days or alone. */
    alone(rest, { commanded }) {
      if (rest === '') return { do: 'list-leave' };
      const named = daysIn(rest);
      const person = someone(named ? named.before : rest).slice(0, 80);
      const isName = /^(@[\s\S]+|\S+(\s\S+)?)?$/.test(person);
      if (named && (commanded || isName))
        return { do: 'leave', from: named.from, to: named.to, ...(person ? { person } : {}) };
      return commanded && isName ? { do: 'list-leave', person } : undefined;
    },
  },
  oncall: {
    spelled: { en: ['oncall'], zh: ['值班'] },
    help: {
      en: [
        ['oncall', 'shows the on-call agents'],
        ['oncall network @bao 2026-12-01..2026-12-03', 'puts an agent on call', 'lead'],
      ],
      zh: [
        ['值班', '查看值班坐席'],
        ['值班 network @bao 2026-12-01..2026-12-03', '安排他人值班', 'lead'],
      ],
    },
    to: 'anyone',
    /** `oncall`, `oncall network`, `oncall network @bao 2026-12-01..2026-12-03`. */
    alone(rest, { commanded }) {
      if (rest === '') return { do: 'oncall' };
      const named = daysIn(rest);
      const [, group = '', person = ''] = /^([\w.-]{1,60})[\s,，]+(\S[\s\S]{0,79})$/.exec(named?.before ?? '') ?? [];
      if (named && group) return { do: 'order-duty', group, person: someone(person), from: named.from, to: named.to };
      if (/^[\w.-]{1,60}$/.test(rest) || (commanded && rest.length <= 60)) return { do: 'oncall', group: rest };
      return undefined;
    },
  },
  swap: {
    spelled: { en: ['swap'], zh: ['换班'] },
    help: { en: [['swap', 'offers a shift to a colleague']], zh: [['换班', '把班次转让给同事']] },
    to: 'agent',
    alone: only(form({ do: 'offer-shift' })),
  },
} satisfies Record<string, Verb>;
