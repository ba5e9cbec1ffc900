/** What a group owes within the desk (OLA): a clock of its own, which changes nothing of what the requester was promised. */
import * as fc from 'fast-check';
import { plain } from '../../src/card.js';
import { counted, enter, commitmentNames, type Clocks } from '../../src/sla/sla.js';
import * as triage from '../../src/tickets/work/triage.js';
import { resume, wait } from '../../src/tickets/work/waiting.js';
import { whyCard } from '../../src/tickets/commitment/why.js';
import { wording } from '../../src/language/wording.js';
import { after, at, by, house, inProgress, MONDAY } from '../tickets/people.js';

const moved = (ticket: ReturnType<typeof inProgress>, to: string, now: Date) =>
  after(ticket, (each) => triage.move(each, by('lead', now), house, to, 'Over to you.'), 'lead', now);

it('starts when the ticket comes to the group, stands still with the others, and is kept when it leaves', () => {
  let ticket = moved(inProgress(), 'network', at('mon', '11:00'));
  expect(ticket.clocks.ola).toMatchObject({ group: 'network', due: at('tue', '11:00') });
  const hold = { cause: 'supplier', reason: 'A part.' } as const;
  ticket = after(ticket, (each) => wait(each, by('lead', at('mon', '12:00')), house, hold));
  ticket = after(ticket, (each) => resume(each, by('lead', at('mon', '16:30')), house));
  expect(ticket.clocks.ola?.due).toEqual(at('tue', '15:30'));
  ticket = moved(ticket, 'it', at('mon', '17:30'));
  expect(ticket.clocks.ola).toBeUndefined();
  expect(ticket.clocks.stays).toMatchObject([{ group: 'network', counted: 2 * 3600, seconds: 8 * 3600 }]);
  const card = whyCard(ticket, house, at('tue', '10:00'), { lang: 'en', zone: 'Europe/Berlin' }, wording.en);
  const lists = card.parts.flatMap((part) => (part.kind === 'list' ? part.items : []));
  expect(lists.map((item) => plain(item, card.for))).toContain(
    'Network team Mon 23 Nov, 11:00 – Mon 23 Nov, 17:30: 2 h of 8 h',
  );
});

it('never changes a date of the requester', () => {
  const groups = fc.constantFrom({ id: 'it', calendar: 'office' }, { id: 'network', calendar: '24x7' });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(groups, fc.integer({ min: 1, max: 3000 }), fc.option(fc.integer({ min: 60, max: 90_000 })))),
      (all) => {
        const before = inProgress().clocks;
        let minutes = 0;
        const clocks = all.reduce((each: Clocks, [group, later, seconds]) => {
          const now = new Date(MONDAY.getTime() + (minutes += later) * 60_000);
          const agreed = seconds ? { seconds, ladder: [{ at: 100, tell: ['lead' as const] }] } : undefined;
          return enter(each, group, agreed, house.sla.calendar, now);
        }, before);
        for (const name of commitmentNames) expect(clocks[name]).toEqual(before[name]);
        expect(counted(clocks, house.sla.calendar('office'), at('fri', '12:00'))).toBe(
          counted(before, house.sla.calendar('office'), at('fri', '12:00')),
        );
      },
    ),
  );
});
