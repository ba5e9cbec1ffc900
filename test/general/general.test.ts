/** What is answered to a command that is none, and the list of what can be asked. */
import { command } from '../../src/language/command.js';
import { createGeneral } from '../../src/general/general.handlers.js';
import { understand } from '../../src/language/understand.js';
import { verbs, wordOf } from '../../src/language/vocabulary.js';
import { wording } from '../../src/language/wording.js';
import type { Role } from '../../src/language/spec.js';
import type { Context } from '../../src/context.js';
import type { Button, Lang } from '../../src/card.js';
import { as, shown, textOf } from '../tickets/room.js';

const { handlers } = createGeneral({ accounts: {} as never, mine: async () => [] });
const inLanguage = (lang: Lang, act: Context): Context => ({
  ...act,
  viewer: { ...act.viewer, lang },
  say: wording[lang],
});
const answered = (words: string, lang: Lang = 'en') => {
  const meant = understand(`/it ${words}`, { bound: 'INC-7' });
  if (meant.do !== 'help') throw new Error(`understood as ${meant.do}`);
  return shown(handlers.help(meant, inLanguage(lang, as('agent'))));
};
const buttonsOf = async (card: ReturnType<typeof answered>): Promise<Button[]> =>
  (await card).parts.flatMap((part) => (part.kind === 'buttons' ? part.buttons : []));

describe('an unknown word', () => {
  test.each([
    ['calim', 'claim', { do: 'claim', ticket: 'INC-7' }],
    ['snoze', 'snooze', { do: 'show-form', draft: { do: 'snooze', ticket: 'INC-7' } }],
    ['forcast', 'forecast', { do: 'forecast' }],
    ['oncal', 'oncall', { do: 'oncall' }],
    ['taskk', 'task', { do: 'show-form', draft: { do: 'add-task', ticket: 'INC-7' } }],
    ['learm', 'learn', { do: 'learn' }],
    ['polcy', 'policy', { do: 'policy' }],
    ['aprovals', 'approvals', { do: 'list-approvals' }],
    ['assit', 'assist', { do: 'show-form', draft: { do: 'need-help', ticket: 'INC-7' } }],
    ['认邻', 'claim', { do: 'claim', ticket: 'INC-7' }],
  ])('%s is answered first with the button %s', async (said, label, does) =>
    expect((await buttonsOf(answered(said)))[0]).toEqual({ label, does }),
  );

  test.each([
    ['认邻', '认领'],
    ['claem', '认领'],
    ['预侧', '预测'],
    ['修假', '休假'],
  ])('%s is answered in Chinese with %s', async (said, label) => {
    const card = await answered(said, 'zh');
    expect(card.title).toBe(`没有命令“${said}”`);
    expect((await buttonsOf(Promise.resolve(card)))[0]?.label).toBe(label);
  });

  test.each([...verbs.keys()])('near to %s has buttons that the desk understands', async (verb) => {
    const card = shown(handlers.help({ do: 'help', unknown: `${verb}x`, ticket: 'INC-7' }, as('agent')));
    for (const { does } of await buttonsOf(card)) expect(command.safeParse(does).success).toBe(true);
  });
});

const helpFor = async (roles: Role[], lang: Lang) => {
  const act = inLanguage(lang, as('agent'));
  return textOf(
    (await shown(handlers.help({ do: 'help', all: 'yes' }, { ...act, actor: { ...act.actor, roles } }))).parts,
  );
};

test.each(['en', 'zh'] as const)('help in %s names every verb to those who may use it', async (lang) => {
  const [everybody, everything] = [
    await helpFor([], lang),
    await helpFor(['agent', 'lead', 'security', 'admin'], lang),
  ];
  // To change the language, one writes in the other one.
  for (const [name, verb] of verbs) {
    if (name === 'lang') continue;
    expect(everything).toContain(wordOf(verb, lang));
    for (const [example, does, to = verb.to] of verb.help[lang]) {
      expect(everything).toContain(`${example} ${does}`);
      if (to !== 'anyone') expect(everybody).not.toContain(`${example} ${does}`);
    }
  }
});

test.each([
  ['employee', ['New ticket', 'My tickets', 'Request access', 'All commands']],
  ['agent', ['New ticket', 'My tickets', 'Request access', 'Queue', 'All commands']],
])('help is short for the %s, and leads to one’s own tickets', async (person, labels) => {
  const { parts } = await shown(handlers.help({ do: 'help' }, as(person)));
  expect(parts.filter(({ kind }) => kind !== 'buttons')).toHaveLength(1);
  expect(parts.flatMap((part) => (part.kind === 'buttons' ? part.buttons : [])).map(({ label }) => label)).toEqual(
    labels,
  );
  expect(understand('help all', {})).toEqual({ do: 'help', all: 'yes' });
  expect(understand('帮助 全部', {})).toEqual({ do: 'help', all: 'yes' });
});

test('an agent is not told of what leads, security officers and administrators do', async () => {
  const text = await helpFor(['agent'], 'en');
  expect(text).toContain('queue');
  for (const word of ['forecast', 'audit', 'policy', 'sop status', 'oncall network']) expect(text).not.toContain(word);
});

test('every verb is understood in both languages', () => {
  for (const [, verb] of verbs)
    for (const word of Object.values(verb.spelled).flat())
      expect(understand(`/it ${word}`, { bound: 'INC-7' })).not.toMatchObject({ do: 'words' });
});
