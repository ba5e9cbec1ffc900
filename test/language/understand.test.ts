import * as fc from 'fast-check';
import { command } from '../../src/language/command.js';
import { hoursOf } from '../../src/language/duration.js';
import { understand } from '../../src/language/understand.js';

const inPassing = (words: string) => understand(words, {});
const commanded = (words: string) => understand(`/it ${words}`, {});
const inThreadOf = (bound: string, words: string) => understand(words, { bound });
const form = (draft: object) => ({ do: 'show-form', draft });

describe('a verb means the same in English and in Chinese, typed in plain chat', () => {
  test.each([
    ['new', '新建', form({ do: 'open-ticket' })],
    ['mine', '我的', { do: 'list-mine' }],
    ['policy', '策略', { do: 'policy' }],
    ['forecast', '预测', { do: 'forecast' }],
    ['my tickets', '我的', { do: 'list-mine' }],
    ['show INC-1', '查看 INC-1', { do: 'show-ticket', ticket: 'INC-1' }],
    ['show REQ-1', '查看 REQ-1', { do: 'show-request', request: 'REQ-1' }],
    ['show CHG-1', '查看 CHG-1', { do: 'show-change', change: 'CHG-1' }],
    ['INC-1 claim', 'INC-1 认领', { do: 'claim', ticket: 'INC-1' }],
    ['claim INC-1', '认领 INC-1', { do: 'claim', ticket: 'INC-1' }],
    ['INC-1 note fan is loud', 'INC-1 备注 fan is loud', { do: 'note', ticket: 'INC-1', text: 'fan is loud' }],
    ['INC-1 note', 'INC-1 备注', form({ do: 'note', ticket: 'INC-1' })],
    ['INC-1 reply try again', 'INC-1 回复 try again', { do: 'reply', ticket: 'INC-1', text: 'try again' }],
    ['INC-1 reply', 'INC-1 回复', form({ do: 'reply', ticket: 'INC-1' })],
    ['INC-1 resolve new fan', 'INC-1 解决 new fan', { do: 'resolve', ticket: 'INC-1', summary: 'new fan' }],
    ['INC-1 resolve', 'INC-1 解决', form({ do: 'resolve', ticket: 'INC-1' })],
    ['INC-1 reopen', 'INC-1 重开', { do: 'reopen', ticket: 'INC-1' }],
    ['INC-1 reopen still loud', 'INC-1 重开 still loud', { do: 'reopen', ticket: 'INC-1', reason: 'still loud' }],
    ['INC-1 why', 'INC-1 为什么', { do: 'why', ticket: 'INC-1' }],
    ['INC-1 working', 'INC-1 处理中', { do: 'working', ticket: 'INC-1' }],
    ['INC-1 escalate all down', 'INC-1 升级 all down', { do: 'escalate', ticket: 'INC-1', reason: 'all down' }],
    ['INC-1 escalate', 'INC-1 升级', form({ do: 'escalate', ticket: 'INC-1' })],
    ['close INC-1', '关闭 INC-1', { do: 'close', ticket: 'INC-1' }],
    ['resume INC-1', '继续 INC-1', { do: 'resume', ticket: 'INC-1' }],
    ['wait INC-1', '等待 INC-1', form({ do: 'wait', ticket: 'INC-1' })],
    [
      'wait INC-1 supplier new fan',
      '等待 INC-1 供应商 new fan',
      { do: 'wait', ticket: 'INC-1', cause: 'supplier', reason: 'new fan' },
    ],
    ['wait INC-1 new fan', '等待 INC-1 new fan', form({ do: 'wait', ticket: 'INC-1', reason: 'new fan' })],
    ['prio INC-1 p1', '优先级 INC-1 p1', { do: 'edit', ticket: 'INC-1', priority: 'P1' }],
    ['prio INC-1', '优先级 INC-1', form({ do: 'edit', ticket: 'INC-1' })],
    ['assign INC-1 @me', '分派 INC-1 @me', { do: 'assign', ticket: 'INC-1', to: '@me' }],
    ['assign INC-1 to Bao Li', '分派 INC-1 给 Bao Li', { do: 'assign', ticket: 'INC-1', to: 'Bao Li' }],
    [
      'move INC-1 to network the switch',
      '转组 INC-1 到 network the switch',
      { do: 'move', ticket: 'INC-1', group: 'network', note: 'the switch' },
    ],
    ['move INC-1 network', '转组 INC-1 network', form({ do: 'move', ticket: 'INC-1', group: 'network' })],
    [
      'task INC-1 order the part',
      'INC-1 任务 order the part',
      { do: 'add-task', ticket: 'INC-1', title: 'order the part' },
    ],
    ['merge INC-1 into INC-2', '合并 INC-1 到 INC-2', { do: 'merge', ticket: 'INC-1', into: 'INC-2' }],
    ['link INC-1 INC-2', '关联 INC-1 INC-2', { do: 'link', ticket: 'INC-1', to: 'INC-2', kind: 'related' }],
    [
      'link INC-1 with INC-2 duplicate',
      '关联 INC-1 与 INC-2 重复',
      { do: 'link', ticket: 'INC-1', to: 'INC-2', kind: 'duplicate' },
    ],
    ['oncall', '值班', { do: 'oncall' }],
    ['oncall network', '值班 network', { do: 'oncall', group: 'network' }],
    [
      'oncall network @bao 2026-12-01..2026-12-03',
      '值班 network @bao 2026-12-01 至 2026-12-03',
      { do: 'order-duty', group: 'network', person: '@bao', from: '2026-12-01', to: '2026-12-03' },
    ],
    ['swap', '换班', form({ do: 'offer-shift' })],
    ['leave', '休假', { do: 'list-leave' }],
    ['leave 2026-12-01', '请假 2026-12-01', { do: 'leave', from: '2026-12-01', to: '2026-12-01' }],
    [
      'leave @me 2026-12-01..2026-12-05',
      '休假 @me 2026-12-01到2026-12-05',
      { do: 'leave', person: '@me', from: '2026-12-01', to: '2026-12-05' },
    ],
    [
      'leave for Bao Li 2026-12-01 - 2026-12-05',
      '休假 给 Bao Li 2026-12-01～2026-12-05',
      { do: 'leave', person: 'Bao Li', from: '2026-12-01', to: '2026-12-05' },
    ],
    ['watch INC-1', '关注 INC-1', { do: 'watch', ticket: 'INC-1' }],
    ['unwatch INC-1', '取消关注 INC-1', { do: 'watch', ticket: 'INC-1', stop: 'yes' }],
    ['queue', '队列', { do: 'queue' }],
    ['queue mine overdue', '队列 我的 逾期', { do: 'queue', only: 'mine overdue' }],
    ['queue P1, unclaimed', '队列 P1、未认领', { do: 'queue', only: 'P1 unclaimed' }],
    ['queue waiting older than 3 days', '队列 等待 超过3天', { do: 'queue', only: 'waiting older 72h' }],
    ['find vpn state:open', '查找 vpn state:open', { do: 'find', words: 'vpn state:open' }],
    ['request', '申请', form({ do: 'request-access' })],
    ['approvals', '待审批', { do: 'list-approvals' }],
    ['change', '变更', form({ do: 'open-change' })],
    ['change new', '变更 新建', form({ do: 'open-change' })],
    ['help', '帮助', { do: 'help' }],
    ['?', '？', { do: 'help' }],
    ['lang en', '语言 英文', { do: 'set-language', lang: 'en' }],
    ['lang zh', '语言 中文', { do: 'set-language', lang: 'zh' }],
    ['sop', '规程', { do: 'find-sop' }],
    ['sop find stolen laptop', '规程 查找 stolen laptop', { do: 'find-sop', words: 'stolen laptop' }],
    ['sop show laptop-loss', '规程 查看 laptop-loss', { do: 'show-sop', sop: 'laptop-loss' }],
    ['sop status laptop-loss', '规程 状态 laptop-loss', { do: 'sop-status', sop: 'laptop-loss' }],
    ['audit REQ-1', '审计 REQ-1', { do: 'audit', record: 'REQ-1' }],
    ['audit duty-1', '审计 DUTY-1', { do: 'audit', record: 'DUTY-1' }],
    ['audit LEAVE-12', '审计 leave-12', { do: 'audit', record: 'LEAVE-12' }],
    ['INC-1 audit', 'INC-1 审计', { do: 'audit', record: 'INC-1' }],
  ])('%s = %s', (english, chinese, meant) => {
    expect(inPassing(english)).toEqual(meant);
    expect(inPassing(chinese)).toEqual(meant);
    expect(commanded(english)).toEqual(meant);
    expect(inPassing(english.toUpperCase())).toMatchObject({ do: meant.do });
  });
});

