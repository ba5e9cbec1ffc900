/** Who has duty, seen and changed in chat, over a real store. */
import { answer, as, shown, textOf, time } from '../tickets/room.js';
import { buttonsOf, commandOf, openRoom, type Room } from './room.js';

const room = openRoom();
/** The agents change every Monday at nine: this week it is Bao’s, who is `agent2`, the next it is Alex’s, who is `agent`. */
const NEXT_WEEK = 'it@2026-11-30T08:00:00.000Z';

const oncall = async (desk: Room, who = 'employee') =>
  textOf((await shown(desk.handlers.oncall({ do: 'oncall' }, as(who)))).parts);
const offers = (desk: Room, who: string, shift: string, to: string) =>
  answer(desk.handlers['offer-shift']({ do: 'offer-shift', shift, to }, as(who)));
const presses = async (desk: Room, who: string, label: string) => {
  const [card] = await desk.offers(who);
  return answer(desk.handlers['answer-shift'](commandOf(card!, label, 'answer-shift'), as(who)));
};
const orders = (desk: Room, who: string, person: string, from: string, to: string) =>
  answer(desk.handlers['order-duty']({ do: 'order-duty', group: 'it', person, from, to }, as(who)));

it('says who is on call, until when, and who is next', async () => {
  const desk = await room();
  expect(await oncall(desk)).toBe(
    'IT service desk\nNow: Bao Li, until Mon 30 Nov, 09:00\nNext: Alex Weber, from Mon 30 Nov, 09:00',
  );
  time.now = new Date('2026-11-30T09:00+01:00');
  expect(await oncall(desk)).toContain('Now: Alex Weber, until Mon 7 Dec, 09:00');
});

it('lets agents swap and take over, their lead give, and others look', async () => {
  const desk = await room();
  const labels = async (who: string) =>
    buttonsOf(await shown(desk.handlers.oncall({ do: 'oncall' }, as(who)))).map((each) => each.label);
  expect(await labels('employee')).toEqual([]);
  expect(await labels('agent')).toEqual(['Swap…', 'Take over…']);
  expect(await labels('lead')).toEqual(['Swap…', 'Take over…', 'Assign to…']);
  expect(await answer(desk.handlers.oncall({ do: 'oncall', group: 'legal' }, as('agent')))).toBe(
    'There is no group “legal” with an on-call rota. Choose one of: it.',
  );
});

it('hands a shift to the colleague who takes it, and tells everybody concerned', async () => {
  const desk = await room();
  expect(await offers(desk, 'agent', NEXT_WEEK, 'bao')).toMatch(
    /^Bao Li can take Mon 30 Nov, 09:00 – Mon 7 Dec, 09:00/,
  );
  expect((await desk.offers('agent2'))[0]!.title).toBe('A shift of IT service desk is offered');
  expect(await presses(desk, 'agent2', 'Take it')).toMatch(/You are on call Mon 30 Nov/);
  expect(await desk.told('agent')).toEqual(['A shift of IT service desk was taken']);
  expect(await desk.told('lead')).toEqual(['A shift of IT service desk was taken']);
  time.now = new Date('2026-12-02T12:00+01:00');
  expect(desk.staffing.onDuty('it', time.now)?.id).toBe('agent2');
  expect((await desk.offers('agent2')).flatMap(buttonsOf)).toEqual([]);
});

it('gives an offered shift to one of all who press at once, whatever the server', async () => {
  const [one, other] = [await room(), await room()];
  await offers(one, 'agent', NEXT_WEEK, 'anyone');
  const [bao] = await one.offers('agent2');
  const take = commandOf(bao!, 'Take it', 'answer-shift');
  const both = await Promise.all([
    answer(one.handlers['answer-shift'](take, as('agent2'))),
    answer(other.handlers['answer-shift'](take, as('lead'))),
  ]);
  expect(both.filter((said) => /You are on call/.test(said))).toHaveLength(1);
  expect(both.filter((said) => /(Bao Li|Lena Schmidt) took this shift on Mon 23 Nov/.test(said))).toHaveLength(1);
  await Promise.all([one.refresh(time.now), other.refresh(time.now)]);
  const at = new Date('2026-12-02T12:00+01:00');
  expect(one.staffing.onDuty('it', at)).toEqual(other.staffing.onDuty('it', at));
  expect(one.staffing.onDuty('it', at)?.id).not.toBe('agent');
});

