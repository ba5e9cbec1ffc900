/** What administrators are shown of accounts that come to act for somebody. */
import { openSlackCompany, userOf } from './kit/slack-company.js';
import { textsOf } from './kit/slack-rules.js';

test('an administrator is told of the first account of a day, and of none before it', async () => {
  const { sender, chatOf, card } = await openSlackCompany();
  await sender.say(userOf('employee'), chatOf('employee'), 'help');
  const { blocks, before = [] } = await card(chatOf('admin'), /linked today[\s\S]*Emma Chen/);
  expect([blocks, ...before].map((shown) => textsOf(shown)[0])).toEqual(['One account was linked today']);
});
