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

test('one who has left is refused at once; what was theirs is theirs when they come back under another address', async () => {
  const shown = async () => (await chat.chat('theo.new')).filter(({ title }) => title.startsWith('REQ-1')).length;
  await idp.patch('Users/theo.new', { op: 'Replace', path: 'active', value: 'False' });
  await expect(chat.say('theo.new', 'REQ-1')).rejects.toThrow(/the playground answered 4/);
  await idp.patch(
    'Users/theo.new',
    { op: 'Replace', path: 'active', value: 'True' },
    { op: 'Replace', path: 'userName', value: 'theo.other@example.com' },
    { op: 'Replace', path: 'emails[type eq "work"].value', value: 'theo.other@example.com' },
  );
  const before = await shown();
  await chat.say('theo.new', 'REQ-1');
  expect(await shown()).toBe(before + 1);
});