describe('what is only said in passing is a question, not a command', () => {
  test.each([
    'new laptop please',
    '新建账号怎么弄',
    'show me how to print',
    'help me with the vpn',
    '帮助我连接打印机',
    'why is the wifi slow',
    '为什么网络这么慢',
    'note to self: buy milk',
    'resolve the conflict in my calendar',
    '解决不了',
    'working from home, vpn is down',
    'request a new laptop in 2 days',
    'request for a second monitor',
    '申请电脑 3天',
    'change my password',
    '变更密码',
    'mine is broken',
    '我的电脑坏了',
    'lang klingon',
    'language settings are wrong',
    'sop status meeting tomorrow at noon',
    'soprano voice in the meeting room',
    '规程怎么改',
    'audit is next week, what do I prepare',
    '审计需要什么材料',
    'INC-1 is still broken',
    'INC-X claim',
    'newer laptops',
    'find me somebody who can help with the printer',
    'find out why the printer jams',
    'wait a minute',
    'queue at the printer is stuck',
    'close to the window the wifi is bad',
    'link in the mail does not open',
    'leave me alone',
    'leave balance is wrong since 2026-11-01',
    '休假怎么申请',
    'swap my laptop',
    'oncall phone does not ring',
    '值班电话是多少',
    'items',
    'it is broken',
  ])('%s', (words) => {
    expect(inPassing(words)).toEqual({ do: 'words', words });
  });
});

