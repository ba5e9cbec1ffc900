/** Days, moments and spans as people write them in English and Chinese, reckoned from a day. Pure. */

const DAY = 86_400_000;
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const weekdays = { en: 'sun mon tue wed thu fri sat'.split(' '), zh: '日一二三四五六' };
const monthName =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)';
const dayName = '(?:sunday|monday|tuesday|wednesday|thursday|friday|saturday)';
const digits = '零一二三四五六七八九十';

/** `12`, `十二`, `两`. */
export function numberIn(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  if (text === '两') return 2;
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['', text];
  const value = (char: string) => Math.max(0, digits.indexOf(char));
  return text.includes('十') ? 10 * (tens ? value(tens) : 1) + (ones ? value(ones) : 0) : value(ones);
}

const iso = (day: number): string => new Date(day).toISOString().slice(0, 10);
const two = (n: number) => String(n).padStart(2, '0');

type Found = { from: number; to: number; first: string; last?: string; time?: string };

const zhNumber = '[\\d零一二三四五六七八九十两]{1,3}';
const zhTime = `(?:(早上|上午|中午|下午|晚上|凌晨)?(${zhNumber})[点时](半|\\d{1,2}分?)?)`;

/** Every day that words name, in their order, with its time of day where one is told. */
function daysIn(words: string, today: string): Found[] {
  const text = words.normalize('NFKC').toLowerCase();
  const now = Date.parse(`${today}T00:00Z`);
  const year = Number(today.slice(0, 4));
  const found: Found[] = [];
  const put = (match: RegExpMatchArray, first: number | string, last?: number): void => {
    const from = match.index!;
    const to = from + match[0].length;
    if (found.some((each) => from < each.to && each.from < to)) return;
    found.push({
      from,
      to,
      first: typeof first === 'string' ? first : iso(first),
      ...(last ? { last: iso(last) } : {}),
    });
  };
  /** The next such day of a year. */
  const dated = (month: number, day: number, of?: number): number => {
    const here = Date.UTC(of ?? year, month, day);
    return of === undefined && here < now ? Date.UTC(year + 1, month, day) : here;
  };
  const each = (pattern: string, use: (match: RegExpMatchArray) => void) => {
    for (const match of text.matchAll(new RegExp(pattern, 'gu'))) use(match);
  };
  const monthOf = (name: string) => months.indexOf(name.slice(0, 3));
  const weekday = new Date(now).getUTCDay();
  const monday = now - ((weekday + 6) % 7) * DAY;
  each(
    `\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ?(?:to|until|till|-|–) ?(\\d{1,2})(?:st|nd|rd|th)? (${monthName})\\b`,
    (m) => put(m, dated(monthOf(m[3]!), Number(m[1])), dated(monthOf(m[3]!), Number(m[2]))),
  );
  each('(\\d{4})-(\\d\\d)-(\\d\\d)', (m) => put(m, m[0]));
  each(`\\b(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(${monthName})\\b(?: (\\d{4}))?`, (m) =>
    put(m, dated(monthOf(m[2]!), Number(m[1]), m[3] ? Number(m[3]) : undefined)),
  );
  each(`\\b(${monthName}) (\\d{1,2})(?:st|nd|rd|th)?\\b(?!:)`, (m) => put(m, dated(monthOf(m[1]!), Number(m[2]))));
  each(`(?:(\\d{4})年)?(${zhNumber})月(${zhNumber})[日号]?`, (m) =>
    put(m, dated(numberIn(m[2]!) - 1, numberIn(m[3]!), m[1] ? Number(m[1]) : undefined)),
  );
  each('(?:end of (?:the |this )?month|月底)', (m) => put(m, Date.UTC(year, new Date(now).getUTCMonth() + 1, 0)));
  each(`(?:end of (${monthName})|(${zhNumber})月底)`, (m) => {
    const month = m[1] ? monthOf(m[1]) : numberIn(m[2]!) - 1;
    put(m, Date.UTC(new Date(dated(month, 28)).getUTCFullYear(), month + 1, 0));
  });
  each('\\bday after tomorrow\\b|后天', (m) => put(m, now + 2 * DAY));
  each('\\btomorrow\\b|明天|明日|明早|明晚', (m) => put(m, now + DAY));
  each('\\btoday\\b|\\btonight\\b|今天|今晚|今日', (m) => put(m, now));
  each('\\bnext week\\b(?! ?(?:mon|tue|wed|thu|fri|sat|sun))|下周(?![一二三四五六日天末])', (m) =>
    put(m, monday + 7 * DAY, monday + 13 * DAY),
  );
  each('\\bthis week\\b|本周(?![一二三四五六日天末])|这周(?![一二三四五六日天末])', (m) =>
    put(m, monday, monday + 6 * DAY),
  );
  each('\\b(?:this )?weekend\\b|(?:这|本)?周末', (m) => put(m, monday + 5 * DAY, monday + 6 * DAY));
  each(`\\b(?:(next) )?(${dayName})(?! night)`, (m) => {
    const wanted = weekdays.en.indexOf(m[2]!.slice(0, 3));
    put(m, now + (((wanted - weekday + 6) % 7) + 1) * DAY);
  });
  each('(下下|下|这|本)?(?:周|星期|礼拜)([一二三四五六日天])', (m) => {
    const wanted = (weekdays.zh.indexOf(m[2] === '天' ? '日' : m[2]!) + 6) % 7;
    const weeks = m[1] === '下' ? 1 : m[1] === '下下' ? 2 : 0;
    const day = monday + (7 * weeks + wanted) * DAY;
    put(m, day < now ? day + 7 * DAY : day);
  });
  each(
    `\\b(?:in|for|during|over) (${monthName})\\b|(?<![\\d月])(${zhNumber})月(?:份)?(?![\\d零一二三四五六七八九十底])`,
    (m) => {
      const month = m[1] ? monthOf(m[1]) : numberIn(m[2]!) - 1;
      if (month < 0 || month > 11) return;
      const of = new Date(dated(month, 28)).getUTCFullYear();
      put(m, Date.UTC(of, month, 1), Date.UTC(of, month + 1, 0));
    },
  );
  const timed = (at: Found): Found => {
    const after = text.slice(at.to);
    const [all, hours, minutes, half] =
      new RegExp(`^(?:,? (?:at |@ ?)?)?(\\d{1,2})(?::(\\d{2}))? ?(am|pm)?(?![\\d月日号年-])`).exec(after) ?? [];
    if (all !== undefined && (minutes || half))
      return {
        ...at,
        to: at.to + all.length,
        time: `${two((Number(hours) % (half ? 12 : 24)) + (half === 'pm' ? 12 : 0))}:${minutes ?? '00'}`,
      };
    const [zh, part, hour, rest] = new RegExp(`^,? ?${zhTime}`, 'u').exec(after) ?? [];
    if (zh !== undefined) {
      const h = numberIn(hour!) + (/下午|晚上/.test(part ?? '') && numberIn(hour!) < 12 ? 12 : 0);
      return {
        ...at,
        to: at.to + zh.length,
        time: `${two(h)}:${rest === '半' ? '30' : two(Number(/\d+/.exec(rest ?? '')?.[0] ?? 0))}`,
      };
    }
    return at;
  };
  return found.toSorted((one, other) => one.from - other.from).map(timed);
}

