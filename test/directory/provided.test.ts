/** People come, change and go by SCIM; what they can do in chat follows at once. */
import { openCompany, type Company } from '../kit/company.js';
import type { Driver } from '../kit/driver.js';
import { createProvider, oktaUser, TOKEN } from '../kit/scim-client.js';
import { until } from '../kit/until.js';
import { createWebDriver } from '../kit/web-driver.js';

let company: Company;
let idp: ReturnType<typeof createProvider>;
let chat: Driver;
beforeAll(async () => {
  company = await openCompany({ SCIM_TOKEN: `okta:${TOKEN}` });
  idp = createProvider(company.url);
  chat = createWebDriver({ url: company.url, flavour: 'play-slack' });
}, 180_000);
afterAll(() => company.close());

test('somebody who was provided a moment ago writes to the desk, and their manager decides', async () => {
  const boss = await idp.post('Users', oktaUser('nadia.boss@example.com'));
  expect(boss).toMatchObject({ status: 201, body: { id: 'nadia.boss', active: true } });
  expect(JSON.stringify(boss.body)).not.toContain('1mz050nq');
  await idp.post('Users', oktaUser('theo.new@example.com', { manager: boss.body.id! }));
  await chat.say('theo.new', 'request crm-read for 8h because the quarter ends');
  const card = await until(
    async () => (await chat.chat('nadia.boss')).find(({ title }) => title.startsWith('REQ-')),
    'the manager is asked',
  );
  expect(card.text).toMatch(/Requester: @theo.new/);
  expect((await chat.press('nadia.boss', 'Approve', card)).notes.join()).toMatch(/REQ-/);
});

test('one who has left is refused at once, and what was theirs is there when they come back under another address', async () => {
  const { body } = await idp.post('Users', oktaUser('rosa.old@example.com'));
  const path = `Users/${body.id}`;
  await chat.say('rosa.old', 'new printer on floor two is dead');
  const form = (await chat.say('rosa.old', 'new my badge does not open the door')).form;
  expect(form).toBeDefined();
  await chat.submit('rosa.old', form!, { impact: 'low', urgency: 'low', category: 'hardware' });
  const mine = async () => {
    const { notes } = await chat.say('rosa.old', 'mine');
    return [...notes, ...(await chat.chat('rosa.old')).slice(-1).map(({ text }) => text)].join('\n');
  };
  expect(await mine()).toMatch(/INC-\d+.*badge/s);
  await idp.patch(path, { op: 'Replace', path: 'active', value: 'False' });
  await expect(chat.say('rosa.old', 'mine')).rejects.toThrow(/404|403|no such|nobody/i);
  await idp.patch(path, { op: 'Replace', path: 'active', value: 'True' });
  await idp.patch(
    path,
    { op: 'replace', path: 'userName', value: 'rosa.new@example.com' },
    { op: 'replace', path: 'emails[type eq "work"].value', value: 'rosa.new@example.com' },
  );
  expect(await mine()).toMatch(/INC-\d+.*badge/s);
  await chat.say('admin', 'directory');
  const card = (await chat.chat('admin')).find(({ title }) => title === 'Directory');
  expect(card?.text).toMatch(/was rosa.old@example.com and is rosa.new@example.com/);
});
