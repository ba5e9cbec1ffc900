/** The stories of the desk, told once and held by every platform: what people do, and what they then see. */
import { sayReadOver } from './kit/read-over.js';
import { until } from './kit/until.js';
import type { Driver, Seen, Shown, ShownForm } from './kit/driver.js';
import { answerTo, setTheScene, tellings } from './stories/free-words.js';

export type World = {
  people: Driver;
  /** Moves the desk's clock and waits until all that fell due is done and said. */
  jump(hours: number): Promise<void>;
  /** Stops the desk and starts it again over the same store. */
  restart(): Promise<void>;
  close(): Promise<void>;
};

/** What somebody was told, in whatever way their platform shows it to them alone. */
const told = ({ notes }: Shown) => notes.join('\n');

/** @param open a new company at Monday 9:00 in Berlin, on this platform. */
export function stories(platform: string, open: () => Promise<World>) {
  describe(`The desk on ${platform}`, () => {
    let world: World;
    beforeEach(async () => {
      world = await open();
    });
    afterEach(() => world.close());

    const find = (cards: Seen[], title: RegExp, text = /(?:)/) =>
      cards.findLast((each) => title.test(each.title) && text.test(each.text));
    const inChat = (who: string, title: RegExp, text?: RegExp) =>
      until(async () => find(await world.people.chat(who), title, text), `${who} sees ${title} ${text ?? ''}`);
    const inChannel = (title: RegExp, text?: RegExp) =>
      until(
        async () => find(await world.people.channel('it'), title, text),
        `the channel shows ${title} ${text ?? ''}`,
      );
    const inThread = (under: Seen, title: RegExp, text?: RegExp) =>
      until(async () => find(await world.people.thread(under), title, text), `the thread shows ${title} ${text ?? ''}`);

    /** Presses a button that opens a form, and sends the form. */
    async function fill(who: string, label: string | RegExp, on: Seen, values: Record<string, string>): Promise<Shown> {
      const shown = await world.people.press(who, label, on);
      const form = await until(() => shown.form, `${String(label)} opens its form`);
      return world.people.submit(who, form, values);
    }
    /** What somebody is told of what they did: some platforms take it before they answer. */
    async function hears(act: Promise<Shown>, words: RegExp): Promise<void> {
      const shown = await act;
      await until(() => words.test(told(shown)), `the answer ${String(words)}`);
    }

    async function ticketFromQuestion(words = 'vpn keeps dropping'): Promise<Seen> {
      await world.people.say('employee', words);
      const answer = await inChat('employee', /VPN/);
      await fill('employee', 'Open a ticket', answer, {});
      return inChannel(/^INC-1/);
    }

    it('answers a known question with its steps, and asks whether they helped', async () => {
      await world.people.say('employee', 'vpn keeps dropping');
      const answer = await inChat('employee', /VPN keeps disconnecting/, /Software Centre/);
      expect(answer.buttons).toEqual(['That helped', 'Still broken', 'Open a ticket']);
      expect(told(await world.people.press('employee', 'That helped', answer))).toMatch(/Glad it helped/);
    });

    it('answers in the language of the question', async () => {
      await world.people.say('employee', 'VPN 老是断开');
      const answer = await inChat('employee', /VPN/, /\p{Script=Han}/u);
      expect(answer.buttons).toEqual(['已解决', '还没解决', '新建工单']);
    });

    it('offers a ticket, and no answer, to a question far from all it knows', async () => {
      await world.people.say('employee', 'my goldfish is sad about the quarterly weather');
      const answer = await inChat('employee', /I am the IT service desk/);
      expect(answer.buttons).toEqual(['Speak to a person']);
    });

    it('opens a ticket prefilled from the question and says by when the desk answers', async () => {
      await world.people.say('employee', 'vpn keeps dropping');
      const answer = await inChat('employee', /VPN/);
      const { form } = await world.people.press('employee', 'Open a ticket', answer);
      expect(form!.fields.find(({ name }) => name === 'title')!.value).toBe('vpn keeps dropping');
      await world.people.submit('employee', form!, { urgency: 'high' });
      await inChat('employee', /^INC-1 .*vpn keeps dropping/, /answers by/);
      const card = await inChannel(/^INC-1 .*vpn keeps dropping/, /Emma Chen/);
      expect(card.buttons).toContain('Claim');
    });

    it('opens the form with what was tried when the answer did not help, and the agents see it', async () => {
      await world.people.say('employee', 'vpn keeps dropping');
      const answer = await inChat('employee', /VPN/);
      const { form } = await world.people.press('employee', 'Still broken', answer);
      expect(form!.fields.find(({ name }) => name === 'details')!.value).toMatch(
        /did not help: VPN keeps disconnecting/,
      );
      await world.people.submit('employee', form!, {});
      await inChannel(/^INC-1/);
      await world.people.say('agent', 'show INC-1');
      await inChat('agent', /INC-1/, /VPN keeps disconnecting — tried, did not help/);
    });

    it('answers the next person by the words that a confirmed question taught', async () => {
      await world.people.say('manager', 'flurbix');
      await inChat('manager', /^What about “flurbix”/);
      await world.people.say('employee', 'my flurbix vpn keeps dropping');
      await world.people.press('employee', 'That helped', await inChat('employee', /VPN keeps disconnecting/));
      await world.people.say('manager', 'flurbix');
      await inChat('manager', /VPN keeps disconnecting|Is it one of these/, /VPN keeps disconnecting|Software Centre/);
    });

    it('makes one ticket of a question, however often its form is sent, and opens no form for it again', async () => {
      await world.people.say('employee', 'vpn keeps dropping');
      const answer = await inChat('employee', /VPN/);
      const { form } = await world.people.press('employee', 'Open a ticket', answer);
      const { form: other } = await world.people.press('employee', 'Open a ticket', answer);
      await world.people.submit('employee', form!, {});
      await inChannel(/^INC-1/);
      expect(told(await world.people.submit('employee', other!, { title: 'again' }))).toMatch(/INC-1/);
      const again = await world.people.press('employee', 'Open a ticket', answer);
      expect(again.form).toBeUndefined();
      expect(told(again)).toMatch(/already opened INC-1/);
      expect(find(await world.people.channel('it'), /^INC-2/)).toBeUndefined();
    });

    it('offers to close the ticket of a question when the answer has helped after all', async () => {
      const card = await ticketFromQuestion();
      const answer = await inChat('employee', /VPN keeps disconnecting/, /Software Centre/);
      await world.people.press('employee', 'That helped', answer);
      const offered = await inChat('employee', /Glad it helped/, /INC-1.*still open/);
      expect(told(await world.people.press('employee', /close INC-1/, offered))).toMatch(/INC-1 is resolved/);
      await inThread(card, /resolved by Emma Chen/, /This article helped: VPN keeps disconnecting/);
      await until(async () => !find(await world.people.chat('employee'), /Glad it helped/), 'the offer is gone');
    });

    it('lets one of two agents claim, and tells the other who did', async () => {
      const card = await ticketFromQuestion();
      const both = await Promise.all([
        world.people.press('agent', 'Claim', card),
        world.people.press('agent2', 'Claim', card),
      ]);
      const outcomes = both.map(told);
      expect(outcomes.filter((words) => /INC-1 is yours/.test(words))).toHaveLength(1);
      expect(outcomes.filter((words) => /(Alex Weber|Bao Li) claimed INC-1/.test(words))).toHaveLength(1);
      await inChannel(/^INC-1/, /(Alex Weber|Bao Li) since/);
    });

    it('carries the agent’s reply to the employee and the employee’s words back to the agents', async () => {
      const card = await ticketFromQuestion();
      await world.people.press('agent', 'Claim', card);
      await fill('agent', 'Reply to Emma Chen', card, { text: 'Which VPN client do you use?' });
      const reply = await until(async () => {
        const mine = await inChat('employee', /^INC-1/);
        const all = [...(await world.people.chat('employee')), ...(await world.people.thread(mine))];
        return find(all, /answered on INC-1/, /Which VPN client/);
      }, 'the reply reaches the employee');
      await world.people.say('employee', 'The old one, version 4', reply);
      await inThread(card, /Emma Chen wrote/, /The old one, version 4/);
    });

    it('shows typed words before they are sent, and replaces the step by what came of it', async () => {
      const card = await ticketFromQuestion();
      const isGone = (title: RegExp) =>
        until(async () => !find(await world.people.chat('agent'), title), `${title} gave way to what came of it`);
      await world.people.say('agent', 'INC-1 reply Which office are you in?');
      const offered = await inChat('agent', /^INC-1: Check it first/, /Emma Chen will read this/);
      expect(offered.text).toMatch(/vpn keeps dropping[\s\S]*Which office are you in\?/);
      expect(offered.buttons).toEqual(['Send to Emma Chen', 'Change']);
      const { form: changed } = await world.people.press('agent', 'Change', offered);
      expect(changed!.title).toMatch(/^INC-1/);
      expect(told(await world.people.press('agent', 'Send to Emma Chen', offered))).toMatch(/Sent to @?Emma Chen/);
      await inThread(card, /reply to Emma Chen/, /Which office are you in/);
      await isGone(/Check it first/);

      await world.people.say('agent', 'INC-1 resolve');
      const step = await inChat('agent', /^INC-1: Resolve/, /Emma Chen will read this/);
      expect(told(await fill('agent', 'Open the form', step, { summary: 'A new client' }))).toMatch(/INC-1/);
      await isGone(/^INC-1: Resolve/);
    });

    it('names the ticket at the head of every form about it', async () => {
      const card = await ticketFromQuestion();
      await world.people.press('agent', 'Claim', card);
      await world.people.say('agent', 'show INC-1');
      const whole = await inChat('agent', /^INC-1/, /History/);
      for (const label of ['Resolve', 'Wait…', 'Reply to Emma Chen', 'Edit', 'Note', 'Move', 'Assign'])
        expect((await world.people.press('agent', label, whole)).form!.title).toMatch(/^INC-1: /);
    });

    it('calls the on-call agent of an outage, and keeps all who are affected informed', async () => {
      const report = async (who: string) => {
        await world.people.say(who, 'Nobody can log in to the ERP system, total outage');
        const answer = await inChat(who, /sounds like an outage/);
        await fill(who, 'Report an outage', answer, { category: 'software' });
      };
      await report('employee');
      const called = await inChat('agent2', /P1: INC-1 needs you now/, /Emma Chen/);
      await world.people.press('agent2', 'Claim', called);
      await inChannel(/^INC-1/, /Bao Li since/);
      await report('manager');
      await sayReadOver(world.people, 'agent2', '!INC-1 major The ERP is down, back at ten');
      await inChannel(/^INC-1/, /Major incident/);
      await inChat('manager', /^INC-1/, /Major incident[\s\S]*back at ten/);
      await world.people.say('agent2', '!INC-1 major It starts again');
      const current = await inChat('manager', /^INC-1/, /It starts again/);
      expect(current.text).not.toMatch(/back at ten/);
    });

    it('takes a field that was cleared for cleared, though the form came filled in', async () => {
      const card = await ticketFromQuestion();
      await world.people.press('agent', 'Claim', card);
      const preview = await offer('agent', 'INC-1 reply Never mind');
      const { form } = await world.people.press('agent', 'Change', preview);
      const textOf = ({ fields }: ShownForm) => fields.find(({ name }) => name === 'text')!.value;
      expect(textOf(form!)).toBe('Never mind');
      const { form: shown } = await world.people.submit('agent', form!, { text: '', template: 'on-it' });
      expect(textOf(shown!)).toMatch(/is looking into INC-1/);
      expect(shown!.title).toMatch(/^INC-1: Check it first/);
      await world.people.submit('agent', shown!, {});
      const reply = await until(async () => {
        const mine = await inChat('employee', /^INC-1/);
        const all = [...(await world.people.chat('employee')), ...(await world.people.thread(mine))];
        return find(all, /answered on INC-1/);
      }, 'the reply reaches the employee');
      expect(reply.text).toMatch(/is looking into INC-1/);
      expect(reply.text).not.toMatch(/Never mind/);
    });

    it('keeps an internal note from the employee', async () => {
      await ticketFromQuestion();
      await world.people.say('agent', 'show INC-1');
      const more = await inChat('agent', /INC-1/, /History/);
      await fill('agent', 'Note', more, { text: 'looks like the gateway again' });
      await until(async () => {
        const shown = told(await world.people.say('agent', 'show INC-1'));
        const cards = [...(await world.people.chat('agent')).map(({ text }) => text), shown];
        return cards.some((text) => text.includes('looks like the gateway again'));
      }, 'the agent sees the note');
      await world.people.say('employee', 'show INC-1');
      const shown = await inChat('employee', /INC-1/, /History/);
      expect(shown.text).not.toContain('gateway again');
    });

    it('nags the assignee, then the lead, then tells the manager of the breach, and the ticket shows each step', async () => {
      const card = await ticketFromQuestion();
      await world.people.press('agent', 'Claim', card);
      await inChannel(/^INC-1/, /Alex Weber since/);
      await world.jump(3.1);
      await inChat('agent', /INC-1/, /75 %|due/);
      expect(find(await world.people.chat('lead'), /INC-1/)).toBeUndefined();
      await world.jump(1.1);
      await inChat('lead', /INC-1/);
      expect(find(await world.people.chat('manager'), /INC-1/)).toBeUndefined();
      await world.jump(1);
      await inChat('manager', /INC-1/, /breached|overdue|since/);
      await world.people.say('agent', 'show INC-1');
      await inChat('agent', /INC-1/, /100 %[^\n]*notified/);
    });

    it('carries a request through a question, a change, a condition and a rejection, to each in their language', async () => {
      await world.people.say('employee', 'lang zh');
      await world.people.say('employee', 'request crm-read for 8h because the quarter ends');
      const own = await inChat('employee', /^REQ-1 ·/);
      await fill('manager', 'Ask…', await inChat('manager', /REQ-1/, /the quarter ends/), { words: 'Which quarter?' });
      const asked = await inChat('employee', /REQ-1：Marco Rossi 在审批前有问题/, /Which quarter/);
      await fill('employee', '答复', asked, { words: 'The fourth' });
      await inChat('manager', /REQ-1: Emma Chen answered/, /The fourth/);
      await inChat('manager', /^REQ-1 ·/, /Which quarter[\s\S]*The fourth/);
      await world.people.say('manager', 'REQ-1 approve');
      const early = await inChat('owner', /^REQ-1 ·/, /Which quarter[\s\S]*The fourth/);
      await until(async () => {
        const notices = [
          find(await world.people.chat('employee'), /REQ-1：Marco Rossi 在审批前有问题/),
          find(await world.people.chat('manager'), /REQ-1: Emma Chen answered/),
        ];
        return notices.every((notice) => notice?.buttons.length === 0);
      }, 'the question and the answer offer nothing any more');

      const { form: page } = await fill('employee', '修改…', own, { hours: '168' });
      expect(page!.title).toMatch(/修改后需重新审批/);
      expect(page!.text).toMatch(/8 小时 → 7 天[\s\S]*以下人员的审批作废：.*Marco Rossi/);
      await world.people.submit('employee', page!, { hours: '168' });
      await inChat('manager', /^REQ-1 ·/, /8 hours → 7 days/);
      await hears(world.people.press('owner', 'Approve', early), /requester changed this/);

      await fill('manager', /./, await offer('manager', 'REQ-1 approve max 4 hours'), {});
      const offered = await until(
        async () => (await world.people.chat('employee')).findLast(({ buttons }) => buttons.includes('接受修改')),
        'the condition is offered',
      );
      expect(offered.text).toMatch(/Marco Rossi[\s\S]*7 天 → 4 小时[\s\S]*max 4 hours/);
      await world.people.press('employee', '接受修改', offered);
      const last = await inChat('owner', /^REQ-1 ·/, /7 days → 4 hours[\s\S]*Marco Rossi approved/);

      const { problems } = await fill('owner', 'Reject…', last, { reason: ' ' });
      expect(problems).toEqual({ reason: 'Please fill this in.' });
      await world.people.say('owner', 'REQ-1 reject because it is too broad');
      const rejected = await inChat('employee', /REQ-1 已被驳回/, /it is too broad/);
      const reopened = await world.people.press('employee', '再次申请', rejected);
      const again = await until(() => reopened.form, 'the request opens again');
      expect(again.fields.find(({ name }) => name === 'reason')!.value).toBe('the quarter ends');
      const { form: chain } = await world.people.submit('employee', again, { hours: '1' });
      await world.people.submit('employee', chain!, { hours: '1' });
      const second = await inChat('manager', /^REQ-2 ·/, /1 hour/);
      await world.people.press('employee', '撤回', await inChat('employee', /^REQ-2 ·/));
      await hears(world.people.press('manager', 'Approve', second), /Emma Chen withdrew this/);
    });

    it('takes a request by an added approver, a delegate and a transfer to its end', async () => {
      await world.people.say('employee', 'request crm-read for 8h because the quarter ends');
      const card = await inChat('manager', /REQ-1/, /the quarter ends[\s\S]*Works as/);
      await world.people.press('manager', 'More…', card);
      const more = await inChat('manager', /REQ-1: what else you can do/);
      await fill('manager', 'Add an approver…', more, { to: 'Lena', place: 'before' });
      await inChat('lead', /REQ-1/, /the quarter ends/);
      await world.people.say('lead', 'delegate @bao 2026-11-23..2026-11-27');
      await inChat('agent2', /You decide for Lena Schmidt/);
      await world.people.press('agent2', 'Approve', await inChat('agent2', /REQ-1/, /On behalf of/));
      await inChat('lead', /REQ-1: decided on your behalf/, /Bao Li approved it/);
      await until(
        async () => find(await world.people.chat('manager'), /^REQ-1 ·/)?.buttons.includes('Approve'),
        'it is the manager’s turn again',
      );
      await world.people.say('manager', 'REQ-1 transfer to Sam because he knows the audit');
      await world.people.press('security', 'Approve', await inChat('security', /REQ-1/, /the quarter ends/));
      await world.people.press('owner', 'Approve', await inChat('owner', /REQ-1/, /Sam Okafor/));
      await until(async () => {
        await world.jump(0.001);
        return find(await world.people.chat('employee'), /REQ-1/, /active|Granted|until/i);
      }, 'the access is granted');
    });

    it('works through an inbox in Chinese: one after the other, one handed on, and several at once', async () => {
      await world.people.say('manager', 'lang zh');
      for (const [nth, who] of ['employee', 'owner', 'security', 'admin'].entries()) {
        await world.people.say(who, 'request crm-read for 8h because the quarter ends');
        await inChat('manager', new RegExp(`^REQ-${nth + 1} ·`), /审批期限/);
      }
      const inbox = async (text: RegExp) => {
        await world.people.say('manager', '待审批 权限');
        return inChat('manager', /等待您审批/, text);
      };
      await world.people.press('manager', '批准', await inbox(/REQ-1[\s\S]*REQ-4/));
      const next = await inChat('manager', /下一项：还有 3 项待审批/, /您已批准 REQ-1[\s\S]*REQ-2/);
      await world.people.press('manager', '更多…', next);
      await fill('manager', '转交…', await inChat('manager', /REQ-2：更多操作/), { to: 'Sam', reason: '他了解审计' });
      const seen = await inChat('security', /^REQ-2/, /Marco Rossi, who handed it on/);
      expect(seen.buttons).toContain('Approve');
      await until(
        async () => !find(await world.people.chat('manager'), /^REQ-2 ·/)?.buttons.includes('批准'),
        'who handed it on has no buttons left',
      );
      await world.people.say('owner', 'REQ-2 remind');
      await inChat('security', /REQ-2 still needs your decision/);
      const several = await world.people.press('manager', /批量批准 2 项/, await inbox(/REQ-3[\s\S]*REQ-4/));
      const form = await until(() => several.form, 'the form for several opens');
      const subjects = form.fields[0]!.choices!.map(({ value }) => value).join();
      await world.people.submit('manager', form, { subjects });
      await inChat('manager', /审批结果/, /您已批准 REQ-3[\s\S]*您已批准 REQ-4/);
    });

    it('grants access after manager and owner have approved, warns before the end, and takes it back', async () => {
      await world.people.say('employee', 'request crm-read for 8h because the quarter ends');
      await inChat('employee', /REQ-1/);
      const first = await inChat('manager', /REQ-1/, /the quarter ends/);
      await world.people.press('manager', 'Approve', first);
      const second = await inChat('owner', /REQ-1/);
      await world.people.press('owner', 'Approve', second);
      await until(async () => {
        await world.jump(0.001);
        return find(await world.people.chat('employee'), /REQ-1/, /active|Granted|until/i);
      }, 'the grant is active');
      await until(async () => {
        const copies = [await inChat('manager', /REQ-1/), await inChat('owner', /REQ-1/)];
        return copies.every(({ buttons }) => !buttons.includes('Approve'));
      }, 'every copy has lost its buttons');
      await world.jump(7.1);
      await inChat('employee', /REQ-1/, /ends|end of/i);
      await world.jump(1);
      await inChat('employee', /REQ-1/, /ended|expired|over|revoked/i);
    });

    it('lets nobody approve their own request, by any button or word, and tells who clicks late who decided', async () => {
      await world.people.say('employee', 'request crm-read for 8h because I am curious');
      const card = await inChat('manager', /REQ-1/, /I am curious/);
      const own = /You cannot decide your own request/;
      await hears(world.people.press('employee', 'Approve', card), own);
      await hears(world.people.say('employee', 'REQ-1 approve'), own);
      expect((await inChat('manager', /REQ-1/)).buttons).toContain('Approve');
      await world.people.press('manager', 'Approve', card);
      await hears(world.people.press('manager', 'Approve', card), /Already approved by/);
    });

    it('takes a change with plan, risk and rollback to its approvers and back', async () => {
      await world.people.say('agent', 'change new');
      const offer = await inChat('agent', /./, /change/i);
      const { form } = await world.people.press('agent', /form/i, offer);
      const refused = await world.people.submit('agent', form!, {
        title: 'Replace the gateway',
        plan: 'Swap it, then test from two sites',
        rollback: 'Put the old one back',
        risk: 'medium',
        starts: '2026-12-05T09:00',
        ends: '2026-12-05T08:00',
      });
      expect(Object.keys(refused.problems ?? {})).toEqual(['ends']);
      const values = {
        title: 'Replace the gateway',
        plan: 'Swap it, then test from two sites',
        rollback: 'Put the old one back',
        risk: 'medium',
        starts: '2026-12-05T09:00',
        ends: '2026-12-05T12:00',
      };
      const { form: last } = await world.people.submit('agent', refused.form ?? form!, values);
      expect(last?.text).toMatch(/1 Change advisory board \(2 of these 3\): \S/);
      await world.people.submit('agent', last!, values);
      const approvers = ['lead', 'manager', 'owner'];
      const asked = await Promise.all(approvers.map((who) => inChat(who, /CHG-1/, /Replace the gateway/)));
      await world.people.press('manager', 'Approve', asked[1]!);
      await world.people.press('owner', 'Approve', asked[2]!);
      await inChat('agent', /CHG-1/, /[Aa]pproved/);
      await until(async () => {
        const copies = await Promise.all(approvers.map((who) => inChat(who, /CHG-1/)));
        return copies.every(({ buttons }) => !buttons.includes('Approve'));
      }, 'every copy has lost its buttons');
    });

    it('asks after a resolution whether it helped, and keeps the rating', async () => {
      const card = await ticketFromQuestion();
      await world.people.press('agent', 'Claim', card);
      await fill('agent', 'Resolve', card, { summary: 'Updated the client to version 5' });
      const mine = await inChat('employee', /^INC-1/, /Updated the client to version 5/);
      const { form, notes } = await world.people.press('employee', /5/, mine);
      if (form) await world.people.submit('employee', form, { comment: 'quick, thank you' });
      else expect(notes.join()).toMatch(/[Tt]hank/);
      await inChannel(/^INC-1/, /5 of 5|Rating/);
    });

    it('has everything after a restart: tickets, clocks and the buttons of old cards', async () => {
      const card = await ticketFromQuestion();
      await world.people.say('employee', 'request crm-read for 8h because the quarter ends');
      const ask = await inChat('manager', /REQ-1/, /the quarter ends/);
      await world.restart();
      expect(told(await world.people.press('agent', 'Claim', card))).toMatch(/INC-1 is yours/);
      await world.people.press('manager', 'Approve', ask);
      await inChat('owner', /REQ-1/);
      await world.jump(3.1);
      await inChat('agent', /INC-1/);
      expect((await world.people.channel('it')).filter(({ title }) => title.startsWith('INC-1'))).toHaveLength(1);
    });

    it('refuses whom the directory does not know', async () => {
      const shown = await world.people.say('outsider', 'please give me access');
      const chat = (await world.people.chat('outsider')).map(({ text }) => text).join('\n');
      expect(`${told(shown)}\n${chat}`).toMatch(/does not serve guests|does not know this account/);
      expect(await world.people.channel('it')).toEqual([]);
    });

    it('takes words for words: no mention, link or operator in them is ever carried out', async () => {
      const evil = '<!channel> @everyone [x](javascript:alert(1)) {"$where": "1"} vpn keeps dropping';
      await world.people.say('employee', evil);
      const answer = await until(
        async () => (await world.people.chat('employee')).find(({ buttons }) => buttons.includes('Open a ticket')),
        'an answer',
      );
      await fill('employee', 'Open a ticket', answer, { details: evil });
      const card = await inChannel(/^INC-1/);
      expect(card.title).toContain('<!channel> @everyone');
      expect(card.text).toContain('[x](javascript:alert(1))');
    });

    it('answers empty and endless words sanely', async () => {
      await world.people.say('employee', '😀😀😀');
      await inChat('employee', /How can I help/);
      await world.people.say('employee', `vpn keeps dropping ${'and again '.repeat(1000)}`);
      await until(
        async () => (await world.people.chat('employee')).some(({ buttons }) => buttons.includes('Open a ticket')),
        'an answer to 10,000 characters',
      );
    });

    it('makes a ticket of each post in a channel where people ask, and of a greeting none', async () => {
      await world.people.post('employee', 'Good morning everyone :wave:');
      const { seen, shown } = await world.people.post('employee', 'the printer on floor 2 jams', 'jam.png');
      const card = await inChannel(/^INC-1 .*printer on floor 2/, /Emma Chen/);
      if (platform === 'Slack' || platform === 'Teams') expect(card.text).toContain('jam.png');
      await inChat('employee', /^INC-1/, /answers by/);
      expect(told(shown)).not.toMatch(/INC-2/);
      await world.people.say('employee', 'it is the one next to the kitchen', seen);
      await inThread(card, /Emma Chen wrote/, /next to the kitchen/);
      await world.people.say('manager', 'we should buy a new one', seen);
      await world.people.post('employee', 'and now it smells, too');
      await inThread(card, /Emma Chen wrote/, /it smells/);
      const said = (await world.people.thread(card)).map(({ text }) => text).join();
      expect(said).not.toContain('buy a new one');
      expect(find(await world.people.channel('it'), /^INC-2/)).toBeUndefined();
    });

    it('acknowledges a post where people ask beneath it, and offers its author what surely helps', async () => {
      const { seen, shown } = await world.people.post(
        'employee',
        'Hi all, vpn keeps dropping, nobody in my team can work',
      );
      const card = await inChannel(/^INC-1 · vpn keeps dropping/);
      expect(card.title).not.toMatch(/Hi all/);
      const beneath = await until(
        async () => find(await world.people.thread(seen), /^INC-1 is open/),
        'all who read the post see that it is a ticket',
      );
      expect(beneath.text).toMatch(/Emma Chen/);
      expect(beneath.text).not.toMatch(/Software Centre/);
      const help = await until(async () => {
        const own = find(await world.people.chat('employee'), /VPN keeps disconnecting/);
        return own?.text ?? (/Software Centre/.test(told(shown)) ? told(shown) : undefined);
      }, 'the author is offered the article');
      expect(help).toMatch(/INC-1 is open[\s\S]*Software Centre/);
    });

    it('makes two tickets of what one person posts a quarter of an hour apart', async () => {
      await world.people.post('employee', 'the printer jams');
      await inChannel(/^INC-1 .*printer/);
      await world.jump(0.25);
      await world.people.post('employee', 'my badge does not open the garage');
      await inChannel(/^INC-2 .*badge/);
    });

    it('makes a message a ticket of its author, whoever points at it, and only once', async () => {
      const { seen } = await world.people.post('employee', 'thanks!');
      const { form } = await world.people.report('agent', seen);
      expect(form!.fields.find(({ name }) => name === 'title')!.value).toBe('thanks!');
      await world.people.submit('agent', form!, { title: 'Thank the night shift', urgency: 'low', category: 'other' });
      await inChannel(/^INC-1 .*night shift/, /Emma Chen/);
      await inChat('employee', /^INC-1/, /answers by/);
      expect(told(await world.people.report('agent2', seen))).toMatch(/INC-1/);
      expect(
        told(
          await world.people.submit('agent', form!, { title: 'Thank them again', urgency: 'low', category: 'other' }),
        ),
      ).toMatch(/INC-1/);
      expect(find(await world.people.channel('it'), /^INC-2/)).toBeUndefined();
    });

    it('makes a message a ticket by a reaction, where the platform has one for it', async () => {
      const { seen } = await world.people.post('employee', 'good morning');
      const { form } = await world.people.report('agent', seen, 'reaction');
      if (form) await world.people.submit('agent', form, { urgency: 'low', category: 'other' });
      await inChannel(/^INC-1 .*good morning/, /Emma Chen/);
      expect(told(await world.people.report('agent2', seen, 'reaction'))).toMatch(/INC-1/);
      expect(find(await world.people.channel('it'), /^INC-2/)).toBeUndefined();
    });

    it.each([
      ['too long', `the printer jams ${'again and again '.repeat(625)}`, /again and again/],
      ['right to left', '\u202eمرحبا الطابعة لا تعمل', /الطابعة/],
      ['control characters', 'the printer\u0000\u0007 jams', /printer\S*\s+jams/],
      ['mention storm', `${'<!channel> @everyone '.repeat(200)}help`, /<!channel> @everyone/],
    ])('takes a post that is odd: %s', async (_, words, kept) => {
      await world.people.post('employee', words);
      const card = await inChannel(/^INC-1/, kept);
      expect(card.title.length).toBeLessThan(200);
      expect(card.title).not.toMatch(/\p{Cc}|\u202e/u);
    });

    it('refuses the button of a stranger and of a ticket that was never there', async () => {
      const card = await ticketFromQuestion();
      expect(told(await world.people.press('outsider', 'Claim', card))).toMatch(/does not serve guests|does not know/);
      expect(told(await world.people.say('agent', 'INC-99 claim'))).toMatch(/There is no ticket INC-99/);
      expect((await inChannel(/^INC-1/)).buttons).toContain('Claim');
    });

    /** A thread bound to a ticket, an answer beneath the requester's card or in their chat. */
    const heardByEmployee = (title: RegExp, text?: RegExp) =>
      until(
        async () => {
          const mine = await inChat('employee', /^INC-1/);
          return find([...(await world.people.chat('employee')), ...(await world.people.thread(mine))], title, text);
        },
        `the employee hears ${title} ${text ?? ''}`,
      );

    it('holds a ticket for the requester, whose answer sets it going again', async () => {
      const card = await ticketFromQuestion();
      await world.people.press('agent', 'Claim', card);
      const held = await fill('agent', 'Wait…', card, { cause: 'user', reason: 'Which floor are you on?' });
      expect(told(held)).toMatch(/INC-1 is on hold/);
      await inChannel(/^INC-1/, /Waiting/);
      const asked = await heardByEmployee(/INC-1: Alex Weber needs your answer/, /Which floor/);
      await world.jump(24);
      expect(find(await world.people.chat('agent'), /needs your attention|breached/)).toBeUndefined();
      await world.people.say('employee', 'The third', asked);
      await inChannel(/^INC-1/, /In progress/);
      await inThread(card, /Emma Chen wrote/, /The third/);
    });

    it('goes on by itself when the hold has ended, or at a word', async () => {
      const card = await ticketFromQuestion();
      await world.people.press('agent', 'Claim', card);
      await fill('agent', 'Wait…', card, { cause: 'supplier', reason: 'A part', until: '2026-11-24T09:00' });
      await inChannel(/^INC-1/, /Waiting/);
      await world.jump(24.1);
      await inChannel(/^INC-1/, /In progress/);
      await inChat('agent', /INC-1 is back in progress/);
      expect(told(await world.people.say('agent', 'wait INC-1 change the new gateway'))).toMatch(/on hold/);
      expect(told(await world.people.say('agent', 'INC-1 resume'))).toMatch(/back in progress/);
    });

    it('reopens what is resolved, closes it for good, and offers a follow-up', async () => {
      const card = await ticketFromQuestion();
      await fill('agent', 'Resolve', card, { summary: 'New certificate' });
      await fill('employee', /reopen/, await inChat('employee', /^INC-1/, /New certificate/), { reason: 'It is back' });
      await inThread(card, /reopened/, /It is back/);
      await fill('agent', 'Resolve', await inChannel(/^INC-1/, /New\b/), { summary: 'New laptop' });
      expect(told(await world.people.say('employee', 'close INC-1'))).toMatch(/INC-1 is closed/);
      await inChannel(/^INC-1/, /Closed/);
      const mine = await inChat('employee', /^INC-1/, /closed/);
      await fill('employee', 'Open a follow-up', mine, { title: 'It is back once more' });
      await inChannel(/^INC-2/, /follows INC-1/);
    });

    it('moves a ticket to another group with a word, and gives it a person', async () => {
      await ticketFromQuestion();
      expect(told(await world.people.say('agent', 'move INC-1 network the switch on floor 3 is dead'))).toMatch(
        /Network team/,
      );
      await inChannel(/^INC-1/, /moved to Network team/);
      expect(told(await world.people.say('agent', 'claim INC-1'))).toMatch(/no ticket INC-1 that you can see/);
      expect(told(await world.people.say('lead', 'assign INC-1 bao'))).toMatch(/INC-1 is now assigned to/);
      await inChat('agent2', /Lena Schmidt assigned INC-1 to you/);
    });

    it('redraws what a notice said when it has ended: whose the ticket is, who owes an answer, what is to rate', async () => {
      const card = await ticketFromQuestion();
      await world.people.say('agent', 'assign INC-1 bao');
      const given = await inChat('agent2', /assigned INC-1 to you/);
      expect(given.buttons).toContain('Working on it');
      await fill('agent2', 'Wait…', given, { cause: 'user', reason: 'Which client version?' });
      await inChat('agent2', /assigned INC-1 to you/, /Waiting/);
      const asked = await heardByEmployee(/INC-1: Bao Li needs your answer/);
      await fill('employee', 'Reply', asked, { words: 'Version 4.2' });
      await heardByEmployee(/INC-1: you wrote/, /Version 4\.2/);
      const answered = await heardByEmployee(/INC-1: Bao Li had a question/, /Which client version/);
      expect(answered.buttons).not.toContain('Reply');
      await world.people.say('agent', 'assign INC-1 alex');
      const lost = await inChat('agent2', /INC-1: no longer yours/);
      expect(lost.buttons).toEqual(['Show']);

      await fill('agent', 'Resolve', card, { summary: 'A new client' });
      await heardByEmployee(/resolved by/, /Did this fix it|fix/i);
      await world.people.say('employee', 'INC-1 reopen It is back');
      await until(async () => {
        const told = await heardByEmployee(/resolved by/);
        return !told.buttons.some((label) => /fixed|reopen/i.test(label));
      }, 'the resolution that is no more cannot be rated');
    });

    it('merges a ticket into another, and tells its requester where it went', async () => {
      await ticketFromQuestion();
      await fill('owner', /./, await offer('owner', 'new gateway down'), { title: 'Gateway down' });
      await inChannel(/^INC-2/);
      expect(told(await world.people.say('agent', 'merge INC-1 into INC-2'))).toMatch(/part of INC-2/);
      await inChannel(/^INC-1/, /merged into INC-2/);
      await heardByEmployee(/INC-1 was merged into INC-2/);
      await inChannel(/^INC-2/, /Followers[\s\S]*Emma Chen/);
      expect(told(await world.people.say('agent', 'claim INC-1'))).toMatch(/merged into INC-2/);
    });

    it('offers who reports what others do to join them, and has the agents merge the rest', async () => {
      const first = await ticketFromQuestion();
      await fill('owner', /./, await offer('owner', 'new the vpn keeps dropping'), { title: 'VPN 老是断开' });
      await inChannel(/^INC-2/);
      await fill('manager', /./, await offer('manager', 'new vpn drops'), { title: 'my vpn keeps dropping' });
      const joins = await inChat('manager', /^INC-3 is open/, /2 other people are reporting this now: INC-1/);
      expect(told(await world.people.press('manager', 'Join INC-1', joins))).toMatch(/INC-3 is now part of INC-1/);
      await inChannel(/^INC-3/, /merged into INC-1/);
      const issue = await inThread(first, /^3 people report this now: INC-1/, /INC-1, INC-2, INC-3/);
      const { form } = await world.people.press('agent', 'Merge them into INC-1', issue);
      await world.people.submit('agent', form!, { tickets: 'INC-2' });
      await inChannel(/^INC-2/, /merged into INC-1/);
      await inChannel(/^INC-1/, /Followers.*(\n.*)*Marco Rossi/);
    });

    it('does one step with several tickets, asking one thing after the other', async () => {
      await ticketFromQuestion();
      await fill('owner', /./, await offer('owner', 'new gateway down'), { title: 'Gateway down' });
      await inChannel(/^INC-2/);
      await world.people.say('agent', '!queue');
      const queue = await inChat('agent', /IT/, /INC-2/);
      const { form: which } = await world.people.press('agent', 'Several at once', queue);
      const chosen = { tickets: 'INC-1,INC-2', action: 'resolve' };
      const { form: solution } = await world.people.submit('agent', which!, chosen);
      expect(solution!.title).toMatch(/2 tickets/);
      expect(solution!.fields.map(({ label }) => label)).toEqual(['What solved it?']);
      await world.people.submit('agent', solution!, { value: 'A new gateway' });
      await inChat('agent', /2 of 2 done/, /INC-1 is resolved[\s\S]*INC-2 is resolved/);
      await inChat('employee', /^INC-1/, /A new gateway/);
    });

    /** A form offered to words: in a modal at once, or by a card with one button. */
    async function offer(who: string, words: string): Promise<Seen> {
      await world.people.say(who, `!${words}`);
      return until(
        async () =>
          (await world.people.chat(who)).findLast(({ buttons }) =>
            buttons.some((each) => /^(Open the form|Change|打开表单)$/.test(each)),
          ),
        `${who} is offered the form`,
      );
    }

    it('finds what a person may see, and lists the queue for agents', async () => {
      await ticketFromQuestion();
      await world.people.say('employee', '!find dropping');
      await inChat('employee', /Found: dropping/, /INC-1/);
      await world.people.say('owner', '!find dropping');
      await inChat('owner', /Found: dropping/, /No ticket that you can see/);
      await world.people.say('agent', 'find state:open dropping');
      await inChat('agent', /Found/, /INC-1/);
      await world.people.say('agent', 'queue');
      await inChat('agent', /Queue: IT service desk/, /P3 INC-1/);
      expect(told(await world.people.say('employee', 'queue'))).toMatch(/Only agents can do this/);
    });

    it('says in the person’s language what is wrong with what was typed, and keeps it', async () => {
      await world.people.say('employee', 'lang zh');
      const { form } = await world.people.press('employee', /./, await offer('employee', '新建'));
      const rest = { urgency: 'low', category: 'other' };
      const empty = await world.people.submit('employee', form!, { ...rest, title: ' ', details: '二楼' });
      expect(empty.problems).toEqual({ title: '请填写此项。' });
      await world.people.submit('employee', empty.form ?? form!, { ...rest, title: '打印机卡纸', details: '二楼' });
      await inChannel(/^INC-1 .*打印机卡纸/, /二楼/);
      expect(told(await world.people.say('employee', '查看 INC-99'))).toMatch(/\p{Script=Han}.*INC-99/u);
    });

    it('does one step with those of the listed tickets that an agent chooses', async () => {
      await ticketFromQuestion();
      await fill('owner', /./, await offer('owner', 'new gateway down'), { title: 'Gateway down' });
      await inChannel(/^INC-2/);
      await world.people.say('agent', 'queue');
      const queue = await inChat('agent', /Queue: IT service desk/, /INC-2/);
      const { form } = await world.people.press('agent', 'Several at once', queue);
      expect(form!.fields[0]!.choices!.map(({ value }) => value).toSorted()).toEqual(['INC-1', 'INC-2']);
      await world.people.press('agent2', 'Claim', await inChannel(/^INC-2/));
      await world.people.submit('agent', form!, { tickets: 'INC-1,INC-2', action: 'claim' });
      await inChat('agent', /1 of 2 done/, /INC-1 is yours[\s\S]*INC-2 .*Bao Li claimed INC-2/);
      await inChannel(/^INC-1/, /Alex Weber/);
    });

    it('splits off a task, which its ticket waits for', async () => {
      const card = await ticketFromQuestion();
      await world.people.press('agent', 'Claim', card);
      await world.people.say('agent', 'show INC-1');
      await fill('agent', 'Add a task', await inChat('agent', /^INC-1/, /History/), {
        title: 'Order the part',
        to: 'bao',
      });
      await inChannel(/^INC-1/, /Tasks: 0 of 1 done[\s\S]*INC-2 Order the part/);
      await inChat('agent2', /assigned INC-2 to you/);
      expect(told(await world.people.say('agent', '!INC-1 resolve all done'))).toMatch(/still has open tasks: INC-2/);
      await fill('agent2', 'Resolve', await inChannel(/^INC-2/, /task of INC-1/), { summary: 'Ordered' });
      await inChat('agent', /INC-1: all tasks are done/);
      expect(told(await fill('agent', 'Resolve', card, { summary: 'all done' }))).toMatch(/INC-1 is resolved/);
      expect((await world.people.chat('employee')).filter(({ title }) => /INC-2/.test(title))).toEqual([]);
    });

    it('tells a group once a morning how it stands', async () => {
      await ticketFromQuestion();
      await world.jump(24);
      const digest = await inChannel(/IT service desk today: 1 open/, /Unclaimed[\s\S]*1[\s\S]*INC-1/);
      await world.restart();
      await world.jump(2);
      expect((await world.people.channel('it')).filter(({ title }) => /today: /.test(title))).toHaveLength(1);
      expect(digest.buttons).toEqual(['Queue', 'Unclaimed', 'INC-1']);
      const lead = await inChat('lead', /IT service desk today: 1 open/, /Overdue:[\s\S]*INC-1 vpn keeps dropping/);
      expect(lead.buttons).toEqual(['Queue', 'Unclaimed', 'INC-1', 'Outlook']);
      expect((await world.people.chat('lead')).filter(({ title }) => /today: /.test(title))).toHaveLength(1);
      expect(digest.text).not.toMatch(/Overdue:/);
    });

    it('knows who is away: another decides, a colleague takes the shift, and the stand-in gets the tickets', async () => {
      await world.people.say('manager', 'leave 2026-11-23..2026-11-27');
      await inChat('manager', /Leave of Marco Rossi/);
      await world.people.say('employee', 'request crm-read for 8h because the quarter ends');
      await inChat('employee', /REQ-1: another approver is asked too/, /Sam Okafor is asked too, for @?Marco Rossi/);
      const standsIn = await inChat('security', /REQ-1/, /On behalf of[\s\S]*Marco Rossi \(away until/);
      await world.people.press('security', 'Approve', standsIn);
      await inChat('owner', /REQ-1/);

      const swap = await offer('agent2', 'swap');
      await fill('agent2', /./, swap, { to: 'agent' });
      await world.people.press('agent', 'Take it', await inChat('agent', /A shift of IT service desk is offered/));
      await inChat(
        'agent2',
        /A shift of IT service desk was taken/,
        /Alex Weber takes over the on-call shift of @?Bao Li/,
      );
      await world.people.say('employee', 'oncall');
      await inChat('employee', /On call/, /Alex Weber/);

      const ticket = await ticketFromQuestion();
      await world.people.press('agent', 'Claim', ticket);
      await inChannel(/^INC-1/, /Alex Weber since/);
      await world.people.say('agent', 'leave @me 2026-11-30 - 2026-12-04');
      await inChat('lead', /Alex Weber will be away/);
      const leave = await inChat('agent', /Leave of Alex Weber/, /INC-1[\s\S]*/);
      expect(told(await world.people.press('agent', 'Hand over the tickets', leave))).toMatch(/INC-1 went to @?Bao Li/);
      await inChat('agent2', /Alex Weber assigned INC-1 to you/);
      expect(told(await world.people.say('agent', 'leave 2026-11-02..2026-11-03'))).toMatch(/is in the past/);
    });

    it('turns to Chinese with the first words in Chinese, in answers, forms and notices, and back with the words', async () => {
      await world.people.say('employee', 'VPN 老是断开');
      const answer = await inChat('employee', /VPN/, /\p{Script=Han}/u);
      const { form } = await world.people.press('employee', '新建工单', answer);
      expect([form!.title, ...form!.fields.map(({ label }) => label)].join()).not.toMatch(/[a-z]{3}/);
      await world.people.submit('employee', form!, { urgency: 'medium', category: 'other' });
      await inChannel(/^INC-1/);
      await world.people.press('agent', 'Claim', await inChannel(/^INC-1/));
      await inChat('employee', /INC-1/, /Alex Weber[\s\S]*\p{Script=Han}{2}/u);
      await world.people.say('employee', 'show me my tickets');
      await inChat('employee', /Your open items/, /INC-1/);
    });

    it('understands free words in both languages, shows what is asked for, and changes nothing by words alone', async () => {
      await setTheScene(world.people);
      await inChat('manager', /REQ-1/);
      for (const [who, said] of Object.entries(tellings))
        for (const telling of said) await answerTo(world.people, who, telling);
      await world.people.say('employee', 'INC-1');
      const ticket = await inChat('employee', /^INC-1/, /Emma Chen opened it/);
      expect(ticket.text).not.toMatch(/wrote|resolved it|escalated it/);
      expect((await inChat('manager', /REQ-1|decision/i)).buttons).toContain('Approve');
      expect(find(await world.people.channel('it'), /^INC-2/)).toBeUndefined();
    });

    it('never makes a title of a password, and tells its author to change it', async () => {
      await world.people.say('employee', 'my password is Hunter22! and it is refused');
      const told = await inChat('employee', /passwords or codes/, /Change it now/);
      expect(told.text).not.toMatch(/Hunter22/);
      const { form } = await world.people.press('employee', 'Open a ticket', told);
      expect(JSON.stringify(form!.fields)).not.toMatch(/Hunter22/);
    });

    it('writes in Chinese to who asked for Chinese', async () => {
      expect(told(await world.people.say('employee', 'lang zh'))).toMatch(/中文/);
      await world.people.say('employee', '帮助');
      await inChat('employee', /可用命令/);
    });
  });
}
