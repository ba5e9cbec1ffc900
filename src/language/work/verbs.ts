/** How agents take tickets, hand them on and put them on hold. Pure. */
import type { Command, CommandOf } from '../command.js';
import { aboutTicket, form, type Verb } from '../spec.js';
import { personIn } from '../values.js';

const causes = new Map<string, CommandOf<'wait'>['cause']>(
  Object.entries({
    user: 'user',
    requester: 'user',
    用户: 'user',
    提单人: 'user',
    supplier: 'supplier',
    vendor: 'supplier',
    供应商: 'supplier',
    approval: 'approval',
    审批: 'approval',
    change: 'change',
    变更: 'change',
  }),
);

/** `wait INC-1 supplier new fan is ordered`, `等待 INC-1 供应商 风扇已订`. */
function wait(ticket: string, rest: string): Command {
  const [, first = '', reason = ''] = /^(?:for\s+(?:the\s+)?)?(\S+)[\s:：,，]*([\s\S]*)$/i.exec(rest) ?? [];
  const cause = causes.get(first.toLowerCase());
  if (cause && reason) return { do: 'wait', ticket, cause, reason };
  return form({ do: 'wait', ticket, ...(cause ? { cause } : rest ? { reason: rest } : {}) });
}

/** `move INC-1 network the switch on floor 3 is dead`: the group, then what it needs to know. */
function move(ticket: string, rest: string): Command {
  const [, group = '', note = ''] =
    /^(?:(?:to|到)\s+)?([\w.-]{1,60})(?![^\s:：,，])[\s:：,，]*([\s\S]*)$/i.exec(rest) ?? [];
  if (group && note) return { do: 'move', ticket, group, note };
  return form({ do: 'move', ticket, ...(group ? { group } : {}) });
}

/** `take INC-1 please`; `INC-1 take the old disk along` is a note. */
export const claim = (ticket: string, rest: string): Command | undefined =>
  /^(?:please|pls|now|thanks|myself|了|吧|谢谢)?[.!。！]?$/i.test(rest) ? { do: 'claim', ticket } : undefined;

export const verbs = {
  claim: {
    spelled: {
      en: ['claim', 'take', 'grab', 'pick up', "i'll take", 'i’ll take', 'ill take', 'i take', 'i can take'],
      zh: ['认领', '接', '接手', '我接', '我接了', '我来', '我来接', '我来处理'],
    },
    help: {
      en: [['INC-1 claim', 'takes a ticket; in its thread the number may be left out']],
      zh: [['INC-1 认领', '认领工单；在其讨论串中可省略编号']],
    },
    to: 'agent',
    about: aboutTicket(claim),
  },
  assign: {
    spelled: { en: ['assign', 'reassign', 'give to', 'hand to', 'hand over to'], zh: ['分派', '指派', '转给', '交给'] },
    help: { en: [['INC-1 assign @bao', 'assigns it to a colleague']], zh: [['INC-1 分派 @bao', '分派给同事']] },
    to: 'agent',
    about: aboutTicket((ticket, rest) =>
      personIn(rest) ? { do: 'assign', ticket, to: personIn(rest) } : form({ do: 'assign', ticket }),
    ),
  },
  move: {
    spelled: { en: ['move'], zh: ['转组'] },
    help: {
      en: [['INC-1 move network …', 'moves it to another group, with a note']],
      zh: [['INC-1 转组 network …', '转到其他组，并附说明']],
    },
    to: 'agent',
    about: aboutTicket(move),
  },
  edit: {
    spelled: { en: ['edit'], zh: ['编辑', '修改'] },
    help: {
      en: [
        ['INC-1 edit', 'changes title, type, category, impact and urgency'],
        ['REQ-1 edit', 'changes your request; you see first which approvals it restarts', 'anyone'],
      ],
      zh: [
        ['INC-1 编辑', '修改标题、类型、类别、影响和紧急度'],
        ['REQ-1 修改', '修改您的申请，提交前可看到哪些审批需重新进行', 'anyone'],
      ],
    },
    to: 'agent',
    about(record) {
      if (record.startsWith('REQ-')) return form({ do: 'edit-request', request: record });
      if (record.startsWith('CHG-')) return form({ do: 'edit-change', change: record });
      return record.startsWith('INC-') ? form({ do: 'edit', ticket: record }) : undefined;
    },
  },
  prio: {
    spelled: { en: ['prio', 'priority'], zh: ['优先级'] },
    help: { en: [['INC-1 prio P2', 'sets its priority']], zh: [['INC-1 优先级 P2', '修改优先级']] },
    to: 'agent',
    about: aboutTicket((ticket, rest) => {
      const [priority] = /^P[1-4]$/i.exec(rest) ?? [];
      return priority ? { do: 'edit', ticket, priority: priority.toUpperCase() as 'P1' } : form({ do: 'edit', ticket });
    }),
  },
  wait: {
    spelled: { en: ['wait'], zh: ['等待'] },
    help: { en: [['INC-1 wait supplier …', 'puts it on hold']], zh: [['INC-1 等待 供应商 …', '暂停']] },
    to: 'agent',
    about: aboutTicket(wait),
  },
  resume: {
    spelled: { en: ['resume'], zh: ['继续'] },
    help: { en: [['INC-1 resume', 'resumes the work on it']], zh: [['INC-1 继续', '继续处理']] },
    to: 'agent',
    about: aboutTicket((ticket) => ({ do: 'resume', ticket })),
  },
} satisfies Record<string, Verb>;
