/** The walk through the playground: eight things to try, each with who to be, the words to type and what ends it. */
import type { PlayPlatform } from '../memory.js';
import type { Weekly } from './zone.js';

type Both = { en: string; zh: string };

/**
 * One move: what to do, as whom and where. `say` are words to insert, in which `{ticket}` is the visitor's own ticket;
 * `jump` where to move the clock: hours, or a day. It is over when that person did the command `did` (`words`: said
 * anything, once the move before is over), in any way and on any platform; a move with a button and no `did` when that
 * was pressed. `about`: to which kind of record; `or`: another person who may do it instead. `refused`: the desk's "no"
 * is what it shows. `look`: its button brings the ticket's card into sight.
 */
export type Move = {
  id: string;
  text: Both;
  be?: string;
  on?: PlayPlatform;
  channel?: true;
  say?: Both;
  jump?: number | Weekly;
  did?: string;
  about?: 'REQ' | 'CHG';
  or?: string;
  refused?: true;
  look?: true;
};
export type Step = { id: string; title: Both; moves: Move[] };

/** What a first visitor may ask. */
export const question: Both = { en: 'vpn keeps dropping', zh: 'VPN 老是断开' };

const step = (id: string, title: Both, moves: Omit<Move, 'id'>[]): Step => ({
  id,
  title,
  moves: moves.map((move, index) => ({ id: `${id}-${index + 1}`, ...move })),
});