it('delivered twice, is one offer and one answer', async () => {
  const desk = await room();
  const again = as('agent', { origin: 'the same' });
  const offer = () => answer(desk.handlers['offer-shift']({ do: 'offer-shift', shift: NEXT_WEEK, to: 'bao' }, again));
  expect(await offer()).toBe(await offer());
  expect(await desk.offers('agent2')).toHaveLength(1);
});

it('keeps the shift where it is when all decline or the offer is withdrawn', async () => {
  const desk = await room();
  await offers(desk, 'agent', NEXT_WEEK, 'anyone');
  expect(await presses(desk, 'agent2', 'Decline')).toMatch(/Nothing changes for you/);
  expect(await desk.told('agent')).toEqual([]);
  await presses(desk, 'lead', 'Decline');
  expect(await desk.told('agent')).toEqual(['Your shift of IT service desk stays yours']);
  await offers(desk, 'agent', NEXT_WEEK, 'bao');
  const [, card] = await desk.offers('agent2');
  const [, own] = await desk.offers('agent');
  await desk.handlers['answer-shift'](commandOf(own!, 'Withdraw', 'answer-shift'), as('agent'));
  expect(
    await answer(desk.handlers['answer-shift'](commandOf(card!, 'Take it', 'answer-shift'), as('agent2'))),
  ).toMatch(/This offer has ended: Alex Weber/);
  expect(desk.staffing.onDuty('it', new Date('2026-12-02T12:00+01:00'))?.id).toBe('agent');
});

it.each([
  ['of somebody else', 'agent2', NEXT_WEEK, 'agent', /is not yours, so you cannot offer it/],
  ['to somebody of another group', 'agent', NEXT_WEEK, 'owner', /Olga Petrova does not work in IT service desk/],
  ['to oneself', 'agent', NEXT_WEEK, 'me', /no other agent to offer/],
  [
    'of a group that is none',
    'agent',
    'legal@2026-11-30T08:00:00.000Z',
    'bao',
    /no group “legal” with an on-call rota/,
  ],
])('refuses an offer %s', async (_, who, shift, to, why) => {
  expect(await offers(await room(), who, shift, to)).toMatch(why);
});

it('refuses to offer the same shift twice, and to take what is over', async () => {
  const desk = await room();
  await offers(desk, 'agent', NEXT_WEEK, 'bao');
  expect(await offers(desk, 'agent', NEXT_WEEK, 'lead')).toMatch(/You are already offering /);
  const [card] = await desk.offers('agent2');
  time.now = new Date('2026-12-07T09:00+01:00');
  expect(
    await answer(desk.handlers['answer-shift'](commandOf(card!, 'Take it', 'answer-shift'), as('agent2'))),
  ).toMatch(/This shift is over/);
});

it('refuses an answer of whom nobody asked', async () => {
  const desk = await room();
  await offers(desk, 'agent', NEXT_WEEK, 'bao');
  const [card] = await desk.offers('agent2');
  expect(await answer(desk.handlers['answer-shift'](commandOf(card!, 'Take it', 'answer-shift'), as('lead')))).toMatch(
    /not for you/,
  );
});

