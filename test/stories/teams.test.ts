import { stories } from '../adapter.contract.js';
import { openCompany } from '../kit/company.js';
import { staff } from '../kit/staff.js';
import { createTeamsDriver } from '../kit/teams-driver.js';
import { createFakeTeams } from '../kit/teams-fake.js';

stories('Teams', async () => {
  const fake = await createFakeTeams();
  const company = await openCompany({
    MicrosoftAppId: fake.appId,
    MicrosoftAppPassword: fake.password,
    MicrosoftAppTenantId: fake.tenantId,
    MicrosoftAppType: 'SingleTenant',
    ...fake.cloud,
  });
  const everybody = [...staff, { id: 'outsider', name: 'Otto Guest', email: 'otto@elsewhere.example' }];
  const people = await createTeamsDriver({
    url: company.url,
    fake,
    people: Object.fromEntries(everybody.map(({ id, name, email }) => [id, { aad: `aad-${id}`, name, email }])),
    channels: { it: 'IT Desk', help: 'IT Help' },
  });
  return {
    ...company,
    people,
    async close() {
      await company.close();
      await fake.close();
    },
  };
});
