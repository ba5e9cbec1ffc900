/** Asking whether it is fixed, and how well it went. */
import { day, moment, person, type Text, type Who } from '../../text.js';

export const en = {
  fixed: ['Did this fix it?'] as Text,
  yes: 'Yes, it is fixed',
  howWas: ['How was it? One press is enough.'] as Text,
  formTitle: 'How was it?',
  score: 'Your rating',
  scores: ['1 – very bad', '2 – bad', '3 – so-so', '4 – good', '5 – very good'],
  comment: 'Would you like to add something?',
  send: 'Send',
  change: 'Change my rating',
  thanks: (score: number): Text => [`Thank you. You rated this ${score} of 5.`],
  rated: (who: Who, score: number): Text => [person(who), ` rated this ${score} of 5.`],
  lowTitle: (id: string, score: number) => `${id} was rated ${score} of 5`,
  requesterRates: (requester: Who): Text => ['Only ', person(requester), ' can rate this ticket.'],
  notThisResolution: (id: string): Text => [
    `${id} was reopened after that. You can rate it once it is resolved again.`,
  ],
  alreadyRated: (score: number, at: Date): Text => [
    `You rated this ${score} of 5 on `,
    moment(at),
    '. You can change it to another score within 24 hours.',
  ],
  ratingExpired: (resolved: Date): Text => [
    'This was resolved on ',
    day(resolved),
    '. You can rate a ticket for 7 days. Please open a new ticket if something is still wrong.',
  ],
};

export const zh: typeof en = {
  fixed: ['问题解决了吗？'],
  yes: '是，已解决',
  howWas: ['服务如何？点一下即可。'],
  formTitle: '服务如何？',
  score: '您的评分',
  scores: ['1 – 很差', '2 – 差', '3 – 一般', '4 – 好', '5 – 很好'],
  comment: '还想补充什么吗？',
  send: '提交',
  change: '修改评分',
  thanks: (score) => [`谢谢，您评了 ${score} 分（满分 5）。`],
  rated: (who, score) => [person(who), ` 评了 ${score} 分（满分 5）。`],
  lowTitle: (id, score) => `${id} 被评为 ${score} 分（满分 5）`,
  requesterRates: (requester) => ['只有 ', person(requester), ' 可以评价此工单。'],
  notThisResolution: (id) => [`${id} 之后已被重开，再次解决后即可评价。`],
  alreadyRated: (score, at) => ['您已于 ', moment(at), ` 评了 ${score} 分（满分 5）。24 小时内可改为其他分数。`],
  ratingExpired: (resolved) => ['此工单于 ', day(resolved), ' 解决，评价期为 7 天。如仍有问题，请新建工单。'],
};
