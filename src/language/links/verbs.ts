/** How people follow tickets, and agents tie them together. Pure. */
import type { Command, CommandOf } from '../command.js';
import { aboutTicket, form, type Verb } from '../spec.js';
import { personIn } from '../values.js';

const kinds = new Map<string, CommandOf<'link'>['kind']>(
  Object.entries({
    related: 'related',
    相关: 'related',
    'caused-by': 'caused-by',
    起因: 'caused-by',
    duplicate: 'duplicate',
    重复: 'duplicate',
  }),
);

/** The ticket that is named first in the rest, and the words after it. */
function other(rest: string): { number?: string; more: string } {
  const [, digits, more = ''] =
    /^(?:(?:into|to|with|到|和|与)\s*)?INC-(\d{1,9})\b[\s:：,，]*([\s\S]*)$/i.exec(rest) ?? [];
  return { ...(digits ? { number: `INC-${Number(digits)}` } : {}), more: more.trim().toLowerCase() };
}

function merge(ticket: string, rest: string): Command {
  const { number } = other(rest);
  return number ? { do: 'merge', ticket, into: number } : form({ do: 'merge', ticket });
}

function link(ticket: string, rest: string): Command {
  const { number, more } = other(rest);
  return number ? { do: 'link', ticket, to: number, kind: kinds.get(more) ?? 'related' } : form({ do: 'link', ticket });
}

export const verbs = {
  watch: {
    spelled: { en: ['watch'], zh: ['关注'] },
    help: { en: [['INC-1 watch', 'follows a ticket']], zh: [['INC-1 关注', '关注工单']] },
    to: 'agent',
    about: aboutTicket((ticket, rest) => ({
      do: 'watch',
      ticket,
      ...(personIn(rest) ? { person: personIn(rest) } : {}),
    })),
  },
  unwatch: {
    spelled: { en: ['unwatch'], zh: ['取消关注'] },
    help: { en: [['INC-1 unwatch', 'stops following it']], zh: [['INC-1 取消关注', '不再关注']] },
    to: 'agent',
    about: aboutTicket((ticket) => ({ do: 'watch', ticket, stop: 'yes' })),
  },
  link: {
    spelled: { en: ['link'], zh: ['关联'] },
    help: {
      en: [['INC-1 link INC-2', 'links it to another ticket: related, caused-by or duplicate']],
      zh: [['INC-1 关联 INC-2', '关联另一工单：相关、起因、重复']],
    },
    to: 'agent',
    ties: true,
    about: aboutTicket(link),
  },
  merge: {
    spelled: { en: ['merge'], zh: ['合并'] },
    help: {
      en: [['INC-1 merge INC-2', 'merges it into another ticket']],
      zh: [['INC-1 合并 INC-2', '并入另一工单']],
    },
    to: 'agent',
    ties: true,
    about: aboutTicket(merge),
  },
  task: {
    spelled: { en: ['task'], zh: ['任务'] },
    help: { en: [['INC-1 task …', 'adds a task to it']], zh: [['INC-1 任务 …', '添加任务']] },
    to: 'agent',
    about: aboutTicket((ticket, title) =>
      title ? { do: 'add-task', ticket, title } : form({ do: 'add-task', ticket }),
    ),
  },
} satisfies Record<string, Verb>;
