/** Days in the playground, over the whole desk: time that is jumped over, languages, Slack's home, and the tour. */
import { randomUUID } from 'node:crypto';
import { openCompany, type Company } from '../kit/company.js';
import type { Driver } from '../kit/driver.js';
import { createWebDriver } from '../kit/web-driver.js';
import { readPlayground } from '../kit/web-state.js';

let company: Company;
let people: Driver;
beforeEach(async () => {
  company = await openCompany({});
  people = createWebDriver({ url: company.url, flavour: 'play-slack' });
});
afterEach(() => company.close());

async function post(path: string, body: object) {
  const response = await fetch(`${company.url}/playground/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: company.url },
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(200);
}
async function openTicket() {
  await people.say('employee', 'vpn keeps dropping');
  const [answer] = await people.chat('employee');
  const { form } = await people.press('employee', 'Open a ticket', answer!);
  await people.submit('employee', form!, {});
  await company.settle();
}
const home = async (who: string) =>
  JSON.stringify(await (await fetch(`${company.url}/playground/home?who=${who}`)).json());

it('over three weeks every card comes at its time, and none calls itself late', async () => {
  await openTicket();
  await company.jump(21 * 24);
  const { messages } = await readPlayground(company.url);
  expect(JSON.stringify(messages)).not.toMatch(/did not run when it was due|comes late/);
  const reminders = messages.filter((each) => 'title' in each && each.title.startsWith('INC-1'));
  expect(new Set(reminders.map(({ at }) => at.slice(0, 10))).size).toBeGreaterThan(2);
  const digests = messages.filter((each) => 'title' in each && each.title.startsWith('IT service desk today'));
  const hours = digests.map(({ at }) => new Date(at).toLocaleTimeString('en-GB', { timeZone: 'Europe/Berlin' }));
  expect(hours.length).toBeGreaterThanOrEqual(14);
  expect(hours.filter((hour) => !hour.startsWith('09:00'))).toEqual([]);
}, 120_000);

it('everybody reads the language of the page, also those who have not spoken yet', async () => {
  await post('language', { lang: 'zh' });
  await people.say('employee', '打印机一直卡纸');
  const [answer] = await people.chat('employee');
  const { form } = await people.press('employee', '新建工单', answer!);
  expect(form!.title).toBe('新建工单');
  await people.submit('employee', form!, { urgency: 'low' });
  await company.settle();
  await post('language', { lang: 'en' });
  expect((await people.say('employee', 'mine')).notes).toEqual([]);
  expect((await people.chat('employee')).at(-1)!.text).toMatch(/Your tickets/);
});

it('Slack’s home shows what is one’s own, its buttons work, and a stranger’s is empty', async () => {
  expect(await home('employee')).not.toContain('INC-1');
  await openTicket();
  expect(await home('employee')).toContain('INC-1');
  expect(await home('agent')).not.toContain('INC-1');
  expect(await home('outsider')).toBe('{}');
  const value = JSON.stringify({ do: 'show-ticket', ticket: 'INC-1' });
  await post('press', { who: 'employee', platform: 'play-slack', origin: randomUUID(), on: 'home', value });
  expect((await people.chat('employee')).at(-1)!.title).toMatch(/^INC-1/);
});

it('the tour ticks itself by what is done, in whatever way, and still knows it after a restart', async () => {
  const done = async () => (await readPlayground(company.url)).tour.done;
  expect(await done()).toEqual([]);
  await openTicket();
  expect(await done()).toEqual(['ask-1', 'ask-2', 'ask-3']);
  // A question that has nothing to do with it ticks nothing.
  await people.say('employee', 'printer is jammed');
  expect(await done()).toHaveLength(3);
  await people.say('agent', 'INC-1 claim');
  await people.say('agent2', 'INC-1 claim');
  expect(await done()).toEqual(['ask-1', 'ask-2', 'ask-3', 'claim-1', 'claim-2']);
  await people.say('agent', 'INC-1 reply Which office are you in?');
  expect(await done()).not.toContain('claim-3');
  await company.restart();
  expect(await done()).toHaveLength(5);
  await post('tour', { step: 'claim', done: true });
  expect(await done()).toContain('claim-4');
  await post('tour', { step: 'claim', done: false });
  expect(await done()).toEqual(['ask-1', 'ask-2', 'ask-3']);
});

it('the tour goes on with the visitor’s own ticket, whatever its number, and with a change of low risk', async () => {
  const tour = async () => (await readPlayground(company.url)).tour;
  const first = await people.say('manager', '/it new');
  await people.submit('manager', first.form!, {
    title: 'The door is stuck',
    impact: 'low',
    urgency: 'low',
    category: 'hardware',
  });
  await company.settle();
  await openTicket();
  expect((await tour()).ticket).toBe('INC-2');
  const { form } = await people.say('agent', '/it change new');
  const change = {
    title: 'Replace the gateway',
    risk: 'low',
    plan: 'Swap it, then test from two sites',
    rollback: 'Put the old one back',
    starts: '2026-12-05T09:00',
    ends: '2026-12-05T12:00',
  };
  const { form: lastPage } = await people.submit('agent', form!, change);
  expect((await people.submit('agent', lastPage!, change)).problems).toBeUndefined();
  await company.settle();
  await people.press(
    'lead',
    'Approve',
    (await people.chat('lead')).findLast(({ title }) => title.startsWith('CHG-'))!,
  );
  expect((await tour()).done).toEqual(expect.arrayContaining(['change-1', 'change-2', 'change-3']));
});
