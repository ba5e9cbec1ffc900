/** How administrators ask for the policies in force. Pure. */
import { only, type Verb } from '../spec.js';

export const verbs = {
  policy: {
    spelled: { en: ['policy'], zh: ['策略'] },
    help: {
      en: [['policy', 'shows the SLA policies in force and on file']],
      zh: [['策略', '查看生效的和文件中的 SLA 策略']],
    },
    to: 'admin',
    alone: only({ do: 'policy' }),
  },
  'policy-lint': {
    spelled: { en: ['policy lint', 'lint policies'], zh: ['策略检查', '检查策略'] },
    help: {
      en: [['policy lint', 'names access that nobody owns, decides or takes away, with file, line and remedy']],
      zh: [['策略检查', '列出无人负责、无人审批或无法收回的权限，附文件、行号和改法']],
    },
    to: 'admin',
    alone: only({ do: 'lint-policy' }),
  },
} satisfies Record<string, Verb>;