describe('said as a command, a verb takes whatever follows', () => {
  test.each([
    ['new laptop please', form({ do: 'open-ticket', title: 'laptop please' })],
    ['新建打印机坏了', form({ do: 'open-ticket', title: '打印机坏了' })],
    [
      'new printer broken\nit smokes',
      form({ do: 'open-ticket', title: 'printer broken', details: 'printer broken\nit smokes' }),
    ],
    ['request crm-read', form({ do: 'request-access', entitlement: 'crm-read' })],
    ['sop stolen laptop', { do: 'find-sop', words: 'stolen laptop' }],
    ['leave Bao Li', { do: 'list-leave', person: 'Bao Li' }],
    ['值班 网络组', { do: 'oncall', group: '网络组' }],
    ['规程 电脑丢了', { do: 'find-sop', words: '电脑丢了' }],
    ['', { do: 'help' }],
  ])('/it %s', (words, meant) => {
    expect(commanded(words)).toEqual(meant);
    expect(understand(`!${words}`, {})).toEqual(meant);
    expect(understand(`！${words}`, {})).toEqual(meant);
    expect(understand(words, { commanded: true })).toEqual(meant);
  });

  test('words that are no command are asked, without the sign', () => {
    expect(commanded('vpn keeps dropping')).toEqual({ do: 'words', words: 'vpn keeps dropping' });
  });

  test('nothing of a long description is lost', () => {
    const words = `${'the printer smokes and '.repeat(20)}stops`;
    expect(commanded(`new ${words}`)).toEqual(form({ do: 'open-ticket', title: words.slice(0, 150), details: words }));
  });
});

