/** What people say in the desk's chat besides questions, and what comes of it. */
import { cardOf, labelsOf, openDesk, said, textOf } from '../kit/open-desk.js';

const house = openDesk();

async function withTicket() {
  const desk = await house();
  await desk.perform('employee', { do: 'open-ticket', title: 'The fan is loud', impact: 'low', urgency: 'medium' });
  return desk;
}
const triageOf = async (desk: Awaited<ReturnType<typeof withTicket>>) =>
  textOf(cardOf(await desk.perform('agent', { do: 'show-ticket', ticket: 'INC-1' })).parts);

describe('an employee in the desk’s chat', () => {
  it('asks for their tickets in their own words', async () => {
    const desk = await withTicket();
    for (const words of ['what is the status of my ticket?', '我的工单怎么样了?'])
      expect(textOf(cardOf(await desk.say('employee', words)).parts)).toMatch(/INC-1/);
    expect(cardOf(await desk.say('employee', 'any update on INC-1?')).title).toMatch(/^INC-1/);
  });

  it('adds to a ticket by its number, and opens a resolved one again', async () => {
    const desk = await withTicket();
    const added = cardOf(await desk.say('employee', 'INC-1 it is louder in the morning'));
    expect(labelsOf(added)).toHaveLength(1);
    expect(await triageOf(desk)).toMatch(/it is louder in the morning/);
    await desk.say('agent', 'INC-1 claim');
    await desk.perform('agent', { do: 'resolve', ticket: 'INC-1', summary: 'new fan', checked: 'yes' });
    await desk.say('employee', 'INC-1 still loud');
    expect(await triageOf(desk)).toMatch(/still loud/);
    expect(cardOf(await desk.perform('agent', { do: 'show-ticket', ticket: 'INC-1' })).status?.text).not.toMatch(
      /Resolved/,
    );
  });

  it('cannot add to a ticket of others, and an agent’s words stay among agents', async () => {
    const desk = await withTicket();
    expect(said(await desk.say('manager', 'INC-1 hurry up please'))).toMatch(/INC-1/);
    await desk.say('agent', 'INC-1 the part comes on Friday');
    expect(await triageOf(desk)).toMatch(/the part comes on Friday/);
    const own = cardOf(await desk.perform('employee', { do: 'show-ticket', ticket: 'INC-1' }));
    expect(textOf(own.parts)).not.toMatch(/hurry up|the part comes/);
  });

  it('is greeted and thanked without a question being kept, and a human is a form away', async () => {
    const desk = await house();
    expect(cardOf(await desk.say('employee', 'hello')).title).toBe('How can I help?');
    expect(said(await desk.say('employee', '谢谢'))).toMatch(/很高兴帮到您/);
    expect((await desk.say('employee', 'can I talk to a human?')).kind).toBe('form');
    expect(textOf(cardOf(await desk.perform('agent', { do: 'list-questions' })).parts)).not.toMatch(/hello|谢谢|human/);
  });
});
