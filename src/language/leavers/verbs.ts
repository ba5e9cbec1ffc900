/** How administrators say that somebody leaves. Pure. */
import type { Command } from '../command.js';
import { form, type Verb } from '../spec.js';
import { personIn } from '../values.js';

const when = /(\d{4}-\d\d-\d\d)[T\s]{1,3}([01]?\d|2[0-3])[:：]([0-5]\d)$/;
const now = /(?:^|[\s,，])(?:right now|now|immediately|at once|现在|立即|马上)$/i;

export const records = { OFF: (leaver: string): Command => ({ do: 'show-leaver', leaver }) };

export const verbs = {
  leaver: {
    spelled: { en: ['leaver', 'offboard'], zh: ['离职', '办理离职'] },
    help: {
      en: [
        [
          'leaver @emma 2026-12-04 18:00',
          'shows what is in their hands; at that hour all of it is ended and handed on',
        ],
        ['leaver @emma now', 'the same at once, when a second administrator or security officer has confirmed it'],
      ],
      zh: [
        ['离职 @emma 2026-12-04 18:00', '列出其名下的一切，到时全部收回或移交'],
        ['离职 @emma 现在', '经另一位管理员或安全官确认后立即执行'],
      ],
    },
    to: 'admin',
    alone(rest, { commanded }) {
      if (!commanded && rest !== '' && !rest.startsWith('@')) return undefined;
      const [date, day = '', hour = '', minute = ''] = when.exec(rest) ?? [];
      const [atOnce] = date === undefined ? (now.exec(rest) ?? []) : [];
      const person = personIn(rest.slice(0, rest.length - (date ?? atOnce ?? '').length).replace(/[\s,，]+$/, ''));
      if (person === '') return form({ do: 'leaver' });
      if (date !== undefined) return { do: 'leaver', person, at: `${day}T${hour.padStart(2, '0')}:${minute}` };
      return atOnce === undefined ? form({ do: 'leaver', person }) : { do: 'leaver', person };
    },
  },
} satisfies Record<string, Verb>;
