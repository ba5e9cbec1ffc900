import { bold, type Text } from '../../text.js';

export const en = {
  unknownAuthor: [
    'I can make tickets of messages of people whom the desk knows; whoever wrote this one is not among them. Please write to me what it is about.',
  ] as Text,
  already: (ticket: string): Text => [bold(ticket), ' was already opened from this message.'],
  untitled: (author: string) => `A message of ${author}`,
  aside: (ticket: string): Text => [
    bold(ticket),
    ' is open. This is confidential: please go on in your own chat with me, not in this channel.',
  ],
  goAside: (ticket: string): Text => [
    bold(ticket),
    ' is confidential. I did not take over what you wrote here: please write it in your own chat with me.',
  ],
  files: 'Files: ',
  noLink: 'cannot be opened from here',
  fromThread: 'Said in the thread',
};

export const zh: typeof en = {
  unknownAuthor: ['只有服务台认识的人的消息才能转为工单，这条消息的作者不在其中。请直接写给我发生了什么。'],
  already: (ticket) => ['这条消息已转为工单 ', bold(ticket), '。'],
  untitled: (author) => `${author} 的消息`,
  aside: (ticket) => ['工单 ', bold(ticket), ' 已开启。此事保密：请到您与我的私聊中继续，不要在此频道中说。'],
  goAside: (ticket) => ['工单 ', bold(ticket), ' 需保密。您在此处写的内容没有记录，请在您与我的私聊中写。'],
  files: '文件：',
  noLink: '无法从这里打开',
  fromThread: '消息列中的内容',
};
