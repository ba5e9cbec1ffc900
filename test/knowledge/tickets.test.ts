import {
  createTicketClassifier,
  trainTickets,
  type TicketModel,
  type TicketSample,
} from '../../knowledge/matcher/index.js';

const words: Record<string, string[]> = {
  network: [
    'vpn drops every hour',
    'wifi is slow on floor two',
    'no internet at my desk',
    '无线网络连不上',
    'vpn 断线',
  ],
  hardware: ['laptop screen is broken', 'keyboard keys are stuck', 'battery does not charge', '键盘坏了', '屏幕黑屏'],
  access: [
    'need access to the finance folder',
    'account is locked',
    'permission denied on share',
    '账号被锁',
    '申请权限',
  ],
};
/** Closed tickets, each wording used a few times in slightly other words. */
const closed: TicketSample[] = Object.entries(words).flatMap(([category, texts]) =>
  texts.flatMap((text) =>
    ['', 'hello, ', 'urgent: ', '麻烦看一下 '].map((start) => ({ text: start + text, category })),
  ),
);

describe('the desk suggests the category of a ticket from those closed before', () => {
  const classify = createTicketClassifier(trainTickets(closed));

  test.each([
    ['my vpn drops again since this morning', 'network'],
    ['the laptop screen broke', 'hardware'],
    ['please give me access to the marketing folder', 'access'],
    ['无线网络很慢', 'network'],
    ['我的账号被锁了', 'access'],
  ])('%s → %s', (text, category) => {
    const [said] = classify(text);
    expect(said!.category).toBe(category);
    expect(said!.confidence).toBeGreaterThan(0.5);
  });

  test('and is unsure about words it has never seen', () => {
    expect(classify('xyzzy plugh')[0]!.confidence).toBeLessThan(0.5);
    expect(classify('')[0]!.confidence).toBeLessThan(0.5);
  });

  test('and tells the chance of every category, the likely ones first', () => {
    const said = classify('wifi is slow');
    expect(said.map(({ category }) => category).toSorted()).toEqual(['access', 'hardware', 'network']);
    expect(said.reduce((sum, { confidence }) => sum + confidence, 0)).toBeCloseTo(1);
    expect(said.map(({ confidence }) => confidence)).toEqual(
      said.map(({ confidence }) => confidence).toSorted((x, y) => y - x),
    );
  });

  test('a model that was kept as JSON says the same', () => {
    const model = trainTickets(closed);
    const copy = createTicketClassifier(JSON.parse(JSON.stringify(model)) as TicketModel);
    expect(copy('vpn drops')).toEqual(createTicketClassifier(model)('vpn drops'));
  });

  test('one category is nothing to learn from', () => {
    expect(() => trainTickets([{ text: 'a', category: 'b' }])).toThrow(/two categories/);
  });
});
