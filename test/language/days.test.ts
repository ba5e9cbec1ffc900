/** Days, spans and names as people write them in free words, on Wednesday, 11 February 2026. */
import { datesIn } from '../../src/language/dates.js';
import { slotsIn } from '../../src/language/slots.js';
import { durationIn, hoursIn } from '../../src/language/spans.js';

const TODAY = '2026-02-11';

test.each([
  ['until Friday', ['2026-02-13']],
  ['next Wednesday at 6 pm', ['2026-02-18T18:00']],
  ['from 2 March to 6 March', ['2026-03-02/2026-03-06']],
  ['3-5 March', ['2026-03-03/2026-03-05']],
  ['on March 3rd, 2 to 4 of them', ['2026-03-03']],
  ['on 5 January', ['2027-01-05']],
  ['by the end of the month', ['2026-02-28']],
  ['in July', ['2026-07-01/2026-07-31']],
  ['I may be late', []],
  ['next week', ['2026-02-16/2026-02-22']],
  ['this weekend', ['2026-02-14/2026-02-15']],
  ['the day after tomorrow', ['2026-02-13']],
  ['2026-05-04 22:00 to 23:30', ['2026-05-04T22:00/2026-05-04T23:30']],
  ['tomorrow until Monday', ['2026-02-12/2026-02-16']],
  ['下周三', ['2026-02-18']],
  ['下周一到周三', ['2026-02-16/2026-02-18']],
  ['周五下午三点半', ['2026-02-13T15:30']],
  ['三月五号到十二号', ['2026-03-05/2026-03-12']],
  ['2026年5月4日', ['2026-05-04']],
  ['月底前', ['2026-02-28']],
  ['七月份', ['2026-07-01/2026-07-31']],
  ['周末', ['2026-02-14/2026-02-15']],
  ['明天晚上八点', ['2026-02-12T20:00']],
  ['今天下午三点到五点', ['2026-02-11T15:00/2026-02-11T17:00']],
  ['明天上午九点到下午一点', ['2026-02-12T09:00/2026-02-12T13:00']],
  ['tomorrow 22:00 to 6:00', ['2026-02-12T22:00/2026-02-13T06:00']],
  ['tomorrow at 3 pm to 5:30', ['2026-02-12T15:00/2026-02-12T17:30']],
  ['from 3 to 5 this afternoon', ['2026-02-11T15:00/2026-02-11T17:00']],
  ['this afternoon from 3 to 5', ['2026-02-11T15:00/2026-02-11T17:00']],
  ['between 9 and 11:30 tomorrow morning', ['2026-02-12T09:00/2026-02-12T11:30']],
  ['tomorrow morning from 9 to 2', ['2026-02-12T09:00/2026-02-12T14:00']],
  ['since this morning', []],
  ['三个月', []],
  ['两周', []],
])('“%s” names %j', (words, dates) => expect(datesIn(words, TODAY)).toEqual(dates));

test.each([
  ['for 4 hours', 'PT4H', 4],
  ['two weeks please', 'P14D', 336],
  ['half an hour', 'PT30M', 0.5],
  ['1.5 h', 'PT1.5H', 1.5],
  ['another month', 'P1M', 720],
  ['三个月', 'P3M', 2160],
  ['两天', 'P2D', 48],
  ['半小时', 'PT30M', 0.5],
  ['半个小时', 'PT30M', 0.5],
  ['十二小时', 'PT12H', 12],
])('“%s” lasts %s', (words, span, hours) => {
  expect(durationIn(words)).toBe(span);
  expect(hoursIn(span)).toBe(hours);
});

test.each(['on Friday', '三月', '周三', '下周', 'in 2026年'])('“%s” is no span', (words) =>
  expect(durationIn(words)).toBeUndefined(),
);

test.each([
  [
    'I need access to the finance share for two weeks because the quarter closes.',
    'access-request',
    { entitlement: 'finance share', duration: 'P14D', reason: 'the quarter closes' },
  ],
  ['extend my Tableau licence until Friday', 'access-extend', { entitlement: 'Tableau', dates: ['2026-02-13'] }],
  ['approve REQ-12 for Maria Lopez', 'approval-approve', { request: 'REQ-12', person: 'Maria Lopez' }],
  ['Tom Becker leaves on 27 March', 'leaver', { person: 'Tom Becker', dates: ['2026-03-27'] }],
  ['申请CRM只读权限，三天，因为要对账', 'access-request', { entitlement: 'CRM', duration: 'P3D', reason: '要对账' }],
  [
    '能不能给我开三天的管理员权限，装个软件',
    'access-request',
    { entitlement: '管理员权限', duration: 'P3D', reason: '装个软件' },
  ],
  [
    '帮我开一下CRM的导出权限，今天下午三点到五点',
    'access-request',
    { entitlement: 'CRM的导出', dates: ['2026-02-11T15:00/2026-02-11T17:00'] },
  ],
  ['王芳下周一入职', 'joiner', { person: '王芳', dates: ['2026-02-16'] }],
  ['ring me on +49 30 1234567', 'callback', { phone: '+49301234567' }],
  ['habla español?', 'language', { language: 'es' }],
  ['ticket 88 is urgent', 'ticket-escalate', { ticket: '88', priority: 'urgent' }],
] as const)('“%s” has its slots', (words, intent, slots) => expect(slotsIn(words, intent, TODAY)).toEqual(slots));
