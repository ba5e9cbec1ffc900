/** What the desk says about major incidents. */
import { bold, moment, person, type Text, type Who } from '../../text.js';

export const en = {
  mark: 'Major incident',
  button: 'Major incident…',
  formTitle: 'Major incident',
  formText: 'What should everybody affected read?',
  formHint: 'Say what does not work, what to do meanwhile, and when you write next.',
  submit: 'Tell them',
  confidential: (id: string): Text => [
    `${id} is confidential, so it cannot be a major incident. Open another ticket for what others may read.`,
  ],
  told: (id: string, people: number): Text => [
    `${id} is a major incident. ${people === 1 ? 'One person reads' : `${people} people read`} how it stands.`,
  ],
  line: { declared: 'declared a major incident', updated: 'told all affected' },
  declaredTitle: (id: string) => `${id}: major incident declared`,
  updatedTitle: (id: string) => `${id}: news on the major incident`,
  affected: (id: string, title: string) => `${id} · ${title}`,
  heardBy: (due: Date): Text => ['You read the next news here by ', moment(due), '.'],
  solved: ['This is solved.'] as Text,
  writesInTicket: ['If it still does not work for you, open a ticket.'] as Text,
  knownTitle: (id: string, major: string) => `${id} is part of the major incident ${major}`,
  known: (major: string, title: string): Text => [
    'Agents already work on ',
    bold(major),
    `: ${title}. How it stands is kept current in a message to you.`,
  ],
  toAll: (requester: Who, people: number): Text => [
    person(requester),
    people > 1 ? ` and ${people - 1} more people will read this.` : ' will read this.',
  ],
};

export const zh: typeof en = {
  mark: '重大故障',
  button: '重大故障…',
  formTitle: '重大故障',
  formText: '所有受影响的人应该读到什么？',
  formHint: '请写明什么不可用、暂时怎么办、下次何时更新。',
  submit: '告知',
  confidential: (id) => [`${id} 是保密工单，不能宣布为重大故障。请为可公开的内容另开工单。`],
  told: (id, people) => [`${id} 是重大故障，${people} 人会看到进展。`],
  line: { declared: '宣布为重大故障', updated: '告知了所有受影响的人' },
  declaredTitle: (id) => `${id}：已宣布为重大故障`,
  updatedTitle: (id) => `${id}：重大故障的最新进展`,
  affected: (id, title) => `${id} · ${title}`,
  heardBy: (due) => ['下次进展将在 ', moment(due), ' 前更新在这里。'],
  solved: ['已解决。'],
  writesInTicket: ['如果您仍无法使用，请新建工单。'],
  knownTitle: (id, major) => `${id} 属于重大故障 ${major}`,
  known: (major, title) => ['坐席已在处理 ', bold(major), `：${title}。进展会在发给您的一条消息中持续更新。`],
  toAll: (requester, people) => [person(requester), people > 1 ? ` 等 ${people} 人会看到这段话。` : ' 会看到这段话。'],
};
