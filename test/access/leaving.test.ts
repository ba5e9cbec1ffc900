/** People leave: what they hold ends, what they asked for ends, and nobody waits for their decisions. */
import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { isPlausible } from '../../src/plausible.js';
import { openCompany } from '../kit/company.js';
import { createProvider, oktaUser, TOKEN } from '../kit/scim-client.js';
import { until } from '../kit/until.js';
import { createWebDriver } from '../kit/web-driver.js';

test('the provider makes somebody inactive: their access is taken away, their request ends, their decisions go on', async () => {
  const company = await openCompany({ SCIM_TOKEN: `okta:${TOKEN}` });
  try {
    const idp = createProvider(company.url);
    const chat = createWebDriver({ url: company.url, flavour: 'play-slack' });
    const boss = await idp.post('Users', oktaUser('bodo.boss@example.com'));
    const lena = await idp.post('Users', oktaUser('lena.leaver@example.com', { manager: boss.body.id! }));
    await idp.post('Users', oktaUser('sven.stays@example.com', { manager: lena.body.id! }));
    const teams = createWebDriver({ url: company.url, flavour: 'play-teams' });
    const card = (person: string, title: RegExp, on = chat) =>
      until(async () => (await on.chat(person)).find((one) => title.test(one.title)), `${person} has a card`);

    await chat.say('lena.leaver', 'request crm-read for 24h because of the audit');
    await chat.press('bodo.boss', 'Approve', await card('bodo.boss', /^REQ-1/));
    await teams.press('owner', 'Approve', await card('owner', /^REQ-1/, teams));
    await card('lena.leaver', /^REQ-1 is granted/);
    await chat.say('lena.leaver', 'request crm-export for 8h because of the audit');
    await card('bodo.boss', /^REQ-2/);
    await chat.say('sven.stays', 'request crm-read for 8h because of the audit');
    await card('lena.leaver', /^REQ-3/);

    await idp.patch(`Users/${lena.body.id}`, { op: 'Replace', path: 'active', value: 'False' });
    await company.jump(0.1);
    await company.settle();
    const shown = async (who: string, id: string) => {
      await chat.say(who, id);
      return (await chat.chat(who)).at(-1)?.text ?? '';
    };
    expect(await shown('security', 'REQ-1')).toContain('The holder left');
    expect(await shown('security', 'REQ-2')).toContain('is no longer in the directory');
    await chat.press('security', 'Approve', await card('security', /^REQ-3/));
    expect(await shown('security', 'REQ-3')).toContain('Manager: @security approved');
  } finally {
    await company.close();
  }
});

test('a directory that lost its people ends nothing', () => {
  expect([
    isPlausible(5, 5),
    isPlausible(6, 20),
    isPlausible(6, 30),
    isPlausible(400, 2000),
    isPlausible(401, 2000),
  ]).toEqual([true, false, true, true, false]);
  fc.assert(fc.property(fc.nat(10_000), (holders) => isPlausible(holders, holders) === holders <= 5));
});