/** The days, moments and spans that words name: `2026-05-04`, `2026-05-04T18:00`, `2026-05-04/2026-05-08`. */
export function datesIn(words: string, today: string): string[] {
  const text = words.normalize('NFKC').toLowerCase();
  const found = daysIn(words, today);
  const said = ({ first, time }: Found): string => (time ? `${first}T${time}` : first);
  const spans: string[] = [];
  for (let i = 0; i < found.length; i++) {
    const one = found[i]!;
    const next = found[i + 1];
    const between = next && text.slice(one.to, next.from).trim();
    if (next && !one.last && /^(?:to|till|until|through|-|–|—|到|至|~|until the|to the)$/.test(between!)) {
      spans.push(`${said(one)}/${said(next)}`);
      i += 1;
      continue;
    }
    const after = text.slice(one.to);
    const [, day] = /^ ?(?:-|–|to|到|至) ?(\d{1,2})[日号]?(?![\d:点时])/u.exec(after) ?? [];
    const [, hour, minutes] = /^ ?(?:-|–|to|到|至) ?(\d{1,2})(?::(\d\d)|[点时])/u.exec(after) ?? [];
    if (one.last) spans.push(`${one.first}/${one.last}`);
    else if (one.time && hour) spans.push(`${said(one)}/${one.first}T${two(Number(hour))}:${minutes ?? '00'}`);
    else if (day && !one.time) spans.push(`${one.first}/${one.first.slice(0, 8)}${two(Number(day))}`);
    else spans.push(said(one));
  }
  return [...new Set(spans)];
}

const units: readonly (readonly [RegExp, (n: number) => string])[] = [
  [
    /(?<n>[\d.]+|an?|one|two|three|four|five|six|half an?) ?(?:hours?|hrs?|h)\b|(?<z>[\d零一二三四五六七八九十两半]+)个?(?:小时|钟头)/u,
    (n) => `PT${n}H`,
  ],
  [
    /(?<n>\d+|an?|one|two|three|four|five|six|seven|ten) ?(?:days?|d)\b|(?<z>[\d零一二三四五六七八九十两]+)天/u,
    (n) => `P${n}D`,
  ],
  [
    /(?<n>\d+|an?|one|two|three|four|five|six) ?(?:weeks?|wks?|w)\b|(?<z>[\d零一二三四五六七八九十两]+)个?(?:星期|周|礼拜)(?![一二三四五六日天末])/u,
    (n) => `P${7 * n}D`,
  ],
  [
    /(?<n>\d+|an?|one|two|three|four|five|six|nine|twelve|another) ?months?\b|(?<z>[\d零一二三四五六七八九十两]+)个月/u,
    (n) => `P${n}M`,
  ],
  [/(?<n>\d+|an?|one|two) ?(?:years?|yrs?)\b|(?<z>[\d一二两]+)年(?![\d初底])/u, (n) => `P${n}Y`],
  [/(?<n>\d+) ?(?:minutes?|mins?)\b|(?<z>[\d一二三四五六七八九十两]+)分钟/u, (n) => `PT${n}M`],
];
const spelled = 'a one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** How long something is to last, as ISO 8601: `PT4H`, `P14D`, `P1M`. */
export function durationIn(words: string): string | undefined {
  const text = words.normalize('NFKC').toLowerCase();
  for (const [pattern, iso8601] of units) {
    const { n, z } = pattern.exec(text)?.groups ?? {};
    const said = n ?? z;
    if (said === undefined) continue;
    if (/^an?$|^another$/.test(said)) return iso8601(1);
    if (z) return z === '半' ? 'PT30M' : iso8601(numberIn(z));
    return iso8601(/^\d/.test(said) ? Number(said) : Math.max(1, spelled.indexOf(said)));
  }
  return undefined;
}

/** A span of ISO 8601 in hours, months being of thirty days. */
export function hoursIn(span: string): number {
  const [, n = '0', unit = ''] = /^PT?(\d+(?:\.\d+)?)([HDMY])$/.exec(span) ?? [];
  const day = { H: 1, D: 24, M: span.startsWith('PT') ? 1 / 60 : 720, Y: 8760 }[unit] ?? 0;
  return Number(n) * day;
}
