/** Every example of the help and of docs/commands.md works as it is printed, in both languages. */
import { readFileSync } from 'node:fs';
import { command } from '../../src/language/command.js';
import { understand } from '../../src/language/understand.js';
import { verbs } from '../../src/language/vocabulary.js';

/** An ellipsis stands for the reader's own words. */
const typed = (example: string, own: string) => example.replace('…', own);
const own = { en: 'the fan is loud', zh: '风扇很响' } as const;
const langs = ['en', 'zh'] as const;

const examples = [...verbs.values()].flatMap((verb) =>
  verb.help.en.map(([english], line) => ({ en: english, zh: verb.help.zh[line]![0] })),
);

test.each(examples)('$en = $zh', (example) => {
  const [english, chinese] = langs.map((lang) => understand(typed(example[lang], own[lang]), {}));
  for (const understood of [english!, chinese!]) {
    expect(understood.do).not.toBe('words');
    expect(command.safeParse(understood).success).toBe(true);
  }
  if (english!.do !== 'set-language') expect(chinese!.do).toBe(english!.do);
});

test.each(examples)('given as a command: $en = $zh', (example) => {
  const meant = langs.map((lang) => understand(`/it ${typed(example[lang], own[lang])}`, {}).do);
  expect(meant).not.toContain('words');
});

test('docs/commands.md prints these examples and no others', () => {
  const rows = readFileSync('docs/commands.md', 'utf8').matchAll(/^\| `(.+?)` \| `(.+?)` \|/gm);
  const printed = [...rows].map(([, english, chinese]) => `${english} = ${chinese}`);
  expect(printed.toSorted()).toEqual(examples.map(({ en, zh }) => `${en} = ${zh}`).toSorted());
});
