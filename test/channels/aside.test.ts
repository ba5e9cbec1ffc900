/** Where a group's tickets are confidential, the conversation moves to the person's own chat. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCompany } from '../kit/company.js';
import { until } from '../kit/until.js';
import { createWebDriver } from '../kit/web-driver.js';

test('words in the channel of a confidential group are answered to the person alone, and its thread is not heard', async () => {
  const policies = await mkdtemp(join(tmpdir(), 'deskhand-policies-'));
  await cp('policies', policies, { recursive: true });
  const teams = await readFile('policies/teams.yaml', 'utf8');
  await writeFile(join(policies, 'teams.yaml'), teams.replace(/^( +)lang: en$/m, '$1lang: en\n$1sensitive: true'));
  const company = await openCompany({ POLICIES_DIR: policies });
  const people = createWebDriver({ url: company.url, flavour: 'play-slack' });

  const { seen, shown } = await people.post('employee', 'somebody reads my mail');
  expect(shown.notes.join()).toMatch(/INC-1 is open.*confidential.*own chat/);
  await until(
    async () => (await people.channel('it')).find(({ title }) => title.startsWith('INC-1')),
    'the agents have it',
  );
  const went = await people.say('employee', 'it is my neighbour', seen);
  expect(went.notes.join()).toMatch(/INC-1 is confidential/);
  await company.settle();
  const told = [...(await people.channel('it')), ...(await people.chat('employee'))].map(({ text }) => text).join();
  expect(told).not.toContain('neighbour');
  const others = await people.say('manager', 'what is going on?', seen);
  expect(others.notes).toEqual([]);

  await company.close();
  await rm(policies, { recursive: true });
});
