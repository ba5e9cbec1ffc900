/** Nothing that a person typed is a link, a mention or a tag in Teams, wherever on a card or in a message it stands. */
import type { Card, Form } from '../../src/card.js';
import { card, done, form, refused } from '../../src/reply.js';
import { cardActivity } from '../../adapters/teams/chat.js';
import { renderForm } from '../../adapters/teams/form.js';
import { startTeams, viewer } from '../kit/teams-desk.js';
import { problemsOf, type Json } from '../kit/teams-rules.js';

const typed = [
  '[x](javascript:alert(1))',
  '](javascript:alert(1))',
  '[x] (javascript:alert(1))',
  '[safe](https://evil.example)',
  '![i](https://evil.example/i.png)',
  '[x][y]',
  '[y]: javascript:alert(1)',
  '<a href="javascript:alert(1)">x</a>',
  '<https://evil.example>',
  '<script>alert(1)</script>',
  '<!--',
  '<at>Bob</at>',
  '{{DATE(2026-01-01T00:00:00Z, SHORT)}}',
];

/** Texts that no client reads as markup: runs of text, and what an input is filled with. */
const isLiteral = (path: string[]) =>
  /inlines/.test(path.join('.')) || path.at(-1) === 'value' || path.includes('data') || path.includes('fallback');

function stringsIn(value: unknown, path: string[] = []): [path: string, text: string][] {
  if (typeof value === 'string') return isLiteral(path) ? [] : [[path.join('.'), value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, within]) => stringsIn(within, [...path, key]));
}

const markup = /\](?=[([:])|<[a-z/!]|\{\{(?:DATE|TIME)/i;
const wrong = (value: unknown) =>
  stringsIn(value).filter(
    ([, text]) => markup.test(text.replace(/<\/?at>/g, '')) && !text.startsWith('http://adaptivecards'),
  );

const everywhere = (words: string): Card => ({
  for: viewer,
  title: words,
  status: { text: words, tone: 'info' },
  parts: [
    { kind: 'text', text: [words, { kind: 'person', id: 'bob', name: 'Bob' }] },
    { kind: 'text', text: [{ kind: 'person', id: 'bob', name: words }] },
    { kind: 'text', text: [{ kind: 'link', text: words, url: 'https://example.com/' }] },
    { kind: 'text', text: [{ kind: 'link', text: 'x', url: words }] },
    { kind: 'facts', facts: [{ label: words, value: [words] }] },
    { kind: 'list', ordered: true, items: [[words]] },
    { kind: 'quote', text: words, by: { id: 'ada', name: words } },
    { kind: 'progress', steps: [{ label: [words], state: 'now' }] },
    { kind: 'note', text: [words] },
    {
      kind: 'buttons',
      buttons: [
        { label: words, does: { do: 'help' } },
        { label: words, does: { do: 'help' }, confirm: { title: words, text: words, yes: words, no: words } },
      ],
    },
  ],
});

const filled = (words: string): Form => ({
  for: viewer,
  title: words,
  intro: [words],
  fields: [
    { kind: 'line', name: 'a', label: words, hint: words, placeholder: words, value: words, maxLength: 200 },
    { kind: 'choice', name: 'b', label: words, choices: [{ value: 'v', label: words }] },
    { kind: 'several', name: 'c', label: words, choices: [{ value: 'v', label: words }] },
    { kind: 'moment', name: 'd', label: words },
  ],
  submit: 'Send',
  cancel: 'No',
  draft: { do: 'help' },
});

test.each(typed)('on a card: %s', (words) => {
  const activity = JSON.parse(JSON.stringify(cardActivity(everywhere(words), (id) => `aad-${id}`))) as Json;
  expect(wrong(activity)).toEqual([]);
  const [{ content }] = activity['attachments'] as [{ content: Json }];
  expect(problemsOf(content)).toEqual([]);
});

test.each(typed)('on a form: %s', (words) => {
  const drawn = renderForm(filled(words), [{ field: 'a', message: words }]);
  expect(wrong(JSON.parse(JSON.stringify(drawn)))).toEqual([]);
});

test('in plain messages, in the answers to presses and on dialogs', async () => {
  const desk = await startTeams();
  desk.fake.addPerson({ id: 'ada', email: 'ada@example.com' });
  const action = { type: 'Action.Execute', verb: 'help', data: { deskhand: { command: { do: 'help' } } } };
  const opening = { type: 'Action.Submit', data: { msteams: { type: 'task/fetch' }, ...action.data } };
  const on = { conversation: desk.fake.chatOf('ada'), id: '1' };
  for (const words of typed) {
    for (const reply of [done([words]), refused([words]), card(everywhere(words)), form(filled(words))]) {
      desk.answers(() => reply);
      await desk.teams.say('ada', words);
      for (const pressed of [action, opening]) {
        const { body } = await desk.teams.press('ada', pressed, on);
        const { value } = (body?.['task'] ?? body ?? {}) as Json;
        expect(wrong(typeof value === 'string' ? { told: value } : body)).toEqual([]);
      }
    }
  }
  expect(wrong(desk.fake.messages.map(({ activity }) => activity))).toEqual([]);
  await desk.close();
});
