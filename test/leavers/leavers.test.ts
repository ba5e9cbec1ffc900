/** People leave: what is in their hands is shown before, taken out of them at the hour, and verified. */
import { openCompany, type Company } from '../kit/company.js';
import { createProvider, oktaUser, TOKEN } from '../kit/scim-client.js';
import { until } from '../kit/until.js';
import { createWebDriver } from '../kit/web-driver.js';

let company: Company;
afterEach(() => company.close());

async function open(settings: Record<string, string> = {}) {
  company = await openCompany(settings);
  const slack = createWebDriver({ url: company.url, flavour: 'play-slack' });
  const teams = createWebDriver({ url: company.url, flavour: 'play-teams' });
  const card = (person: string, title: RegExp, on = slack) =>
    until(async () => (await on.chat(person)).findLast((one) => title.test(one.title)), `${person} has ${title}`);
  const told = async (who: string, words: string) => {
    const { notes } = await slack.say(who, words);
    return notes.length > 0 ? notes.join('\n') : ((await slack.chat(who)).at(-1)?.text ?? '');
  };
  const ticket = async (who: string, title: string) => {
    const { form } = await slack.say(who, `new ${title}`);
    const opened = form ?? (await slack.press(who, /./, (await slack.chat(who)).at(-1)!)).form!;
    await slack.submit(who, opened, { title, urgency: 'low', category: 'hardware' });
  };
  /** As the sweeps of the next minutes leave it. */
  const pass = async (hours: number) => {
    await company.jump(hours);
    await company.settle();
  };
  return { slack, teams, card, told, ticket, pass };
}

test('an agent leaves on Friday evening: all is listed before, and out of their hands after', async () => {
  const { slack, teams, card, told, ticket, pass } = await open();
  await slack.say('agent', 'request crm-read for 720h because of the audit');
  await slack.press('lead', 'Approve', await card('lead', /^REQ-1/));
  await teams.press('owner', 'Approve', await card('owner', /^REQ-1/, teams));
  await card('agent', /^REQ-1 is granted/);
  await ticket('employee', 'my mouse is broken');
  await slack.say('agent', 'INC-1 claim');
  await ticket('agent', 'my chair squeaks');
  await slack.say('agent', 'delegate @agent2 12-01..12-24');

  expect(await told('employee', 'leaver @agent 2026-11-27 18:00')).toMatch(/administrators/);
  expect(await told('admin', 'leaver @agent 2026-11-20 18:00')).toMatch(/is over/);
  expect(await told('admin', 'leaver @admin 2026-11-27 18:00')).toMatch(/Another administrator/);
  await slack.say('admin', 'leaver @agent 2026-11-27 18:00');
  const plan = await card('security', /^OFF-1/);
  for (const row of [
    /REQ-1 Demo CRM: Read customers/,
    /INC-1 my mouse is broken → @agent2/,
    /INC-2 my chair squeaks → @lead/,
    /it IT service desk → @agent2/,
    /Alex Weber → Bao Li/,
  ])
    expect(plan.text).toMatch(row);
  expect(plan.text).toMatch(/Planned\b/);
  expect(await told('admin', 'leaver @agent now')).toMatch(/planned already: OFF-1/);

  await pass(24 * 4 + 8.9);
  expect((await card('admin', /^OFF-1/)).text).toMatch(/Planned\b/);
  const before = (await slack.chat('agent')).map(({ title, text }) => `${title}: ${text}`);
  await pass(0.3);
  const after = await card('admin', /^OFF-1: nothing of Alex Weber is left/);
  expect(after.text).toMatch(/All rows are verified: 5/);
  expect((await card('security', /^OFF-1 · /)).text).toMatch(/Done and verified[\s\S]*5 of 5/);
  expect(await told('security', 'REQ-1')).toMatch(/The holder left/);
  expect(await told('agent2', 'INC-1')).toMatch(/Bao Li/);
  expect(await told('lead', 'INC-2')).toMatch(/Alex Weber has left: it is Lena Schmidt’s now/);
  expect((await slack.chat('agent')).map(({ title, text }) => `${title}: ${text}`)).toEqual(before);
  await expect(slack.say('agent', 'mine')).rejects.toThrow('Nobody here is called agent');

  await slack.press('admin', 'Let them in again', await card('admin', /^OFF-1 · /));
  expect(await told('admin', 'OFF-1')).toMatch(/Cancelled/);
  expect(await told('agent', 'mine')).not.toMatch(/INC-/);
});

test('负责人立即离职：须第二人确认，没有副负责人的应用不核实就不关闭', async () => {
  const { slack, told, card, pass } = await open();
  for (const who of ['admin', 'security']) await slack.say(who, '中文');
  await slack.say('employee', 'request crm-read for 8h because of the audit');
  await slack.press('manager', 'Approve', await card('manager', /^REQ-1/));
  await slack.say('admin', '离职 @owner 现在');
  const asked = await card('admin', /^OFF-1/);
  expect(asked.text).toMatch(/等待第二人确认/);
  await slack.press('admin', '确认立即执行', asked);
  expect(await told('admin', 'OFF-1')).toMatch(/等待第二人确认/);
  await slack.press('security', '确认立即执行', await card('security', /^OFF-1/));
  await pass(0.2);
  const running = await card('security', /^OFF-1 · /);
  expect(running.text).toMatch(/⏳ demo-crm 演示 CRM/);
  expect(running.text).toMatch(/✅ demo-ledger 演示账务 → @manager/);
  expect(running.text).toMatch(/✅ REQ-1/);
  await pass(5);
  expect((await card('security', /仍有未核实项/)).text).toMatch(/demo-crm/);
  expect(await told('admin', 'OFF-1')).toMatch(/正在收回和移交/);
});

test('the identity provider says that somebody has left: the same, without anybody planning it', async () => {
  const { slack, teams, card, told, ticket, pass } = await open({ SCIM_TOKEN: `okta:${TOKEN}` });
  const idp = createProvider(company.url);
  const boss = await idp.post('Users', oktaUser('bodo.boss@example.com'));
  const lena = await idp.post('Users', oktaUser('lena.leaver@example.com', { manager: boss.body.id! }));
  await slack.say('lena.leaver', 'request crm-read for 24h because of the audit');
  await slack.press('bodo.boss', 'Approve', await card('bodo.boss', /^REQ-1/));
  await teams.press('owner', 'Approve', await card('owner', /^REQ-1/, teams));
  await card('lena.leaver', /^REQ-1 is granted/);
  await ticket('lena.leaver', 'my desk wobbles');
  await idp.patch(`Users/${lena.body.id}`, { op: 'Replace', path: 'active', value: 'False' });
  await pass(0.1);
  expect((await card('security', /^OFF-1: nothing of/)).text).toMatch(/All rows are verified: 2/);
  expect(await told('bodo.boss', 'INC-1')).toMatch(/my desk wobbles/);
  expect(await told('admin', 'OFF-1')).toMatch(/The identity provider/);
});
