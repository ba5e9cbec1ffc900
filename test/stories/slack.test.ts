import { stories } from '../adapter.contract.js';
import { openCompany } from '../kit/company.js';
import { createSlackDriver } from '../kit/slack-driver.js';
import { createFakeSlack } from '../kit/slack-fake.js';
import { staff } from '../kit/staff.js';

const SECRET = 'a-signing-secret';

stories('Slack', async () => {
  const fake = await createFakeSlack();
  for (const { id, name, email } of staff)
    fake.addUser({ id: `U${id.toUpperCase()}`, name, email, locale: 'en-GB', tz: 'Europe/Berlin' });
  fake.addUser({ id: 'UOUTSIDER', name: 'Otto Guest', email: 'otto@elsewhere.example', locale: 'en-GB', tz: 'UTC' });
  fake.addChannel({ id: 'C1DESK', name: 'it-desk' });
  fake.addChannel({ id: 'C2HELP', name: 'it-help' });
  const company = await openCompany({
    SLACK_SIGNING_SECRET: SECRET,
    SLACK_BOT_TOKEN: fake.token,
    SLACK_API_URL: fake.apiUrl,
  });
  const everybody = [...staff, { id: 'outsider', email: 'otto@elsewhere.example' }];
  return {
    ...company,
    people: createSlackDriver({
      url: company.url,
      signingSecret: SECRET,
      fake,
      people: Object.fromEntries(everybody.map(({ id, email }) => [id, { user: `U${id.toUpperCase()}`, email }])),
      channels: { it: 'it-desk', help: 'it-help' },
    }),
    async close() {
      await company.close();
      await fake.close();
    },
  };
});
