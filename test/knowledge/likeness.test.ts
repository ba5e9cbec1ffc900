import { DUPLICATE_LIKENESS, createLikeness, loadGlossary, type Likeness } from '../../knowledge/matcher/index.js';

let likeness: Likeness;
beforeAll(async () => {
  likeness = createLikeness(await loadGlossary('knowledge/glossary.yaml'));
});

const reports = [
  'the wifi on floor two is very slow',
  'how do I export my timesheet',
  'wireless is slow today, floor two',
  '二楼无线网很慢',
  'where do I export timesheets?',
  'a plant in the lobby is dying',
];

describe('what people write about one thing is alike', () => {
  test('in other words and in the other language', () => {
    const [wifi, timesheet, wireless, chinese] = reports as [string, string, string, string];
    expect(likeness.between(wifi, wireless)).toBeGreaterThan(0.45);
    expect(likeness.between(wifi, chinese)).toBeGreaterThan(likeness.between(wifi, timesheet) + 0.2);
    expect(likeness.between(wifi, timesheet)).toBeLessThan(0.2);
  });

  test('the same to the other side, 1 to itself, and nothing without words', () => {
    for (const one of reports) {
      expect(likeness.between(one, one)).toBeCloseTo(1);
      for (const other of reports) expect(likeness.between(one, other)).toBeCloseTo(likeness.between(other, one));
    }
    expect(likeness.between('', '')).toBe(0);
    expect(likeness.between('😀', reports[0]!)).toBe(0);
  });
});

describe('what people may be told that others report too', () => {
  test.each([
    ['Outlook will not open', 'Outlook 打不开'],
    ['outlook is down', 'outlook does not open'],
    ['VPN keeps dropping', 'VPN 老是断开'],
    ['vpn is down', 'cannot connect to vpn'],
    ['printer jam on 3rd floor', '三楼打印机卡纸'],
    ['打印机坏了', 'the printer is broken'],
    ['电脑很慢', 'my laptop is slow'],
    ['my computer is slow', 'laptop is very slow today'],
    ['cannot log in to SAP', 'SAP 登录不了'],
    ['会议室投影没信号', 'projector in the meeting room shows nothing'],
    ['teams is down', 'Teams 用不了'],
  ])('"%s" is "%s"', (one, other) => expect(likeness.between(one, other)).toBeGreaterThanOrEqual(DUPLICATE_LIKENESS));
});

describe('what has only its complaint in common', () => {
  test.each([
    ['laptop is slow', 'vpn is slow'],
    ['vpn is slow', 'wifi is slow'],
    ['电脑很慢', '网络很慢'],
    ['Outlook 打不开', 'Excel 打不开'],
    ['打印机坏了', '键盘坏了'],
    ['printer does not work', 'wifi does not work'],
    ['cannot log in to SAP', 'cannot log in to VPN'],
    ['access to jira', 'access to gitlab'],
    ['order a new monitor', 'order a new keyboard'],
    ['reset my password', 'reset my phone'],
    ['laptop is slow', '网络很慢'],
  ])('"%s" is not "%s"', (one, other) => expect(likeness.between(one, other)).toBeLessThan(DUPLICATE_LIKENESS));
});

describe('a week of questions', () => {
  test('falls into groups, the largest first', () => {
    expect(likeness.group(reports)).toEqual([expect.arrayContaining([0, 2, 3]), expect.arrayContaining([1, 4]), [5]]);
  });

  test('keeps every question once, and nothing of nothing', () => {
    expect(likeness.group(['', '😀', ''])).toEqual([[0], [1], [2]]);
    expect(likeness.group([])).toEqual([]);
  });
});
