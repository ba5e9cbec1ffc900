/** The walk through the playground: seven things to try, each with who to be and the words to type. */
import type { PlayPlatform } from '../memory.js';
import type { Weekly } from './zone.js';

type Both = { en: string; zh: string };

/** One move: what to do, as whom and where; `say` are words to insert, `jump` where to move the clock: hours, or a day. */
export type Move = { text: Both; be?: string; on?: PlayPlatform; channel?: true; say?: Both; jump?: number | Weekly };
export type Step = { id: string; title: Both; moves: Move[] };

/** What a first visitor may ask. */
export const question: Both = { en: 'vpn keeps dropping', zh: 'VPN 老是断开' };

export const steps: Step[] = [
  {
    id: 'ask',
    title: { en: 'Ask, then open a ticket', zh: '提问，然后提交工单' },
    moves: [
      {
        text: {
          en: 'The demo company works on weekdays. Begin on Monday morning.',
          zh: '演示公司工作日上班。从周一早上开始。',
        },
        be: 'employee',
        on: 'play-slack',
        jump: { day: 1, time: '09:00' },
      },
      {
        text: { en: 'Tell the desk what is wrong.', zh: '告诉服务台出了什么问题。' },
        be: 'employee',
        on: 'play-slack',
        say: question,
      },
      {
        text: {
          en: 'Not helped? Press “Open a ticket” and send the form. INC-1 opens, and you see when the desk will answer.',
          zh: '没有解决？按“新建工单”并提交表单。INC-1 随即建立，并告知服务台何时答复。',
        },
      },
    ],
  },
  {
    id: 'claim',
    title: { en: 'Claim it, and talk', zh: '认领并沟通' },
    moves: [
      {
        text: { en: 'Agents see it in their channel. Press Claim.', zh: '坐席在自己的频道里看到它。按“认领”。' },
        be: 'agent',
        on: 'play-slack',
        channel: true,
      },
      {
        text: { en: 'A second agent was slower: claim it too.', zh: '第二位坐席慢了一步：也来认领试试。' },
        be: 'agent2',
        on: 'play-teams',
        say: { en: 'INC-1 claim', zh: 'INC-1 认领' },
      },
      {
        text: {
          en: 'Write to the employee. The first time, the desk shows you the message before it sends it: open the form and send it.',
          zh: '给员工发消息。第一次发送前，服务台会先请您确认：打开表单并发送。',
        },
        be: 'agent',
        on: 'play-slack',
        say: { en: 'INC-1 reply Which office are you in?', zh: 'INC-1 回复 您在哪个办公室？' },
      },
      {
        text: {
          en: 'Press Reply beneath that message and answer. Your answer goes to the ticket’s thread.',
          zh: '在那条消息下按“回复”作答：内容会进入工单的消息列。',
        },
        be: 'employee',
        on: 'play-slack',
      },
    ],
  },
  {
    id: 'hold',
    title: { en: 'Put it on hold', zh: '挂起，等待答复' },
    moves: [
      {
        text: {
          en: 'You need an answer from the employee. The SLA clock pauses until it comes.',
          zh: '需要员工答复才能继续：答复之前，时限暂停计时。',
        },
        be: 'agent',
        on: 'play-slack',
        say: { en: 'INC-1 wait user Which client version do you have?', zh: 'INC-1 等待 用户 您的客户端是哪个版本？' },
      },
      {
        text: {
          en: 'Answer in your own chat. The ticket is back in progress.',
          zh: '在自己的聊天里回答：工单随即继续处理。',
        },
        be: 'employee',
        on: 'play-slack',
        say: { en: 'Version 4.2', zh: '4.2 版本' },
      },
    ],
  },
  {
    id: 'time',
    title: { en: 'Let time pass', zh: '让时间流逝' },
    moves: [
      {
        text: { en: 'The ticket stays open: first the assignee is reminded…', zh: '迟迟没有解决：先提醒处理人……' },
        be: 'agent',
        jump: { day: 3, time: '12:00' },
      },
      { text: { en: '…then the lead…', zh: '……再提醒组长……' }, be: 'lead', jump: { day: 3, time: '16:00' } },
      {
        text: { en: '…and the breach goes to the manager.', zh: '……超时则上报经理。' },
        be: 'manager',
        jump: { day: 4, time: '09:30' },
      },
      {
        text: { en: 'The card in the channel shows each step.', zh: '频道里的卡片显示每一步。' },
        be: 'lead',
        on: 'play-teams',
        channel: true,
      },
    ],
  },
  {
    id: 'access',
    title: { en: 'Ask for temporary access', zh: '申请临时权限' },
    moves: [
      {
        text: { en: 'Say what you need, for how long and why.', zh: '说明需要什么、多久、为什么。' },
        be: 'employee',
        on: 'play-slack',
        say: { en: 'request crm-read for 8h because the quarter ends', zh: '申请 crm-read 8小时 因为季度结算' },
      },
      {
        text: { en: 'Your manager approves in Slack…', zh: '您的经理在 Slack 中批准……' },
        be: 'manager',
        on: 'play-slack',
      },
      {
        text: {
          en: '…and the application owner in Teams. Every copy of the card changes. You cannot approve your own request.',
          zh: '……应用负责人在 Teams 中批准。每一份卡片随之更新。本人不能批准自己的申请。',
        },
        be: 'owner',
        on: 'play-teams',
      },
      {
        text: { en: 'The access is active. Before it ends, you are reminded…', zh: '权限已生效。到期之前会提醒您……' },
        be: 'employee',
        on: 'play-slack',
        jump: 7,
      },
      {
        text: { en: '…and then the desk revokes it.', zh: '……随后自动收回。' },
        be: 'employee',
        on: 'play-slack',
        jump: 1,
      },
    ],
  },
  {
    id: 'change',
    title: { en: 'Plan a change', zh: '计划一次变更' },
    moves: [
      {
        text: {
          en: 'Give a plan and a rollback plan, and choose the risk Medium.',
          zh: '填写实施方案和回退方案，风险选“中”。',
        },
        be: 'agent',
        on: 'play-slack',
        say: { en: '/it change new', zh: '/it 变更' },
      },
      { text: { en: 'Its approvers are asked…', zh: '审批人会收到请求……' }, be: 'manager', on: 'play-slack' },
      {
        text: { en: '…each in their preferred chat.', zh: '……各在其习惯的平台上。' },
        be: 'owner',
        on: 'play-teams',
      },
      { text: { en: 'And the answer comes back to you.', zh: '结果会回到您这里。' }, be: 'agent', on: 'play-slack' },
    ],
  },
  {
    id: 'resolve',
    title: { en: 'Resolve it', zh: '解决工单' },
    moves: [
      {
        text: { en: 'Say what solved it.', zh: '说明如何解决的。' },
        be: 'agent',
        on: 'play-slack',
        say: { en: 'INC-1 resolve New VPN profile installed', zh: 'INC-1 解决 已安装新的 VPN 配置' },
      },
      {
        text: { en: 'Not solved? Press “No, reopen”, and say why.', zh: '没有解决？按“没有，重开”，并说明原因。' },
        be: 'employee',
        on: 'play-slack',
      },
      {
        text: { en: 'The ticket is back with you. Solve it for good.', zh: '工单回到您手中。这次彻底解决。' },
        be: 'agent',
        on: 'play-slack',
        say: { en: 'INC-1 resolve The gateway has a new certificate', zh: 'INC-1 解决 网关已换新证书' },
      },
      {
        text: { en: 'Rate the help you got, from 1 to 5.', zh: '给服务打分，1 到 5 分。' },
        be: 'employee',
        on: 'play-slack',
      },
      {
        text: {
          en: 'Stop the desk with Ctrl-C (or kill -9) and start it again: everything is still here.',
          zh: '用 Ctrl-C（或 kill -9）停止服务台再启动：一切都还在。',
        },
      },
    ],
  },
];
