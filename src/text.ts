/**
 * Text is a list of spans. A plain string is always literal: nothing a person typed is ever read as markup. Pure.
 */
export type Lang = 'en' | 'zh';

/** A person as records and cards name them: the name as it was then. */
export type Who = { id: string; name: string };

export const who = ({ id, name }: Who): Who => ({ id, name });

/** For whose eyes something is drawn: their language and IANA time zone. */
export type Viewer = { lang: Lang; zone: string };

export type Span =
  | string
  | { kind: 'bold'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'link'; text: string; url: string }
  | { kind: 'person'; id: string; name: string }
  | { kind: 'time'; at: Date; as: 'clock' | 'day' | 'moment' };
export type Text = readonly Span[];

export const bold = (text: string): Span => ({ kind: 'bold', text });
export const code = (text: string): Span => ({ kind: 'code', text });
export const person = (who: { id: string; name: string }): Span => ({ kind: 'person', id: who.id, name: who.name });
/** Several people, one after the other. */
export const names = (people: readonly Who[], separator = ', '): Span[] =>
  people.flatMap((one, at) => (at === 0 ? [person(one)] : [separator, person(one)]));
export const clock = (at: Date): Span => ({ kind: 'time', at, as: 'clock' });
export const day = (at: Date): Span => ({ kind: 'time', at, as: 'day' });
export const moment = (at: Date): Span => ({ kind: 'time', at, as: 'moment' });

/** A link to the web or a mailbox; any other scheme (`javascript:` …) stays literal text. */
export const link = (text: string, url: string): Span =>
  /^(https?:\/\/|mailto:)/i.test(url) ? { kind: 'link', text, url } : `${text} (${url})`;

type Time = Extract<Span, { kind: 'time' }>;

const styles: Record<Time['as'], Intl.DateTimeFormatOptions> = {
  clock: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  day: { weekday: 'short', day: 'numeric', month: 'short' },
  moment: { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
};
/** Kept, for one takes longer to make than a whole card to draw; there are only so many zones. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(as: Time['as'], { lang, zone }: Viewer): Intl.DateTimeFormat {
  const key = `${lang} ${as} ${zone}`;
  const kept = formats.get(key);
  if (kept) return kept;
  const locale = lang === 'zh' ? 'zh-CN' : 'en-GB';
  try {
    const format = new Intl.DateTimeFormat(locale, { ...styles[as], timeZone: zone });
    formats.set(key, format);
    return format;
  } catch {
    // A zone that is none comes from a platform's profile: a card in another zone, which it names, is better than none.
    return new Intl.DateTimeFormat(locale, { ...styles[as], timeZone: 'UTC', timeZoneName: 'short' });
  }
}

/** How a moment reads in the viewer's own zone and language, for platforms that do not format times themselves. */
export const timeInWords = ({ as, at }: Time, viewer: Viewer): string => formatFor(as, viewer).format(at);

/** The text without its formatting: for notifications, titles and logs of layout. */
export function plain(text: Text, viewer: Viewer): string {
  return text
    .map((span) => {
      if (typeof span === 'string') return span;
      if (span.kind === 'person') return span.name;
      if (span.kind === 'time') return timeInWords(span, viewer);
      return span.text;
    })
    .join('');
}
