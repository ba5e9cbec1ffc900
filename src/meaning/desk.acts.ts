/** What the desk says of itself from its policies: the number to call, the hours of the next days, how soon it answers. */
import { bold, clock, day, type Lang, type Text } from '../card.js';
import type { Context } from '../context.js';
import type { Wording } from '../language/wording.js';
import type { Directory } from '../people.js';
import { stretchesOfWork } from '../sla/calendar.js';
import type { Sla } from '../sla/policy.js';
import { dayOf, endOf, instantOf } from '../zones.js';
import { bullets, type Offer } from './matter.js';
import { opens } from './meaning.cards.js';

const DAYS = 7;
const HOUR = 3600;

export function deskOffer(
  deps: { directory: Directory; sla: Pick<Sla, 'calendar' | 'termsFor'> },
  { lang, say, context }: { lang: Lang; say: Wording; context: Context },
): Offer {
  const { defaultGroup: group } = deps.directory;
  const calendar = deps.sla.calendar(group.calendar);
  let from = instantOf(dayOf(context.now, calendar.zone), calendar.zone);
  const line = (): Text => {
    const begins = from;
    const to = new Date(endOf(dayOf(begins, calendar.zone), calendar.zone).getTime() + 1);
    from = to;
    const spans = stretchesOfWork(calendar, begins, to);
    const hours = spans.flatMap((span, k): Text => [...(k > 0 ? [', '] : []), clock(span.from), '–', clock(span.to)]);
    return [day(begins), ': ', ...(hours.length > 0 ? hours : [say.meaning.deskClosed])];
  };
  const seconds = (priority: 'P1' | 'P3') =>
    deps.sla.termsFor({ priority, group, requester: context.actor }).firstResponse / HOUR;
  return {
    title: say.meaning.desk,
    texts: [
      ...(group.phone ? [[bold(`${group.name[lang]}: ${group.phone}`)]] : []),
      say.meaning.deskAnswers(seconds('P3'), seconds('P1')),
      say.meaning.languagesSpoken,
      say.meaning.deskHours,
    ],
    parts: bullets(Array.from({ length: DAYS }, line)),
    buttons: [opens(say.meaning.speak, { do: 'open-ticket' })],
  };
}
