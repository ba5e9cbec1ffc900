/** How people ask for help, for their own things, and for a record. Pure. */
import { aboutTicket, only, type Verb } from '../spec.js';
import { claim } from '../work/verbs.js';

export const verbs = {
  mine: {
    spelled: { en: ['mine', 'my tickets'], zh: ['我的'] },
    help: {
      en: [['mine', 'lists your tickets, requests and approvals']],
      zh: [['我的', '查看您的工单、申请和待审批']],
    },
    to: 'anyone',
    alone: only({ do: 'list-mine' }),
    after: aboutTicket(claim),
  },
  show: {
    spelled: { en: ['show'], zh: ['查看'] },
    help: { en: [['show INC-1', 'shows a ticket with its history']], zh: [['查看 INC-1', '查看工单及其历史']] },
    to: 'anyone',
    about: (_record, _rest, shown) => shown,
  },
  lang: {
    spelled: { en: ['lang'], zh: ['语言'] },
    help: { en: [['lang zh', '切换到中文']], zh: [['语言 en', 'switch to English']] },
    to: 'anyone',
    alone(rest) {
      if (!/^(en|zh|english|chinese|中文|英文)$/i.test(rest)) return undefined;
      return { do: 'set-language', lang: /^(zh|chinese|中文)$/i.test(rest) ? 'zh' : 'en' };
    },
  },
  help: {
    spelled: { en: ['help', '?'], zh: ['帮助', '？'] },
    help: { en: [['help all', 'lists all commands']], zh: [['帮助 全部', '列出全部命令']] },
    to: 'anyone',
    alone(rest) {
      if (rest === '') return { do: 'help' };
      return /^(all|commands|全部|命令)$/i.test(rest) ? { do: 'help', all: 'yes' } : undefined;
    },
  },
} satisfies Record<string, Verb>;