describe('in the thread of a record its number may be left out', () => {
  test.each([
    ['claim', { do: 'claim', ticket: 'INC-7' }],
    ['认领', { do: 'claim', ticket: 'INC-7' }],
    ['show', { do: 'show-ticket', ticket: 'INC-7' }],
    ['why', { do: 'why', ticket: 'INC-7' }],
    ['resolve', form({ do: 'resolve', ticket: 'INC-7' })],
    ['!resolve new fan', { do: 'resolve', ticket: 'INC-7', summary: 'new fan' }],
    ['！解决 换了风扇', { do: 'resolve', ticket: 'INC-7', summary: '换了风扇' }],
    ['!note fan is loud', { do: 'note', ticket: 'INC-7', text: 'fan is loud' }],
    ['!audit', { do: 'audit', record: 'INC-7' }],
    ['help', { do: 'help' }],
    ['!merge INC-9', { do: 'merge', ticket: 'INC-7', into: 'INC-9' }],
    ['!link INC-9', { do: 'link', ticket: 'INC-7', to: 'INC-9', kind: 'related' }],
    ['!assign me', { do: 'assign', ticket: 'INC-7', to: 'me' }],
    ['INC-8 claim', { do: 'claim', ticket: 'INC-8' }],
  ])('%s', (words, meant) => expect(inThreadOf('INC-7', words)).toEqual(meant));

  test.each([
    'resolve it when you can',
    'note that it also happens at home',
    'it works now',
    '解决不了',
    '升级后就坏了',
  ])('but words in passing stay words: %s', (words) =>
    expect(inThreadOf('INC-7', words)).toEqual({ do: 'words', words }),
  );

  test.each([
    ['REQ-3', 'show', { do: 'show-request', request: 'REQ-3' }],
    ['CHG-3', '查看', { do: 'show-change', change: 'CHG-3' }],
    ['REQ-3', 'audit', { do: 'audit', record: 'REQ-3' }],
    ['REQ-3', 'claim', { do: 'words', words: 'claim' }],
  ])('in the thread of %s, %s', (bound, words, meant) => expect(inThreadOf(bound, words)).toEqual(meant));
});

describe('a command that is none offers the nearest', () => {
  test.each([
    ['/it calim INC-3', undefined, { do: 'help', unknown: 'calim INC-3', ticket: 'INC-3' }],
    ['/it queeu', undefined, { do: 'help', unknown: 'queeu' }],
    ['/it snoze INC-3', undefined, { do: 'help', unknown: 'snoze INC-3', ticket: 'INC-3' }],
    ['/it 认邻 INC-3', undefined, { do: 'help', unknown: '认邻 INC-3', ticket: 'INC-3' }],
    ['/it 认邻INC-3', undefined, { do: 'help', unknown: '认邻INC-3', ticket: 'INC-3' }],
    ['/it 打印机坏了', undefined, { do: 'words', words: '打印机坏了' }],
    ['认邻', 'INC-7', { do: 'words', words: '认邻' }],
    ['!frobnicate', 'INC-7', { do: 'help', unknown: 'frobnicate', ticket: 'INC-7' }],
    ['/it vpn keeps dropping', undefined, { do: 'words', words: 'vpn keeps dropping' }],
    ['queeu', undefined, { do: 'words', words: 'queeu' }],
    ['calim', 'INC-7', { do: 'words', words: 'calim' }],
  ])('%s', (said, bound, meant) => expect(understand(said, { bound })).toEqual(meant));
});

describe('a number alone shows its record, however it is written', () => {
  test.each([
    ['INC-1', { do: 'show-ticket', ticket: 'INC-1' }],
    ['inc-007', { do: 'show-ticket', ticket: 'INC-7' }],
    ['  REQ-12  ', { do: 'show-request', request: 'REQ-12' }],
    ['CHG-3:', { do: 'show-change', change: 'CHG-3' }],
    ['查看INC-1', { do: 'show-ticket', ticket: 'INC-1' }],
    ['认领：INC-1', { do: 'claim', ticket: 'INC-1' }],
    ['INC-1认领', { do: 'claim', ticket: 'INC-1' }],
    ['INC-1：备注：风扇很响', { do: 'note', ticket: 'INC-1', text: '风扇很响' }],
    ['note INC-1: fan is loud', { do: 'note', ticket: 'INC-1', text: 'fan is loud' }],
  ])('%s', (words, meant) => expect(inPassing(words)).toEqual(meant));

  test('more digits than any record has are words', () => {
    expect(inPassing('INC-12345678901')).toEqual({ do: 'words', words: 'INC-12345678901' });
  });
});

