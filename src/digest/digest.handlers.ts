/**
 * Tells each group once a working day how it stands. A group has one record: its stored date says when it is told next, and
 * telling it moves that date in the same write, so that several processes, or a restart, tell it once. Each day is a
 * new standing card of the record, which announcing posts: one in the group's channels, and one for its lead.
 */
import { byDesk, type Presenter, type Sweep } from '../context.js';
import { eachByItself, type Report } from '../sweep.js';
import type { Ledger } from '../history.js';
import type { Directory, Group } from '../people.js';
import type { Sla } from '../sla/policy.js';
import type { Staffing } from '../staffing/staffing.js';
import type { Outlook } from '../sla/forecast.cards.js';
import type { Tally } from '../tickets/queue/tally.js';
import { advanced, begun, dueToday, endOfDay, following, type Digest } from './digest.js';
import { digestCard, leadCard } from './digest.cards.js';

/** The card of a day that its lead reads. */
const forLead = (day: string) => `${day}-lead`;

export function createDigests(deps: {
  ledger: Ledger<Digest>;
  directory: Directory;
  sla: Sla;
  /** How the group's open tickets stand. */
  tally(group: string, now: Date, tonight: Date): Promise<Tally>;
  /** What of it may become late. */
  outlook(group: string, now: Date): Promise<Outlook>;
  staffing: Pick<Staffing, 'isAway' | 'standIn'>;
  trouble: Report;
}) {
  const { ledger, directory, sla, staffing } = deps;
  const groups = directory.groups.filter(({ digest }) => digest !== undefined);
  const next = (group: Group, now: Date) => following(group, group.digest!, sla.calendar(group.calendar), now);
  /** The groups whose records this process has not looked at yet. */
  const begins = new Set(groups);

  /** A group has its record, reckoned by the hour that the policy names today. */
  async function begin(group: Group, now: Date): Promise<void> {
    const hour = group.digest!;
    const cause = byDesk(now, `digest:${group.id}`);
    const { _id } = await ledger.open(begun(group.id, hour, next(group, now)), [], cause);
    const moved = byDesk(now, `digest:${group.id}:${hour}:${now.toISOString()}`);
    await ledger.change(_id, moved, (digest) =>
      digest.hour === hour
        ? undefined
        : { next: { ...advanced(digest, undefined, next(group, now)), hour }, events: [] },
    );
    begins.delete(group);
  }

  /** The reader of the lead's digest: the lead, or the stand-in while the lead is on leave. */
  const readerOf = ({ id, lead }: Group, now: Date): string =>
    (staffing.isAway(lead, now) && staffing.standIn(lead, id, now)?.id) || lead;

  async function standing(group: Group, now: Date) {
    const tally = await deps.tally(group.id, now, endOfDay(group, now));
    if (tally.open === 0) return { tally };
    return { tally, lead: { id: readerOf(group, now), outlook: await deps.outlook(group.id, now) } };
  }

  async function tell(id: string, now: Date): Promise<void> {
    const digest = await ledger.load(id);
    if (!digest) return;
    const group = groups.find((each) => each.id === digest.group);
    const due = group && dueToday(digest, group, sla.calendar(group.calendar), now);
    const told = due && { ...due, ...(await standing(group, now)) };
    const then = group && next(group, now);
    await ledger.change(id, byDesk(now, `${id}:${now.toISOString()}`), (each) =>
      each.version === digest.version ? { next: advanced(each, told, then), events: [] } : undefined,
    );
  }

  const presenter: Presenter<Digest> = {
    ledger,
    standing: ({ group, told }) => [
      ...(told ? [{ name: told.day, to: `group:${group}` } as const] : []),
      ...(told?.lead ? [{ name: forLead(told.day), to: `person:${told.lead.id}` } as const] : []),
    ],
    draw: (digest, name, viewer, say) =>
      (name === forLead(digest.told!.day) ? leadCard : digestCard)(digest, directory.group(digest.group)!, viewer, say),
    notice: (digest, _, __, viewer, say) => digestCard(digest, directory.group(digest.group)!, viewer, say),
  };

  const sweep: Sweep = {
    name: 'digest',
    seconds: 30,
    async run(now) {
      await eachByItself(
        [...begins],
        (group) => begin(group, now),
        ({ id }, error) => deps.trouble('digest', id, error, now),
      );
      const query = ledger.model.find({ 'due.next': { $lte: now } } as never, { _id: 1 });
      const due = await query
        .limit(groups.length + 1)
        .lean()
        .exec();
      return eachByItself(
        due,
        ({ _id }) => tell(_id, now),
        ({ _id }, error) => deps.trouble('digest', _id, error, now),
      );
    },
  };
  return { presenter, sweeps: [sweep] };
}
