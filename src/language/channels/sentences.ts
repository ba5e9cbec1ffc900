import { bold, person, type Text, type Who } from '../../text.js';

export const en = {
  unknownAuthor: [
    'The author of this message is not in the directory, so I cannot open a ticket from it. Please write to me what it is about.',
  ] as Text,
  already: (ticket: string): Text => [bold(ticket), ' was already opened from this message.'],
  untitled: (author: string) => `A message from ${author}`,
  opened: (author: Who): Text => ['Agents see what ', person(author), ' wrote, and answer them.'],
  aside: (ticket: string): Text => [
    bold(ticket),
    ' is open and confidential. Please continue in your own chat with me, not in this channel.',
  ],
  goAside: (ticket: string): Text => [
    bold(ticket),
    ' is confidential, so I did not add your message from here. Please write it in your own chat with me.',
  ],
  files: 'Files: ',
  noLink: 'cannot be opened from here',
  fromThread: 'From the thread',
};

export const zh: typeof en = {
  unknownAuthor: ['这条消息的作者不在人员名单中，无法转为工单。请直接向我说明问题。'],
  already: (ticket) => ['这条消息已转为工单 ', bold(ticket), '。'],
  untitled: (author) => `${author} 的消息`,
  opened: (author) => ['坐席已看到 ', person(author), ' 的消息，会答复本人。'],
  aside: (ticket) => ['工单 ', bold(ticket), ' 已新建，需保密。请在您与我的私聊中继续，不要在此频道中讨论。'],
  goAside: (ticket) => ['工单 ', bold(ticket), ' 需保密，您在此处的留言没有记录。请在您与我的私聊中填写。'],
  files: '文件：',
  noLink: '无法从这里打开',
  fromThread: '消息列中的内容',
};
