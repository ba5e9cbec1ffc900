/** How approvers ask for what waits for them, and decide it in words. Pure. */
import type { Command } from '../command.js';
import { form, only, type Verb } from '../spec.js';
import { personIn } from '../values.js';

const isDecided = (record: string): boolean => /^(REQ|CHG)-/.test(record);

/** A verb said of what is decided about, by what it makes of the number and the words after it. */
const aboutDecided =
  (read: (subject: string, rest: string) => Command): NonNullable<Verb['about']> =>
  (record, rest) =>
    isDecided(record) ? read(record, rest) : undefined;

const withoutBecause = (words: string): string => words.replace(/^(?:because\b|since\b|因为)[\s:：,，]*/i, '');

/** `Olga because …`, `给 @olga，因为 …`: the person, and why. */
function personAndReason(words: string): { to?: string; reason?: string } {
  const at = words.search(/\bbecause\b|因为/i);
  const person = personIn(at < 0 ? words : words.slice(0, at)).replace(/[\s,，:：]+$/, '');
  const reason = at < 0 ? '' : withoutBecause(words.slice(at)).trim();
  return { ...(person ? { to: person } : {}), ...(reason ? { reason } : {}) };
}

const places = {
  before: ['before', '之前', '前'],
  beside: ['beside', '并行', '同时'],
  after: ['after', '之后', '后'],
} as const;

/** `Sam before`, `@sam 之后`: the person, and whether they decide before, beside or after the approver who adds them. */
function personAndPlace(words: string): { to?: string; place?: 'before' | 'beside' | 'after' } {
  for (const [place, said] of Object.entries(places))
    for (const word of said) {
      if (!words.toLowerCase().endsWith(word)) continue;
      const to = personIn(words.slice(0, -word.length));
      if (to) return { to, place: place as 'before' };
    }
  const to = personIn(words);
  return to ? { to } : {};
}

/** Said beside a reminder, and no words to anybody. */
const BESIDE = /^(?:(?:them|him|her|the approvers?|please|again|now|一下|吧|请)\s{0,3}){0,4}$/i;

/** The words that narrow the inbox also when they are said in passing. */
const filters: ReadonlySet<string> = new Set(
  'access requests request changes change low medium high 权限 变更 低 中 高'.split(' '),
);

export const verbs = {
  approvals: {
    spelled: { en: ['approvals'], zh: ['待审批'] },
    help: {
      en: [
        ['approvals', 'lists the decisions that wait for you, the most urgent first'],
        ['approvals high', 'narrows them: access, changes, low, medium, high, @emma'],
      ],
      zh: [
        ['待审批', '查看待您审批的事项，最紧急的在前'],
        ['待审批 高', '筛选：权限、变更、低、中、高、@emma'],
      ],
    },
    to: 'anyone',
    /** `approvals`, `approvals high`, `待审批 权限`: one or two words that narrow it. */
    alone(rest, { commanded }) {
      if (rest === '') return { do: 'list-approvals' };
      const isFilter = /^\S{1,30}(?:\s\S{1,28})?$/.test(rest);
      return isFilter && (commanded || filters.has(rest.toLowerCase()) || rest.startsWith('@'))
        ? { do: 'list-approvals', only: rest }
        : undefined;
    },
  },
  approve: {
    spelled: { en: ['approve'], zh: ['批准'] },
    help: {
      en: [
        ['REQ-1 approve', 'approves it'],
        ['REQ-1 approve only until Friday', 'opens a form that approves it on that condition'],
      ],
      zh: [
        ['REQ-1 批准', '批准该申请'],
        ['REQ-1 批准 仅限本周五前', '打开表单，按此条件批准'],
      ],
    },
    to: 'anyone',
    /** What is said besides is a condition, and the approver reads it over before it holds. */
    about: aboutDecided((subject, rest) =>
      rest === '' ? { do: 'approve', subject } : form({ do: 'approve', subject, condition: rest }),
    ),
    alone: only({ do: 'list-approvals' }),
  },
  reject: {
    spelled: { en: ['reject'], zh: ['驳回', '拒绝'] },
    help: {
      en: [['REQ-1 reject because …', 'rejects it, and the requester reads why']],
      zh: [['REQ-1 驳回 因为 …', '驳回该申请，申请人会看到理由']],
    },
    to: 'anyone',
    about: aboutDecided((subject, rest) => {
      const reason = withoutBecause(rest);
      return reason === '' ? form({ do: 'reject', subject }) : { do: 'reject', subject, reason };
    }),
    alone: only({ do: 'list-approvals' }),
  },
  transfer: {
    spelled: { en: ['transfer'], zh: ['转交'] },
    help: {
      en: [['REQ-1 transfer to @olga because …', 'hands your decision on to somebody else']],
      zh: [['REQ-1 转交 @olga 因为 …', '把您的审批转交给他人']],
    },
    to: 'anyone',
    about: aboutDecided((subject, rest) => {
      const { to, reason } = personAndReason(rest);
      return to && reason
        ? { do: 'transfer', subject, to, reason }
        : form({ do: 'transfer', subject, ...(to ? { to } : {}) });
    }),
    alone: only({ do: 'list-approvals' }),
  },
  'add-approver': {
    spelled: { en: ['add approver'], zh: ['加签'] },
    help: {
      en: [['REQ-1 add approver @sam before', 'asks somebody before, beside or after you']],
      zh: [['REQ-1 加签 @sam 之前', '请他人在您之前、同时或之后审批']],
    },
    to: 'anyone',
    about: aboutDecided((subject, rest) => {
      const { to, place } = personAndPlace(rest);
      return to && place
        ? { do: 'add-approver', subject, to, place }
        : form({ do: 'add-approver', subject, ...(to ? { to } : {}) });
    }),
    alone: only({ do: 'list-approvals' }),
  },
  'send-back': {
    spelled: { en: ['send back'], zh: ['退回'] },
    help: {
      en: [['REQ-1 send back', 'returns it to an earlier step']],
      zh: [['REQ-1 退回', '退回到前面的步骤']],
    },
    to: 'anyone',
    about: aboutDecided((subject, rest) => {
      const reason = withoutBecause(rest);
      return form({ do: 'send-back', subject, ...(reason ? { reason } : {}) });
    }),
    alone: only({ do: 'list-approvals' }),
  },
  cc: {
    spelled: { en: ['cc'], zh: ['抄送'] },
    help: {
      en: [['REQ-1 cc @bao', 'lets somebody read along who decides nothing']],
      zh: [['REQ-1 抄送 @bao', '抄送他人，仅供查看']],
    },
    to: 'anyone',
    about: aboutDecided((subject, rest) => {
      const to = personIn(rest);
      return to ? { do: 'copy-to', subject, to } : form({ do: 'copy-to', subject });
    }),
    alone: only({ do: 'list-mine' }),
  },
  remind: {
    spelled: { en: ['remind'], zh: ['催办'] },
    help: {
      en: [['REQ-1 remind', 'reminds the approvers of your request, at most twice a working day']],
      zh: [['REQ-1 催办', '催办您的申请，每个工作日最多两次']],
    },
    to: 'anyone',
    about: aboutDecided((subject, rest) =>
      BESIDE.test(rest) ? { do: 'remind-approvers', subject } : { do: 'discuss', subject, words: rest },
    ),
    alone: only({ do: 'list-mine' }),
  },
} satisfies Record<string, Verb>;
