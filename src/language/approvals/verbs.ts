/** How approvers ask for what waits for them, and decide it in words. Pure. */
import { form, only, type Verb } from '../spec.js';

const isDecided = (record: string): boolean => /^(REQ|CHG)-/.test(record);

export const verbs = {
  approvals: {
    spelled: { en: ['approvals'], zh: ['待审批'] },
    help: { en: [['approvals', 'lists the decisions that wait for you']], zh: [['待审批', '查看待您审批的事项']] },
    to: 'anyone',
    alone: only({ do: 'list-approvals' }),
  },
  approve: {
    spelled: { en: ['approve'], zh: ['批准'] },
    help: { en: [['REQ-1 approve', 'approves it']], zh: [['REQ-1 批准', '批准该申请']] },
    to: 'anyone',
    /** A condition is no approval: the card shows what there is to decide. */
    about: (subject, rest, shown) =>
      isDecided(subject) ? (rest === '' ? { do: 'approve', subject } : shown) : undefined,
    alone: only({ do: 'list-approvals' }),
  },
  reject: {
    spelled: { en: ['reject'], zh: ['驳回'] },
    help: {
      en: [['REQ-1 reject because …', 'rejects it, and the requester reads why']],
      zh: [['REQ-1 驳回 因为 …', '驳回该申请，申请人会看到理由']],
    },
    to: 'anyone',
    about(subject, rest) {
      if (!isDecided(subject)) return undefined;
      const reason = rest.replace(/^(?:because\b|since\b|因为)[\s:：,，]*/i, '');
      return reason === '' ? form({ do: 'reject', subject }) : { do: 'reject', subject, reason };
    },
    alone: only({ do: 'list-approvals' }),
  },
} satisfies Record<string, Verb>;