describe('a sentence that asks for access', () => {
  test.each([
    ['request crm-read for 8h because the quarter ends', 'crm-read', 8, 'the quarter ends'],
    ['request crm-read 30 min because audit', 'crm-read', 0.5, 'audit'],
    ['request crm-read for 2 days, quarter end', 'crm-read', 48, 'quarter end'],
    ['request crm-read, 1h 30m, because of the audit', 'crm-read', 1.5, 'of the audit'],
    ['申请 crm-read 8小时 因为季度结算', 'crm-read', 8, '季度结算'],
    ['申请 crm-read，8个小时，因为季度结算', 'crm-read', 8, '季度结算'],
    ['申请crm-read 两天 因为 季度结算', 'crm-read', 48, '季度结算'],
  ])('%s', (words, entitlement, hours, reason) => {
    expect(inPassing(words)).toEqual({ do: 'request-access', entitlement, hours, reason });
  });

  test.each([
    ['request crm-read for 8h', { entitlement: 'crm-read', hours: 8 }],
    ['request crm-read because the quarter ends', { entitlement: 'crm-read', reason: 'the quarter ends' }],
    ['request crm-read for 2 weeks', { entitlement: 'crm-read', hours: 336 }],
    ['申请 crm-read 因为季度结算', { entitlement: 'crm-read', reason: '季度结算' }],
    ['!request crm-read for 3 months because of a project', { entitlement: 'crm-read', reason: 'of a project' }],
    ['!request crm-read for 2 years because of a project', { entitlement: 'crm-read', reason: 'of a project' }],
    ['!request crm-read for 99999h because of a project', { entitlement: 'crm-read', reason: 'of a project' }],
    ['!request crm-read for 0h because of a project', { entitlement: 'crm-read', reason: 'of a project' }],
    ['!request <b>crm</b> for 8h because of a project', { hours: 8, reason: 'of a project' }],
  ])('is asked by the form for what is missing or not understood: %s', (words, known) => {
    expect(inPassing(words)).toEqual(form({ do: 'request-access', ...known }));
  });
});

describe('a duration', () => {
  test.each([
    ['8h', 8],
    ['8 hours', 8],
    ['1.5 hrs', 1.5],
    ['30m', 0.5],
    ['45 minutes', 0.75],
    ['2 days', 48],
    ['1w', 168],
    ['1 day 4 hours', 28],
    ['8小时', 8],
    ['8 个小时', 8],
    ['90分钟', 1.5],
    ['三天', 72],
    ['半天', 12],
    ['两周', 336],
    ['1个星期', 168],
  ])('%s is %d hours', (words, hours) => expect(hoursOf(words)).toBeCloseTo(hours, 10));

  test.each(['', 'soon', '8', '2 months', '3 men', '5 mb', '-8h', '十二小时', '两天半', '一个半小时'])(
    '"%s" is not one',
    (words) => expect(hoursOf(words)).toBeUndefined(),
  );
});

describe('odd input', () => {
  test.each([
    '',
    ' ',
    '\n\t',
    '😀',
    '!'.repeat(10_000),
    'a'.repeat(10_000),
    'INC-',
    '__proto__',
    'constructor',
    '\u0000',
  ])('is answered: %j', (words) => expect(understand(words, {}).do).toBeTruthy());

  test('whatever is said becomes words, or a command or form that the desk accepts', () => {
    const verb = fc.constantFrom(
      'new',
      '新建',
      'request',
      '申请',
      'sop',
      '规程',
      'INC-1',
      'audit',
      'lang',
      'INC-1 note',
      'INC-1 move',
      'INC-1 wait',
      'assign INC-1',
      'merge INC-1',
      'find',
      'queue',
      '!',
    );
    const rest = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.constantFrom('crm-read for 8h because x', 'INC-2', 'find x'),
    );
    fc.assert(
      fc.property(
        verb,
        fc.constantFrom('', ' ', '：'),
        rest,
        fc.option(fc.constantFrom('INC-1', 'REQ-1')),
        fc.boolean(),
        (verb, gap, rest, bound, commanded) => {
          const understood = understand(verb + gap + rest, { bound: bound ?? undefined, commanded });
          return understood.do === 'words' || command.safeParse(understood).success;
        },
      ),
    );
  });
});
