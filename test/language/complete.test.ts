/** What a capability says of itself is whole: each lack is named with the capability that has it. */
import * as capabilities from '../../src/language/index.js';
import { command } from '../../src/language/command.js';
import type { Capability, Verb } from '../../src/language/spec.js';
import { specs } from '../../src/language/command.js';

const all = Object.entries(capabilities as Record<string, Capability>);
const langs = ['en', 'zh'] as const;
const verbsOf = ({ verbs = {} }: Capability): [string, Verb][] => Object.entries(verbs);

/** Every sentence of a language by its path, with the number of values it takes. */
const sentences = (said: object, path = ''): [string, string][] =>
  Object.entries(said).flatMap(([key, value]): [string, string][] => {
    if (typeof value === 'function') return [[`${path}${key}`, 'told']];
    const isGroup = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isGroup ? sentences(value as object, `${path}${key}.`) : [[`${path}${key}`, typeof value]];
  });

test.each(all)('%s is told in both languages, sentence by sentence', (_, { en, zh }) => {
  expect(Object.fromEntries(sentences(zh ?? {}))).toEqual(Object.fromEntries(sentences(en ?? {})));
});

test.each(all)('%s says of each verb how it is typed and what it does', (_, capability) => {
  for (const [name, verb] of verbsOf(capability)) {
    const lacks = langs.flatMap((lang) => [
      ...(verb.spelled[lang].some((word) => word !== word.toLowerCase().trim() || word === '')
        ? [`${lang} spelling`]
        : []),
      ...(verb.help[lang].length !== verb.help.en.length ? [`${lang} help`] : []),
      ...(verb.help[lang].some(([example, does]) => example === '' || does === '') ? [`${lang} help`] : []),
      ...(verb.help[lang].some(([example]) => !verb.spelled[lang].some((word) => example.includes(word)))
        ? [`an example in ${lang} that uses it`]
        : []),
    ]);
    expect([name, lacks]).toEqual([name, []]);
    expect([name, Boolean(verb.about ?? verb.alone)]).toEqual([name, true]);
  }
});

test('no word means two things, and no command or verb is told twice', () => {
  const words = all.flatMap(([, each]) =>
    verbsOf(each).flatMap(([, { spelled }]) => langs.flatMap((lang) => spelled[lang])),
  );
  expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  const names = all.flatMap(([, { commands = {} }]) => Object.keys(commands));
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test.each(all)('%s: what its verbs make can be done by those to whom they are shown', (_, capability) => {
  for (const [name, verb] of verbsOf(capability)) {
    const made = [
      verb.alone?.('', { commanded: true }),
      verb.about?.('INC-1', '', { do: 'show-ticket', ticket: 'INC-1' }),
    ];
    for (const said of made) {
      if (!said) continue;
      expect([name, command.safeParse(said).success]).toEqual([name, true]);
      const spec = specs.get(said.do === 'show-form' ? said.draft.do : said.do)!;
      if (verb.to === 'anyone') expect([name, spec.may]).toEqual([name, 'anyone']);
    }
  }
});
