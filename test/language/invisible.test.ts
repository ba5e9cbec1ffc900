import * as fc from 'fast-check';
import { isCommand, understand } from '../../src/language/understand.js';
import { visible } from '../../src/language/invisible.js';

/** Those that keyboards, phones and clients are known to put around words. */
const signs = [
  '\u00ad',
  '\u200b',
  '\u200c',
  '\u200d',
  '\u200e',
  '\u200f',
  '\u2060',
  '\u2066',
  '\u2068',
  '\u2069',
  '\ufeff',
];
const some = fc.array(fc.constantFrom(...signs), { maxLength: 3 }).map((each) => each.join(''));

const commands = [
  'mine',
  'claim INC-1',
  'INC-1 assign @Bao Li',
  '!mine',
  '！ 我的',
  '/it find state:open printer',
  'leave @Alex Weber 2026-12-01..2026-12-05',
  '!新建 打印机卡纸',
];

test('signs that nobody sees, before, after and between the words of a command, change nothing of it', () => {
  const command = fc.constantFrom(...commands);
  fc.assert(
    fc.property(command, fc.array(some, { minLength: 12, maxLength: 12 }), (words, between) => {
      const dressed = words.split(/(?<=[\s!！])|(?=[\s])/).map((word, index) => word + between[index % 12]);
      const said = between[11] + dressed.join('');
      expect(understand(said, { bound: 'INC-7' })).toEqual(understand(words, { bound: 'INC-7' }));
      expect(isCommand(said)).toBe(isCommand(words));
    }),
  );
});

test('what joins letters or emoji is a part of them', () => {
  for (const words of ['می‌خواهم', '👩‍💻 cannot log in', 'क्‍ष']) expect(visible(words)).toBe(words);
});

test('words that are no command are kept as they were said', () => {
  const words = 'the \u2068طابعة\u2069 on floor 2 is\u00a0dead';
  expect(understand(words, {})).toEqual({ do: 'words', words });
});
