/** How tickets are opened, talked in and ended. Pure. */
import type { Command } from '../command.js';
import { aboutTicket, form, type Verb } from '../spec.js';
import { LONGEST_TITLE } from '../values.js';

/** What was written after `new`: its first line names the ticket, and nothing of it is lost. */
function newTicket(rest: string): Command {
  const title = rest.split('\n', 1)[0]!.trim().slice(0, LONGEST_TITLE);
  return form({ do: 'open-ticket', ...(title ? { title } : {}), ...(title === rest ? {} : { details: rest }) });
}

export const records = { INC: (ticket: string): Command => ({ do: 'show-ticket', ticket }) };

export const verbs = {
  new: {
    spelled: { en: ['new'], zh: ['新建'] },
    help: { en: [['new', 'opens a ticket']], zh: [['新建', '新建工单']] },
    to: 'anyone',
    alone: (rest, { commanded }) => (commanded || rest === '' ? newTicket(rest) : undefined),
  },
  reopen: {
    spelled: { en: ['reopen'], zh: ['重开'] },
    help: {
      en: [['INC-1 reopen', 'reopens it, because it is not solved']],
      zh: [['INC-1 重开', '尚未解决时重开工单']],
    },
    to: 'anyone',
    about: aboutTicket((ticket, reason) => ({ do: 'reopen', ticket, ...(reason ? { reason } : {}) })),
  },
  close: {
    spelled: { en: ['close'], zh: ['关闭'] },
    help: { en: [['INC-1 close', 'closes it']], zh: [['INC-1 关闭', '关闭工单']] },
    to: 'anyone',
    about: aboutTicket((ticket) => ({ do: 'close', ticket })),
  },
  note: {
    spelled: { en: ['note'], zh: ['备注'] },
    help: { en: [['INC-1 note …', 'adds an internal note']], zh: [['INC-1 备注 …', '添加内部备注']] },
    to: 'agent',
    about: aboutTicket((ticket, text) => (text ? { do: 'note', ticket, text } : form({ do: 'note', ticket }))),
  },
  reply: {
    spelled: { en: ['reply'], zh: ['回复'] },
    help: { en: [['INC-1 reply …', 'answers the requester']], zh: [['INC-1 回复 …', '回复提单人']] },
    to: 'agent',
    about: aboutTicket((ticket, text) => (text ? { do: 'reply', ticket, text } : form({ do: 'reply', ticket }))),
  },
  resolve: {
    spelled: { en: ['resolve'], zh: ['解决'] },
    help: {
      en: [['INC-1 resolve …', 'resolves it, with the solution']],
      zh: [['INC-1 解决 …', '解决并说明处理内容']],
    },
    to: 'agent',
    about: aboutTicket((ticket, summary) =>
      summary ? { do: 'resolve', ticket, summary } : form({ do: 'resolve', ticket }),
    ),
  },
} satisfies Record<string, Verb>;