describe('giving duty', () => {
  it('is for the lead at once; everybody concerned hears, and offers of that time are off', async () => {
    const desk = await room();
    await offers(desk, 'agent', NEXT_WEEK, 'bao');
    expect(await orders(desk, 'lead', 'bao', '2026-12-01', '2026-12-03')).toBe(
      'Bao Li is on call Tue 1 Dec, 00:00 – Fri 4 Dec, 00:00.',
    );
    expect(await desk.told('agent2')).toEqual(['The on-call rota of IT service desk was changed']);
    expect(await desk.told('agent')).toEqual(['The on-call rota of IT service desk was changed']);
    const at = (day: string) => desk.staffing.onDuty('it', new Date(`2026-12-0${day}T12:00+01:00`))?.id;
    expect(['1', '2', '3', '4'].map(at)).toEqual(['agent2', 'agent2', 'agent2', 'agent']);
    expect((await desk.offers('agent2'))[0]!.status!.text).toBe('Withdrawn');
  });
  it('to oneself is for every agent of the group, to others for the lead of the group, not for administrators', async () => {
    const desk = await room();
    expect(await orders(desk, 'agent', 'me', '2026-11-24', '2026-11-24')).toMatch(/^Alex Weber is on call/);
    expect(await desk.told('agent2')).toEqual(['The on-call rota of IT service desk was changed']);
    expect(await orders(desk, 'agent', 'bao', '2026-12-01', '2026-12-01')).toMatch(/Only the lead of IT service desk/);
    expect(await orders(desk, 'employee', 'me', '2026-12-01', '2026-12-01')).toMatch(
      /Only the lead of IT service desk/,
    );
    expect(await orders(desk, 'admin', 'bao', '2026-12-01', '2026-12-01')).toMatch(
      /Only the lead of IT service desk can put somebody else on call/,
    );
    expect(buttonsOf(await shown(desk.handlers.oncall({ do: 'oncall' }, as('admin'))))).toEqual([]);
  });
  it.each([
    ['that is past', 'bao', '2026-11-20', '2026-11-22', /This shift is over/],
    ['that ends before it begins', 'bao', '2026-12-03', '2026-12-01', /is before/],
    ['far ahead', 'bao', '2026-12-03', '2036-12-01', /more than a year ahead/],
    ['that they have already', 'bao', '2026-11-25', '2026-11-26', /is already on call all that time/],
    ['to a stranger of the group', 'owner', '2026-12-01', '2026-12-01', /does not work in IT service desk/],
  ])('refuses a time or person %s', async (_, person, from, to, why) => {
    expect(await orders(await room(), 'lead', person, from, to)).toMatch(why);
  });
});

it('passes to the next of the rota for who is on leave, and says for whom', async () => {
  const desk = await room();
  await desk.handlers.leave({ do: 'leave', from: '2026-11-24', to: '2026-11-25' }, as('agent2'));
  expect(await oncall(desk)).toContain(
    'Now: Bao Li, until Tue 24 Nov, 00:00\nNext: Alex Weber, from Tue 24 Nov, 00:00',
  );
  time.now = new Date('2026-11-24T10:00+01:00');
  expect(await oncall(desk)).toContain(
    'Now: Alex Weber for Bao Li, who is away, until Thu 26 Nov, 00:00\nNext: Bao Li, from Thu 26 Nov, 00:00',
  );
});

it('fills its form with one’s shifts and the colleagues of the group', async () => {
  const desk = await room();
  const form = await desk.forms['offer-shift']({ do: 'offer-shift' }, as('agent2'));
  const choices = form.fields.map((field) => (field.kind === 'choice' ? field.choices.map(({ label }) => label) : []));
  expect(choices[0]![0]).toBe('IT service desk: Mon 23 Nov, 09:00 – Mon 30 Nov, 09:00');
  expect(choices[1]).toEqual(['Any agent of the group', 'Alex Weber', 'Lena Schmidt']);
  expect(
    await answer(desk.forms['offer-shift']({ do: 'offer-shift' }, as('lead')).then(() => ({ kind: 'done' }))),
  ).toMatch(/You have no shift/);
});
