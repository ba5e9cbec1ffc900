/** How agents answer a reminder, and people ask for more haste. Pure. */
import type { Command } from '../command.js';
import { duration, hoursOf } from '../duration.js';
import { aboutTicket, form, type Verb } from '../spec.js';
import { LONGEST_SNOOZE_HOURS } from '../values.js';

/** `snooze INC-1 2h the part comes at noon`, `暂缓 INC-1 2小时 中午到货`. */
function snooze(ticket: string, rest: string): Command {
  const [lasts = ''] = new RegExp(`^(?:for\\s+)?${duration}`, 'iu').exec(rest) ?? [];
  const hours = hoursOf(lasts);
  const reason = rest.slice(lasts.length).replace(/^[\s,，:：]*(?:because\b|因为)?\s*/i, '');
  const known = hours && hours <= LONGEST_SNOOZE_HOURS ? hours : undefined;
  if (known && reason) return { do: 'snooze', ticket, hours: known, reason };
  return form({ do: 'snooze', ticket, ...(known ? { hours: known } : {}), ...(reason ? { reason } : {}) });
}

export const verbs = {
  escalate: {
    spelled: { en: ['escalate'], zh: ['升级'] },
    help: { en: [['INC-1 escalate …', 'escalates it, with your reason']], zh: [['INC-1 升级 …', '升级并说明原因']] },
    to: 'anyone',
    about: aboutTicket((ticket, reason) =>
      reason ? { do: 'escalate', ticket, reason } : form({ do: 'escalate', ticket }),
    ),
  },
  working: {
    spelled: { en: ['working'], zh: ['处理中'] },
    help: {
      en: [['INC-1 working', 'says that you are working on it, which pauses its reminders']],
      zh: [['INC-1 处理中', '表示正在处理，暂停提醒']],
    },
    to: 'agent',
    about: aboutTicket((ticket) => ({ do: 'working', ticket })),
  },
  snooze: {
    spelled: { en: ['snooze'], zh: ['暂缓'] },
    help: {
      en: [['INC-1 snooze 2h …', 'pauses its reminders, but not its SLA clock']],
      zh: [['INC-1 暂缓 2小时 …', '暂停提醒一段时间，时限照常计算']],
    },
    to: 'agent',
    about: aboutTicket(snooze),
  },
  'need-help': {
    spelled: { en: ['assist'], zh: ['求助'] },
    help: { en: [['INC-1 assist …', 'asks colleagues for help']], zh: [['INC-1 求助 …', '请同事帮忙']] },
    to: 'agent',
    about: aboutTicket((ticket, reason) =>
      reason ? { do: 'need-help', ticket, reason } : form({ do: 'need-help', ticket }),
    ),
  },
} satisfies Record<string, Verb>;
