/** What people say in words of their own, and what the desk then shows or offers: told on every platform. */
import type { Driver, Seen, Shown } from '../kit/driver.js';
import { until } from '../kit/until.js';

export type Telling = { words: string; sees: RegExp; offers?: RegExp };

/** In the scene of `setTheScene`: a ticket of one's own is open, and a request waits for the manager. */
const employee: readonly Telling[] = [
  { words: 'any news about the rattling fan?', sees: /^INC-1/ },
  { words: 'please cancel my ticket, it works again', sees: /Withdraw INC-1\?|Is INC-1 solved\?/, offers: /INC-1/ },
  { words: 'can you speed up my ticket, I present tomorrow', sees: /Escalate INC-1\?/, offers: /Escalate INC-1/ },
  {
    words: 'nobody in sales can work, SAP is down, send somebody now!!',
    sees: /outage/i,
    offers: /Report an outage/,
  },
  {
    words: 'I clicked a link in a phishing mail and typed my password',
    sees: /security matter/,
    offers: /Report it/,
  },
  { words: 'my work phone was stolen on the train', sees: /lost device/i, offers: /Report it/ },
  { words: 'who approves access to the Demo CRM?', sees: /Who decides/ },
  { words: 'who is on call tonight?', sees: /on.call/i },
  { words: 'waiting three weeks and nobody cares, this is ridiculous', sees: /sorry/i, offers: /Escalate INC-1/ },
  { words: 'let me talk to a real person, not a robot', sees: /person/i, offers: /Speak to a person/ },
  { words: 'is there a change freeze in December?', sees: /freeze/i },
  { words: 'I am on vacation from 7 December to 11 December', sees: /absence/i, offers: /Record the absence/ },
  { words: '我报的风扇有进展吗', sees: /^INC-1/ },
  { words: '我的工单撤销吧，不用修了', sees: /撤销 INC-1|INC-1 已解决/, offers: /INC-1/ },
  { words: '工单能不能加急，客户在等', sees: /升级 INC-1/, offers: /升级 INC-1/ },
  { words: '整个工厂停产了，系统全挂，马上派人！', sees: /故障/, offers: /上报故障/ },
  { words: '我点了钓鱼邮件里的链接，还输了密码', sees: /安全事件/, offers: /报告/ },
  { words: '公司手机在地铁上被偷了', sees: /丢失/, offers: /报告/ },
  { words: 'CRM 权限谁审批', sees: /谁来审批/ },
  { words: '今晚谁值班', sees: /值班|on.call/i },
  { words: '等了三天没人理，你们服务太差了', sees: /抱歉/, offers: /升级 INC-1/ },
  { words: '别用机器人回复，我要找真人客服', sees: /人工/, offers: /转人工/ },
  { words: '现在是不是封网了，能上线吗', sees: /冻结/ },
  { words: '我下周一到周三休年假，登记一下', sees: /休假/, offers: /登记休假/ },
];

const approver: readonly Telling[] = [
  { words: 'what is waiting for my approval?', sees: /decision|REQ-1/i, offers: /Approve/ },
  { words: "approve Emma's request", sees: /decision|REQ-1/i, offers: /Approve/ },
  { words: '有哪些申请等我审批', sees: /decision|等待|REQ-1/i, offers: /Approve|批准/ },
  { words: '同意她的申请，批了吧', sees: /decision|等待|REQ-1/i, offers: /Approve|批准/ },
];

export const tellings = { employee, manager: approver } as const;

/** A ticket and a request of the employee's. */
export async function setTheScene(people: Driver): Promise<void> {
  const { form } = await people.say('employee', 'new');
  const opened = form ?? (await openFrom(people));
  await people.submit('employee', opened, {
    title: 'The fan of my laptop rattles',
    category: 'hardware',
    urgency: 'medium',
  });
  await people.say('employee', 'request crm-read for 8h because the quarter ends');
}

async function openFrom(people: Driver): Promise<NonNullable<Shown['form']>> {
  const offer = await until(async () => (await people.chat('employee')).at(-1), 'the form is offered');
  const { form } = await people.press('employee', /./, offer);
  return form!;
}

/** Says it, and waits for a card that answers it. */
export async function answerTo(people: Driver, who: string, { words, sees, offers }: Telling): Promise<Seen> {
  const before = new Set((await people.chat(who)).map(({ id, text }) => `${id}${text}`));
  await people.say(who, words);
  return until(
    async () =>
      (await people.chat(who))
        .filter(({ id, text }) => !before.has(`${id}${text}`))
        .find(({ title, buttons }) => sees.test(title) && (!offers || buttons.some((label) => offers.test(label)))),
    `“${words}” is answered by ${String(sees)} with ${String(offers ?? 'nothing to press')}`,
  );
}
