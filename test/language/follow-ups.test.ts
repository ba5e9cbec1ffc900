import { followUpIn } from '../../src/language/follow-ups.js';
import { loadKnowledge } from '../../knowledge/matcher/index.js';

describe('a short answer', () => {
  test.each(['yes', 'Yes please!', 'ok do it', 'yep, go ahead', '是的', '好的', '可以，就这样', '好，帮我办吧'])(
    'agrees: “%s”',
    (words) => expect(followUpIn(words)).toEqual({ kind: 'yes', words }),
  );

  test.each(['no', 'no thanks', 'nope, not now', '不用了', '算了', '先不'])('declines: “%s”', (words) =>
    expect(followUpIn(words)).toEqual({ kind: 'no' }),
  );

  test.each([
    'still broken',
    "no, that didn't help",
    "It doesn't work",
    'tried all that already, no change',
    'the article did not help me',
    '还是不行',
    '没用',
    '我都试过了，还是一样',
    '不管用',
    "restarted it twice, didn't help",
    'still slow :(',
    'still the same, any other idea?',
    '重启过了没用',
    '还有别的办法吗？',
  ])('says that it did not help: “%s”', (words) => expect(followUpIn(words)).toEqual({ kind: 'unhelped' }));

  test.each([
    ['the second one', 1],
    ['2', 1],
    ['I mean the first', 0],
    ['last one please', -1],
    ['第二个', 1],
    ['我选第三个吧', 2],
    ['最后一个', -1],
  ])('chooses: “%s”', (words, which) => expect(followUpIn(words)).toEqual({ kind: 'choice', which }));

  test.each([
    'please',
    'now',
    'it works',
    'thanks',
    'yes, my printer is broken too',
    'no sound in Teams',
    'two monitors',
    'one drive',
    '不能打印',
    '没有声音',
    '第二个屏幕不亮',
    '好慢',
    '你好呀',
    '你好啊',
    '您好',
    '大家好',
    '好的，我知道了',
    'restarted it twice',
  ])('is something else: “%s”', (words) => expect(followUpIn(words)).toBeUndefined());

  test('is no article’s title or phrasing', async () => {
    const { articles } = await loadKnowledge('knowledge');
    const asked = articles.flatMap(({ title, phrasings }) => [title, ...phrasings]);
    expect(asked.filter((words) => followUpIn(words))).toEqual([]);
  });
});
