/** The walk through the playground: six things to try, each with who to be and the words to type. */
import type { PlayPlatform } from '../memory.js';

type Both = { en: string; zh: string };

/** One move: what to do, as whom and where; `say` are words to insert, `jump` hours to move the clock. */
export type Move = { text: Both; be?: string; on?: PlayPlatform; channel?: true; say?: Both; jump?: number };
export type Step = { id: string; title: Both; moves: Move[] };

export const steps: Step[] = [
  {
    id: 'ask',
    title: { en: 'Ask, then open a ticket', zh: '提问，然后提交工单' },
    moves: [
      {
        text: { en: 'Tell the desk what is wrong.', zh: '告诉服务台出了什么问题。' },
        be: 'employee',
        on: 'play-slack',
        say: { en: 'vpn keeps dropping', zh: 'VPN 老是断开' },
      },
      {
        text: {
          en: 'Read the answer. Press “Open a ticket” and send the form: INC-1 opens, with the time by which the desk answers.',
          zh: '看看答案，按“提交工单”并提交表单：INC-1 建立，并告知服务台何时答复。',
        },
      },
    ],
  },
  {
    id: 'claim',
    title: { en: 'Claim it, and talk', zh: '认领并沟通' },
    moves: [
      {
        text: { en: 'Press Claim on the triage card in the agents’ channel.', zh: '在坐席频道的分诊卡上按“认领”。' },
        be: 'agent',
        on: 'play-slack',
        channel: true,
      },
      {
        text: {
          en: 'The second agent was slower: press it on the same card and see.',
          zh: '第二位坐席慢了一步：看看会怎样。',
        },
        be: 'agent2',
        on: 'play-teams',
        channel: true,
        say: { en: 'INC-1 claim', zh: 'INC-1 认领' },
      },
      {
        text: { en: 'Write to the employee.', zh: '给员工写信。' },
        be: 'agent',
        on: 'play-slack',
        say: { en: 'INC-1 reply Which office are you in?', zh: 'INC-1 回复 您在哪个办公室？' },
      },
      {
        text: {
          en: 'Answer in the thread under the message: it reaches the ticket.',
          zh: '在该消息下回复：内容会进入工单。',
        },
        be: 'employee',
        on: 'play-slack',
      },
    ],
  },
  {
    id: 'time',
    title: { en: 'Let time pass', zh: '让时间流逝' },
    moves: [
      {
        text: { en: 'Nobody works on it: the assignee is reminded…', zh: '没人处理：先提醒受理人……' },
        be: 'agent',
        jump: 4,
      },
      { text: { en: '…then the lead is told…', zh: '……再通知组长……' }, be: 'lead', jump: 4 },
      { text: { en: '…and the breach goes to the manager.', zh: '……超时后上报经理。' }, be: 'manager', jump: 24 },
    ],
  },
  {
    id: 'access',
    title: { en: 'Ask for access, for a while', zh: '申请临时权限' },
    moves: [
      {
        text: { en: 'Ask for it with a reason.', zh: '说明理由并申请。' },
        be: 'employee',
        on: 'play-slack',
        say: {
          en: 'request crm for 8h because quarter-end reports',
          zh: '申请 crm 8小时 因为 季末报表',
        },
      },
      { text: { en: 'The manager approves in Slack.', zh: '经理在 Slack 中批准。' }, be: 'manager', on: 'play-slack' },
      {
        text: {
          en: 'The application’s owner approves in Teams; every copy of the card changes.',
          zh: '应用负责人在 Teams 中批准；所有卡片随之更新。',
        },
        be: 'owner',
        on: 'play-teams',
      },
      {
        text: {
          en: 'The grant ends by itself: a warning first, then it is revoked.',
          zh: '权限到期自动收回：先提醒，再收回。',
        },
        be: 'employee',
        jump: 8,
      },
    ],
  },
  {
    id: 'change',
    title: { en: 'Plan a change', zh: '计划一次变更' },
    moves: [
      {
        text: { en: 'Give a plan, the risk and the way back.', zh: '填写方案、风险与回退方式。' },
        be: 'agent',
        on: 'play-slack',
        say: { en: '/it change new', zh: '/it 变更' },
      },
      {
        text: {
          en: 'Its approvers are asked; the answer comes back to the card.',
          zh: '审批人收到请求，结果回到卡片上。',
        },
        be: 'lead',
      },
    ],
  },
  {
    id: 'resolve',
    title: { en: 'Resolve it', zh: '解决工单' },
    moves: [
      {
        text: { en: 'Say what helped.', zh: '说明如何解决的。' },
        be: 'agent',
        on: 'play-slack',
        say: { en: 'INC-1 resolve New VPN profile installed', zh: 'INC-1 解决 已安装新的 VPN 配置' },
      },
      { text: { en: 'Rate the help you got.', zh: '给服务打分。' }, be: 'employee', on: 'play-slack' },
      {
        text: {
          en: 'Stop the desk (Ctrl-C, or kill -9) and start it again: everything is still here.',
          zh: '停止服务台（Ctrl-C 或 kill -9）再启动：一切都还在。',
        },
      },
    ],
  },
];