export const steps: Step[] = [
  step('ask', { en: 'Ask, then open a ticket', zh: '提问，然后提交工单' }, [
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
      text: { en: 'Tell the desk what is wrong, and press Enter.', zh: '告诉服务台出了什么问题，按回车发送。' },
      be: 'employee',
      on: 'play-slack',
      say: question,
      did: 'words',
    },
    {
      text: {
        en: 'Not helped? Press “Open a ticket” beneath the answer. Keep what the form suggests, or choose, and send it.',
        zh: '没有解决？按答复下方的“新建工单”。表单可保留建议的内容，也可自行选择，然后提交。',
      },
      be: 'employee',
      on: 'play-slack',
      did: 'open-ticket',
    },
  ]),
  step('claim', { en: 'Claim it, and talk', zh: '认领并沟通' }, [
    {
      text: { en: 'Agents see it in their channel. Press Claim.', zh: '坐席在自己的频道里看到它。按“认领”。' },
      be: 'agent',
      on: 'play-slack',
      channel: true,
      look: true,
      did: 'claim',
    },
    {
      text: {
        en: 'A second agent was slower. The button is gone; typed, the desk says who was first.',
        zh: '第二位坐席慢了一步。按钮已消失；输入命令，服务台会说明谁先认领。',
      },
      be: 'agent2',
      on: 'play-teams',
      say: { en: '{ticket} claim', zh: '{ticket} 认领' },
      did: 'claim',
      refused: true,
    },
    {
      text: {
        en: 'Write to the employee. The first time, the desk shows you the message before it sends it: press “Send to Emma Chen”.',
        zh: '给员工发消息。第一次发送前，服务台会先请您确认：请点“发送给 Emma Chen”。',
      },
      be: 'agent',
      on: 'play-slack',
      say: { en: '{ticket} reply Which office are you in?', zh: '{ticket} 回复 您在哪个办公室？' },
      did: 'reply',
    },
    {
      text: {
        en: 'Answer it as Emma would: in her own chat, or in the thread of that message.',
        zh: '像 Emma 那样作答：在她自己的聊天里，或在那条消息的消息列中。',
      },
      be: 'employee',
      on: 'play-slack',
      say: { en: 'Munich, third floor', zh: '慕尼黑，三楼' },
      did: 'words',
    },
  ]),
  step('hold', { en: 'Put it on hold', zh: '挂起，等待答复' }, [
    {
      text: {
        en: 'You need an answer from the employee. The SLA clock pauses until it comes.',
        zh: '需要员工答复才能继续：答复之前，时限暂停计时。',
      },
      be: 'agent',
      on: 'play-slack',
      say: {
        en: '{ticket} wait user Which client version do you have?',
        zh: '{ticket} 等待 用户 您的客户端是哪个版本？',
      },
      did: 'wait',
    },
    {
      text: {
        en: 'Answer in your own chat. The ticket is back in progress.',
        zh: '在自己的聊天里回答：工单随即继续处理。',
      },
      be: 'employee',
      on: 'play-slack',
      say: { en: 'Version 4.2', zh: '4.2 版本' },
      did: 'words',
    },
  ]),
  step('time', { en: 'Let time pass', zh: '让时间流逝' }, [
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
      text: {
        en: 'The card in the channel is overdue. Its button “History and more” shows each step.',
        zh: '频道里的卡片已超时，点“历史和更多操作”可看到每一步。',
      },
      be: 'lead',
      on: 'play-teams',
      channel: true,
      look: true,
    },
  ]),
  step('access', { en: 'Ask for temporary access', zh: '申请临时权限' }, [
    {
      text: { en: 'Say what you need, for how long and why.', zh: '说明需要什么、多久、为什么。' },
      be: 'employee',
      on: 'play-slack',
      say: { en: 'request crm-read for 8h because the quarter ends', zh: '申请 crm-read 8小时 因为季度结算' },
      did: 'request-access',
    },
    {
      text: { en: 'Your manager presses Approve in Slack…', zh: '您的经理在 Slack 中按“批准”……' },
      be: 'manager',
      on: 'play-slack',
      did: 'approve',
      about: 'REQ',
    },
    {
      text: {
        en: '…and the application owner in Teams. Every copy of the card changes. You cannot approve your own request.',
        zh: '……应用负责人在 Teams 中批准。每一份卡片随之更新。本人不能批准自己的申请。',
      },
      be: 'owner',
      on: 'play-teams',
      did: 'approve',
      about: 'REQ',
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
  ]),
  step('decide', { en: 'Decide together', zh: '共同审批' }, [
    {
      text: { en: 'Ask for something that has more to it.', zh: '申请一项需要斟酌的权限。' },
      be: 'employee',
      on: 'play-slack',
      say: {
        en: 'request ledger-create for 8h because the books close',
        zh: '申请 ledger-create 8小时 因为月底结账',
      },
      did: 'request-access',
    },
    {
      text: {
        en: 'The manager wants to know more: press “Ask…” on the newest card, and write a question.',
        zh: '经理想多了解一些：在最新的卡片上按“询问…”，写下问题。',
      },
      be: 'manager',
      on: 'play-slack',
      did: 'discuss',
      about: 'REQ',
    },
    {
      text: {
        en: 'Press “Answer”, and write one. Until then the manager’s deadline stands still.',
        zh: '按“答复”并回答。在此之前，经理的审批期限暂停。',
      },
      be: 'employee',
      on: 'play-slack',
      did: 'discuss',
      about: 'REQ',
    },
    {
      text: {
        en: 'Let somebody look at it first: press “More…”, then “Add an approver…”, and name Lena, “Before me”.',
        zh: '请他人先看：按“更多…”，再按“加签…”，填 Lena，选“在我之前”。',
      },
      be: 'manager',
      on: 'play-slack',
      did: 'add-approver',
      about: 'REQ',
    },
    {
      text: {
        en: 'Lena is busy this week, so she delegates to Alex. Open the form, and send it.',
        zh: 'Lena 本周很忙，委托 Alex 代为审批。打开表单并提交。',
      },
      be: 'lead',
      on: 'play-slack',
      say: { en: 'delegate @alex', zh: '委托 @alex' },
      did: 'delegate',
    },
    {
      text: {
        en: 'Alex presses Approve on behalf of Lena, and she gets a copy.',
        zh: 'Alex 代 Lena 按“批准”，Lena 会收到一份通知。',
      },
      be: 'agent',
      on: 'play-slack',
      did: 'approve',
      about: 'REQ',
    },
    {
      text: {
        en: 'It is the manager’s turn again. Press “More…”, then “Transfer…”, and name Sam: Sam decides instead.',
        zh: '又轮到经理。按“更多…”，再按“转交…”，填 Sam：由 Sam 审批。',
      },
      be: 'manager',
      on: 'play-slack',
      did: 'transfer',
      about: 'REQ',
    },
    {
      text: { en: 'Sam presses Approve…', zh: 'Sam 按“批准”……' },
      be: 'security',
      on: 'play-slack',
      did: 'approve',
      about: 'REQ',
    },
    {
      text: { en: '…and the application owner has the last word.', zh: '……最后由应用负责人批准。' },
      be: 'owner',
      on: 'play-teams',
      did: 'approve',
      about: 'REQ',
    },
    {
      text: {
        en: 'The card tells who asked, answered, decided, and for whom.',
        zh: '卡片上写明谁询问、谁答复、谁审批、代谁审批。',
      },
      be: 'employee',
      on: 'play-slack',
    },
  ]),
  step('change', { en: 'Plan a change', zh: '计划一次变更' }, [
    {
      text: {
        en: 'Give a plan and a rollback plan, choose the risk Medium, and a window next week, such as Saturday 9:00 to 12:00. Between 19 December and 4 January changes are frozen: choose a day after that. The last page names who decides; send it.',
        zh: '填写实施方案和回退方案，风险选“中”，时间窗口选下周，例如周六 9:00 至 12:00。12 月 19 日至 1 月 4 日为封网期：请选之后的日子。最后一页会列出由谁决定，确认后提交。',
      },
      be: 'agent',
      on: 'play-slack',
      say: { en: '/it change new', zh: '/it 变更' },
      did: 'open-change',
    },
    {
      text: {
        en: 'Two of its board decide. The manager presses Approve in Slack… At the risk Low only Lena Schmidt is asked: be her instead.',
        zh: '评审委员会中的两位决定。经理在 Slack 中按“批准”……若风险选了“低”，只会询问 Lena Schmidt：请改为扮演她。',
      },
      be: 'manager',
      on: 'play-slack',
      did: 'approve',
      about: 'CHG',
    },
    {
      text: {
        en: '…and the owner in Teams: each in their preferred chat.',
        zh: '……负责人在 Teams 中批准：各在其习惯的平台上。',
      },
      be: 'owner',
      on: 'play-teams',
      did: 'approve',
      about: 'CHG',
      or: 'lead',
    },
    { text: { en: 'And the answer comes back to you.', zh: '结果会回到您这里。' }, be: 'agent', on: 'play-slack' },
  ]),
  step('resolve', { en: 'Resolve it', zh: '解决工单' }, [
    {
      text: { en: 'Say what solved it.', zh: '说明如何解决的。' },
      be: 'agent',
      on: 'play-slack',
      say: { en: '{ticket} resolve New VPN profile installed', zh: '{ticket} 解决 已安装新的 VPN 配置' },
      did: 'resolve',
    },
    {
      text: { en: 'Not solved? Press “No, reopen”, and say why.', zh: '没有解决？按“没有，重开”，并说明原因。' },
      be: 'employee',
      on: 'play-slack',
      did: 'reopen',
    },
    {
      text: { en: 'The ticket is back with you. Solve it for good.', zh: '工单回到您手中。这次彻底解决。' },
      be: 'agent',
      on: 'play-slack',
      say: { en: '{ticket} resolve The gateway has a new certificate', zh: '{ticket} 解决 网关已换新证书' },
      did: 'resolve',
    },
    {
      text: { en: 'Rate the help you got, from 1 to 5.', zh: '给服务打分，1 到 5 分。' },
      be: 'employee',
      on: 'play-slack',
      did: 'rate',
    },
    {
      text: {
        en: 'At any time: stop the desk with Ctrl-C (or kill -9) and start it again. Everything is still here.',
        zh: '随时都可以用 Ctrl-C（或 kill -9）停止服务台再启动：一切都还在。',
      },
    },
  ]),
];

/** The moves of a step that can be over: the others only tell. */
export const countedIn = ({ moves }: Step): Move[] => moves.filter(({ be }) => be !== undefined);
