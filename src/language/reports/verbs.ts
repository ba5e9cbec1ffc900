/** How people ask who holds what. Pure. */
import type { Verb } from '../spec.js';
import { reports } from './commands.js';

type Which = (typeof reports)[number];
const inChinese: readonly (readonly [word: string, which: Which])[] = [
  ['持有', 'held'],
  ['冲突', 'conflicts'],
  ['到期', 'expiring'],
  ['无主', 'unowned'],
  ['未核实', 'unverified'],
  ['例外', 'exceptions'],
];

export const verbs = {
  'access-report': {
    spelled: { en: ['access report'], zh: ['权限报告'] },
    help: {
      en: [
        ['access report', 'shows who has what and who approved it, for owners, security officers and administrators'],
        [
          'access report expiring 7',
          'shows what ends within 7 days; likewise `conflicts`, `unowned`, `unverified` and `exceptions`',
        ],
      ],
      zh: [
        ['权限报告', '查看谁有哪些权限、由谁批准（供负责人、安全官和管理员）'],
        ['权限报告 到期 7', '查看 7 天内到期的；同样可用：冲突、无主、未核实、例外'],
      ],
    },
    to: 'anyone',
    alone(rest) {
      const [word = '', number = ''] = rest.toLowerCase().split(/\s+/, 2);
      const which =
        word === '' ? 'held' : (reports.find((each) => each === word) ?? inChinese.find(([zh]) => zh === word)?.[1]);
      if (!which) return undefined;
      return {
        do: 'access-report',
        which,
        ...(/^[1-9]\d{0,2}$/.test(number) && Number(number) <= 366 ? { days: Number(number) } : {}),
      };
    },
  },
} satisfies Record<string, Verb>;
