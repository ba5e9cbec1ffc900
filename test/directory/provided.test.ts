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
});
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
