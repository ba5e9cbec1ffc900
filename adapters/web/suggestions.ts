/** What somebody may begin with in an empty chat: each part of the company has its own first words. */
import type { Lang } from '../../src/card.js';
import type { Person } from '../../src/people.js';
import { question } from './page/guide-steps.js';

type Words = Record<Lang, string>;

const APPROVALS: Words = { en: 'approvals', zh: '待审批' };
const MINE: Words = { en: 'mine', zh: '我的' };
const byRole: Record<Person['roles'][number], Words[]> = {
  lead: [
    { en: 'queue', zh: '队列' },
    { en: 'forecast', zh: '预测' },
  ],
  agent: [{ en: 'queue', zh: '队列' }, MINE],
  security: [{ en: 'audit REQ-1', zh: '审计 REQ-1' }, APPROVALS],
  admin: [{ en: 'policy', zh: '策略' }, APPROVALS],
};
const order = ['lead', 'agent', 'security', 'admin'] as const;

/** @param decides whether requests may come to them for a decision. */
export function suggestionsFor(roles: Person['roles'], decides: boolean): Record<Lang, string[]> {
  const role = order.find((each) => roles.includes(each));
  const words = role ? byRole[role] : decides ? [APPROVALS, question] : [question, MINE];
  return { en: words.map(({ en }) => en), zh: words.map(({ zh }) => zh) };
}
