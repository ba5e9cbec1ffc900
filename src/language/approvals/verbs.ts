/** How approvers ask for what waits for them. Pure. */
import { only, type Verb } from '../spec.js';

export const verbs = {
  approvals: {
    spelled: { en: ['approvals'], zh: ['待审批'] },
    help: { en: [['approvals', 'what waits for your decision']], zh: [['待审批', '等待您决定的事项']] },
    to: 'anyone',
    alone: only({ do: 'list-approvals' }),
  },
} satisfies Record<string, Verb>;
