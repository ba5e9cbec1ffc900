/** The driver of the stories, tried on a desk of three sentences. */
import type { Form } from '../../src/card.js';
import { card, done, form } from '../../src/reply.js';
import { createSlackDesk, SECRET, VIEWER } from '../kit/slack-desk.js';
import { createSlackDriver } from '../kit/slack-driver.js';

const changeForm: Form = {
  for: VIEWER,
  title: 'New change',
  fields: [
    { name: 'title', label: 'Title', kind: 'line', maxLength: 150, value: 'Upgrade' },
    { name: 'risk', label: 'Risk', kind: 'choice', choices: [{ value: 'low', label: 'Low' }] },
    { name: 'starts', label: 'Starts', kind: 'moment', value: '2026-07-01T22:00' },
  ],
  submit: 'Send',
  cancel: 'Cancel',
  draft: { do: 'open-change' },
};

test('a person says, presses, fills in, and sees what the desk shows', async () => {
  const desk = await createSlackDesk({
    answer: ({ asks }) => {
      if (asks.kind === 'words') {
        const buttons = [{ label: 'New change', does: { do: 'show-form', draft: { do: 'open-change' } } }] as const;
        return card({ for: VIEWER, title: 'Changes', parts: [{ kind: 'buttons', buttons }] });
      }
      if (asks.kind === 'command') return form(changeForm);
      if (asks.kind !== 'submission') return done();
      if (asks.values['title'] === 'x') {
        return { kind: 'invalid', form: changeForm, problems: [{ field: 'title', message: 'Say more.' }] };
      }
      return done([JSON.stringify(asks.values)]);
    },
  });
  await desk.slack.start();
  const driver = createSlackDriver({
    url: desk.url,
    signingSecret: SECRET,
    fake: desk.fake,
    people: { ada: { user: 'U1ADA', email: 'ada@example.com' } },
    channels: { desk: 'it-desk' },
  });

  expect(await driver.say('ada', 'changes')).toEqual({ notes: [] });
  const [changes] = await driver.chat('ada');
  expect(changes).toMatchObject({ title: 'Changes', buttons: ['New change'] });

  const { form: shown } = await driver.press('ada', /^New/, changes!);
  expect(shown).toMatchObject({
    title: 'New change',
    fields: [
      { name: 'title', label: 'Title', value: 'Upgrade' },
      { name: 'risk', value: '', choices: [{ value: 'low', label: 'Low' }] },
      { name: 'starts', value: '2026-07-01T22:00' },
    ],
  });
  expect((await driver.submit('ada', shown!, { title: 'x', risk: 'low' })).problems).toEqual({ title: 'Say more.' });
  await expect(driver.submit('ada', shown!, { title: 'Upgrade' })).rejects.toThrow('without risk');
  const { notes } = await driver.submit('ada', shown!, { risk: 'low', starts: '2026-07-02T23:00' });
  expect(notes.map((note) => JSON.parse(note) as unknown)).toEqual([
    { title: 'Upgrade', risk: 'low', starts: '2026-07-02T23:00' },
  ]);

  const root = await desk.chat.post('slack:T0DESK/C1DESK', { for: VIEWER, title: 'CHG-1', parts: [] });
  await desk.chat.post(root, { for: VIEWER, title: 'Approved', parts: [] });
  const [change, ...others] = await driver.channel('desk');
  expect(others).toEqual([]);
  expect(await driver.say('ada', 'thanks', change)).toEqual({ notes: ['Changes\nNew change'] });
  expect((await driver.thread(change!)).map(({ title, text }) => title || text)).toEqual(['Approved', 'thanks']);
});
