/** What the words of a condition limit; what is not understood to its last word limits nothing. */
import { limitsIn } from '../../src/language/approvals/limits.js';

/** A Monday. */
const today = '2026-11-23';

test.each([
  ['only until Friday', { until: '2026-11-27' }],
  ['until Friday 18:00 please', { until: '2026-11-27T18:00' }],
  ['by tomorrow', { until: '2026-11-24' }],
  ['until 27 November', { until: '2026-11-27' }],
  ['但', undefined],
  ['只到周五', { until: '2026-11-27' }],
  ['仅限本周五前', { until: '2026-11-27' }],
  ['仅限到11月30日', { until: '2026-11-30' }],
  ['最多两天', { hours: 48 }],
  ['不超过4小时', { hours: 4 }],
  ['only for 4 hours', { hours: 4 }],
  ['at most two days', { hours: 48 }],
  ['no longer than 8 hours', { hours: 8 }],
  ['read-only', { isReadOnly: true }],
  ['只读', { isReadOnly: true }],
  ['read only, until Friday', { isReadOnly: true, until: '2026-11-27' }],
])('%s', (words, limits) => expect(limitsIn(words, today)).toEqual(limits));

test.each([
  'not until Friday',
  'only after Friday',
  'only with the VPN on',
  'only if you report within 2 days',
  'not before Friday',
  'until Friday or for 2 days',
  'only from Monday to Wednesday',
  '周五之后再用',
  '不到周五不给',
  'only',
  'ok',
  '',
])('not of: %s', (words) => expect(limitsIn(words, today)).toBeUndefined());
