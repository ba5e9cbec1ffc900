/** How agents declare a major incident, and tell how it stands. Pure. */
import { aboutTicket, form, type Verb } from '../spec.js';
import { LONGEST_TITLE } from '../values.js';

export const verbs = {
  major: {
    spelled: { en: ['major'], zh: ['重大'] },
    help: {
      en: [
        ['INC-1 major …', 'declares a major incident, and tells all affected how it stands'],
        ['major', 'opens a ticket for an outage'],
      ],
      zh: [
        ['INC-1 重大 …', '宣布为重大故障，并告知所有受影响的人'],
        ['重大', '为大面积故障新建工单'],
      ],
    },
    to: 'agent',
    about: aboutTicket((ticket, text) => (text ? { do: 'major', ticket, text } : form({ do: 'major', ticket }))),
    alone: (rest, { commanded }) =>
      commanded || rest === ''
        ? form({
            do: 'open-ticket',
            impact: 'high',
            urgency: 'high',
            ...(rest ? { title: rest.slice(0, LONGEST_TITLE) } : {}),
          })
        : undefined,
  },
} satisfies Record<string, Verb>;
