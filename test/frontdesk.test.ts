/** What is answered to a command that is none, and the list of what can be asked. */
import { command } from '../src/language/command.js';
import { createFrontdesk } from '../src/frontdesk.js';
import { understand } from '../src/intake.js';
import { wording } from '../src/wording/index.js';
import type { Act } from '../src/act.js';
import type { Button, Lang } from '../src/card.js';
import { as, shown, textOf } from './tickets/room.js';

const { handlers } = createFrontdesk({ accounts: {} as never, mine: [] });
const inLanguage = (lang: Lang, act: Act): Act => ({ ...act, viewer: { ...act.viewer, lang }, say: wording[lang] });
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

  test.each(Object.keys(wording.en.work.verb))('near to %s has buttons that the desk understands', async (verb) => {
    const card = shown(handlers.help({ do: 'help', unknown: `${verb}x`, ticket: 'INC-7' }, as('agent')));
    for (const { does } of await buttonsOf(card)) expect(command.safeParse(does).success).toBe(true);
  });
});

test.each(['en', 'zh'] as const)('help in %s names every verb', async (lang) => {
  const text = textOf((await shown(handlers.help({ do: 'help' }, inLanguage(lang, as('agent'))))).parts);
  const { help: _, lang: __, ...verbs } = wording[lang].work.verb;
  for (const word of Object.values(verbs)) expect(text).toContain(word);
});

test('every suggested verb is understood in both languages', () => {
  for (const lang of ['en', 'zh'] as const)
    for (const word of Object.values(wording[lang].work.verb))
      expect(understand(`/it ${word}`, { bound: 'INC-7' })).not.toMatchObject({ do: 'words' });
});
