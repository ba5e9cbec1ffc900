/** What the desk says when several people report one thing. */
import { bold, type Text } from '../../text.js';

export const en = {
  title: (id: string) => `${id} is open`,
  others: (others: number, head: string, title: string): Text => [
    others === 1 ? 'Another person is reporting this now: ' : `${others} other people are reporting this now: `,
    bold(head),
    ` ${title}`,
  ],
  join: (head: string) => `Join ${head}`,
  hint: (id: string, head: string): Text => [
    `If it is the same problem, join it: ${id} becomes part of ${head}, and you are notified of its progress. If not, you do not need to do anything.`,
  ],
  joined: (id: string, head: string): Text => [
    `${id} is now part of `,
    bold(head),
    '. You are notified of its progress.',
  ],
  inWork: (id: string): Text => [`Agents are already working on ${id}. Ask them in the ticket to merge it.`],
  over: (id: string, head: string): Text => [`${head} can no longer be joined. ${id} stays open.`],
  reportedTitle: (people: number, head: string) => `${people} people report this now: ${head}`,
  tickets: (tickets: readonly string[], more: boolean): Text => [`${tickets.join(', ')}${more ? ' …' : ''}`],
  merge: (head: string) => `Merge them into ${head}`,
  line: (people: number) => `${people} people report this now`,
};

export const zh: typeof en = {
  title: (id) => `${id} 已新建`,
  others: (others, head, title) => [`现在还有 ${others} 人报告同样的问题：`, bold(head), ` ${title}`],
  join: (head) => `加入 ${head}`,
  hint: (id, head) => [`如果是同一个问题，请加入：${id} 会并入 ${head}，您会收到进展通知。如果不是，无需操作。`],
  joined: (id, head) => [`${id} 已并入 `, bold(head), '，您会收到进展通知。'],
  inWork: (id) => [`坐席已在处理 ${id}，如需合并请在该工单中说明。`],
  over: (id, head) => [`${head} 已不能加入，${id} 仍然有效。`],
  reportedTitle: (people, head) => `现在有 ${people} 人报告此问题：${head}`,
  tickets: (tickets, more) => [`${tickets.join('、')}${more ? ' …' : ''}`],
  merge: (head) => `合并到 ${head}`,
  line: (people) => `现在有 ${people} 人报告此问题`,
};
