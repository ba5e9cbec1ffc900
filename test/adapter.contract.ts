/** The stories of the desk, told once and held by every platform: what people do, and what they then see. */
import { until } from './kit/until.js';
import type { Driver, Seen, Shown } from './kit/driver.js';

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
      const { form } = await world.people.press(who, label, on);
      if (!form) throw new Error(`${String(label)} opened no form`);
      return world.people.submit(who, form, values);
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
      expect(answer.buttons).toEqual(['That helped', 'Open a ticket']);
      expect(told(await world.people.press('employee', 'That helped', answer))).toMatch(/Glad it helped/);
    });

    it('answers in the language of the question', async () => {
      await world.people.say('employee', 'VPN 老是断开');
      const answer = await inChat('employee', /VPN/, /\p{Script=Han}/u);
      expect(answer.buttons).toEqual(['已解决', '新建工单']);
    });

    it('offers a ticket, and no answer, to a question far from all it knows', async () => {
      await world.people.say('employee', 'my goldfish is sad about the quarterly weather');
      const answer = await inChat('employee', /no answer/);
      expect(answer.buttons).toEqual(['Open a ticket']);
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

    it('makes one ticket of a question, however often its form is sent', async () => {
      await world.people.say('employee', 'vpn keeps dropping');
      const answer = await inChat('employee', /VPN/);
      await fill('employee', 'Open a ticket', answer, {});
      await inChannel(/^INC-1/);
      const again = await fill('employee', 'Open a ticket', answer, {});
      expect(told(again)).toMatch(/INC-1/);
      expect(find(await world.people.channel('it'), /^INC-2/)).toBeUndefined();
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
      await fill('agent', 'Reply', card, { text: 'Which VPN client do you use?' });
      const reply = await until(async () => {
        const mine = await inChat('employee', /^INC-1/);
        const all = [...(await world.people.chat('employee')), ...(await world.people.thread(mine))];
        return find(all, /answered on INC-1/, /Which VPN client/);
      }, 'the reply reaches the employee');
      await world.people.say('employee', 'The old one, version 4', reply);
      await inThread(card, /Emma Chen wrote/, /The old one, version 4/);
    });

    it('keeps an internal note from the employee', async () => {
      const card = await ticketFromQuestion();
      await fill('agent', 'Note', card, { text: 'looks like the gateway again' });
      await until(async () => {
        const shown = told(await world.people.say('agent', 'show INC-1'));
        const cards = [...(await world.people.chat('agent')).map(({ text }) => text), shown];
        return cards.some((text) => text.includes('looks like the gateway again'));
      }, 'the agent sees the note');
      await world.people.say('employee', 'show INC-1');
      const shown = await inChat('employee', /INC-1/, /History/);
      expect(shown.text).not.toContain('gateway again');
    });

    it('nags the assignee, then the lead, then tells the manager of the breach, and the card shows each step', async () => {
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
      await inChannel(/^INC-1/, /100 %[^\n]*told/);
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

    it('lets nobody approve their own request, by any button or word', async () => {
      await world.people.say('employee', 'request crm-read for 8h because I am curious');
      const card = await inChat('manager', /REQ-1/, /I am curious/);
      const shown = await world.people.press('employee', 'Approve', card);
      expect(told(shown)).toMatch(/Nobody decides their own request/);
      expect((await inChat('manager', /REQ-1/)).buttons).toContain('Approve');
    });

    it('tells the second of two approvers who was first', async () => {
      await world.people.say('employee', 'request crm-read for 8h because of the audit');
      const card = await inChat('manager', /REQ-1/, /of the audit/);
      await world.people.press('manager', 'Approve', card);
      const again = await world.people.press('manager', 'Approve', card);
      expect(told(again)).toMatch(/Already approved by/);
    });

    it('takes a change with plan, risk and rollback to its approvers and back', async () => {
      await world.people.say('agent', 'change new');
      const offer = await inChat('agent', /./);
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
      await world.people.submit('agent', refused.form ?? form!, {
        title: 'Replace the gateway',
        plan: 'Swap it, then test from two sites',
        rollback: 'Put the old one back',
        risk: 'medium',
        starts: '2026-12-05T09:00',
        ends: '2026-12-05T12:00',
      });
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
      expect(`${told(shown)}\n${chat}`).toMatch(/not served here|does not know this account/);
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

    it('writes in Chinese to who asked for Chinese', async () => {
      expect(told(await world.people.say('employee', 'lang zh'))).toMatch(/中文/);
      await world.people.say('employee', '帮助');
      await inChat('employee', /您可以这样问/);
    });
  });
}
