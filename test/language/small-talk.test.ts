import { isThanks, meantBy, numberedIn } from '../../src/language/small-talk.js';
import { isNoise } from '../../src/noise.js';
import { loadKnowledge } from '../../knowledge/matcher/index.js';

describe('what is said besides questions', () => {
  test.each(['你好', '你好呀', '您好', '大家好'])('%s greets, and thanks for nothing', (words) =>
    expect(isThanks(words)).toBe(false),
  );

  test.each([
    'thanks',
    'Thank you so much!',
    'great, works now',
    '谢谢',
    '你好，谢谢',
    '好的,搞定了',
    '好的，我知道了',
  ])('%s thanks', (words) => {
    expect(isThanks(words)).toBe(true);
  });

  test.each([
    'status of my ticket',
    'What is the status of my tickets?',
    'any update on my request?',
    'where is my ticket',
    'show me my open tickets please',
    '我的工单',
    '查一下我的申请',
    '我提的工单怎么样了?',
    '工单进度',
  ])('%s: one’s own things', (words) => {
    expect(meantBy(words)).toEqual({ do: 'list-mine' });
  });

  test.each([
    'any update on INC-12?',
    'what is the status of inc-012',
    'where is INC-12',
    'INC-12 进度',
    'INC-12 怎么样了?',
  ])('%s: that ticket', (words) => {
    expect(meantBy(words)).toEqual({ do: 'show-ticket', ticket: 'INC-12' });
  });

  test.each([
    ['INC-12 is still broken', 'is still broken'],
    ['INC-12: the fan is loud again', 'the fan is loud again'],
    ['INC-12 还是不行', '还是不行'],
  ])('%s: added to that ticket', (words, added) => {
    expect(numberedIn(words)).toEqual({ do: 'comment', ticket: 'INC-12', words: added });
    expect(meantBy(words)).toBeUndefined();
  });

  test.each([
    'can I talk to a human?',
    'I want to speak to an agent please',
    'connect me with a real person',
    'human please',
    '转人工',
    '我要找人工客服',
    '人工服务',
  ])('%s: a ticket, which people read', (words) => {
    expect(meantBy(words)).toEqual({ do: 'show-form', draft: { do: 'open-ticket' } });
  });

  test.each(['who are you?', 'what can you do', 'help me', '你是谁', '你能做什么?'])('%s: help', (words) => {
    expect(meantBy(words)).toEqual({ do: 'help' });
  });

  test.each([
    'hi, my vpn keeps dropping',
    'my laptop request was approved, when does it arrive',
    'the agent on my server does not start',
    'is there a human resources portal',
    'thanks to the update my wifi is gone',
    '你好,邮箱满了怎么办?',
    '申请 VPN',
    '我的工单系统打不开',
    'is this the same as INC-12 from last week',
  ])('%s: a question', (words) => {
    expect([meantBy(words), isThanks(words), isNoise(words)]).toEqual([undefined, false, false]);
  });

  test('no article’s title or phrasing is taken for such words', async () => {
    const { articles } = await loadKnowledge('knowledge');
    const asked = articles.flatMap(({ title, phrasings }) => [title, ...phrasings]);
    expect(asked.filter((words) => meantBy(words) ?? (isThanks(words) || isNoise(words)))).toEqual([]);
  });
});
