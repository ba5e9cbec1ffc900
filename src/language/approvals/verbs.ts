/** How approvers ask for what waits for them. Pure. */
import { only, type Verb } from '../spec.js';

export const verbs = {
  approvals: {
    spelled: { en: ['approvals'], zh: ['待审批'] },
    help: { en: [['approvals', 'lists the decisions that wait for you']], zh: [['待审批', '查看待您审批的事项']] },
    to: 'anyone',
    alone: only({ do: 'list-approvals' }),
  },
} satisfies Record<string, Verb>;
