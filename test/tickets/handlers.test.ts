/** The ticket room over a real store: what people are answered, what is kept, and what others are owed. */
import type { Form } from '../../src/card.js';
import { Refusal } from '../../src/refusal.js';
import { wording } from '../../src/language/wording.js';
import { at, MONDAY } from './people.js';
import { answer, as, openRoom, shown, textOf, time, vpn, type Room } from './room.js';

const room = openRoom();
const values = ({ fields }: Form) => Object.fromEntries(fields.map(({ name, value }) => [name, value]));
const opened = async (desk: Room): Promise<void> => {
  expect(await answer(desk.handlers['open-ticket'](vpn, as('employee')))).toMatch(/^INC-1 is open/);
};

describe('opening', () => {
  it('says the number and by when the desk answers', async () => {
    const desk = await room();
    expect(await answer(desk.handlers['open-ticket'](vpn, as('employee')))).toBe(
      'INC-1 is open. The desk answers by Mon 23 Nov, 13:30.',
    );
  });

  it('keeps one ticket however often the delivery comes', async () => {
    const desk = await room();
    const again = as('employee');
    const answers = await Promise.all([1, 2, 3].map(() => answer(desk.handlers['open-ticket'](vpn, again))));
    expect(new Set(answers).size).toBe(1);
    expect(await desk.model.countDocuments()).toBe(1);
  });

  it('starts from the question, and opens one ticket for it', async () => {
    const desk = await room();
    const form = await desk.forms['open-ticket']({ do: 'open-ticket', question: 'Q-1' }, as('employee'));
    expect(values(form)).toEqual({
      title: 'my vpn keeps dropping',
      category: 'network',
      details: 'my vpn keeps\ndropping\n\nI read this article first: vpn-drops',
      impact: 'low',
      urgency: 'medium',
    });
    const asked = { ...vpn, question: 'Q-1' };
    expect(await answer(desk.handlers['open-ticket'](asked, as('employee')))).toMatch(/^INC-1 is open/);
    expect(await answer(desk.handlers['open-ticket'](asked, as('employee')))).toBe(
      'You already opened INC-1 for this question.',
    );
  });

  it('cuts a long question to a title and keeps all of it', async () => {
    const desk = await room();
    const { title, details } = values(
      await desk.forms['open-ticket']({ do: 'open-ticket', question: 'Q-2' }, as('employee')),
    );
    expect(title).toHaveLength(150);
    expect(details).toBe(`vpn ${'x'.repeat(200)}`);
  });

  it('shows nobody the question of another, and opens their ticket apart from it', async () => {
    const desk = await room();
    const form = await desk.forms['open-ticket']({ do: 'open-ticket', question: 'Q-1' }, as('agent'));
    expect(values(form)).toMatchObject({ title: undefined, details: undefined });
    await desk.handlers['open-ticket']({ ...vpn, question: 'Q-1' }, as('employee'));
    expect(await answer(desk.handlers['open-ticket']({ ...vpn, question: 'Q-1' }, as('agent')))).toMatch(
      /^INC-2 is open/,
    );
  });
});

describe('claiming', () => {
  it('has one winner; the others are told who and when', async () => {
    const desk = await room();
    await opened(desk);
    const agents = ['agent', 'agent2', 'lead'];
    const answers = await Promise.all(
      agents.map((who) => answer(desk.handlers.claim({ do: 'claim', ticket: 'INC-1' }, as(who)))),
    );
    const winner = (await desk.ledger.load('INC-1'))!.assignee!;
    expect(answers.filter((each) => each === 'INC-1 is yours.')).toHaveLength(1);
    expect(answers.filter((each) => each === `${winner.name} claimed INC-1 on Mon 23 Nov, 09:00.`)).toHaveLength(2);
    expect((await desk.ledger.load('INC-1'))!.history.filter(({ what }) => what === 'claimed')).toHaveLength(1);
  });

  it('is answered the same when the click comes twice', async () => {
    const desk = await room();
    await opened(desk);
    const click = as('agent');
    const claim = () => answer(desk.handlers.claim({ do: 'claim', ticket: 'INC-1' }, click));
    expect([await claim(), await claim()]).toEqual(['INC-1 is yours.', 'INC-1 is yours.']);
  });
});

describe('an outsider', () => {
  it('is told the same of a ticket of others as of none', async () => {
    const desk = await room();
    await opened(desk);
    for (const [id, ticket] of [
      ['INC-1', 'INC-1'],
      ['INC-9', 'INC-9'],
    ] as const) {
      const unseen = `There is no ticket ${id} that you can see.`;
      expect(await answer(desk.handlers['show-ticket']({ do: 'show-ticket', ticket }, as('security')))).toBe(unseen);
      expect(await answer(desk.handlers.why({ do: 'why', ticket }, as('security')))).toBe(unseen);
      expect(await answer(desk.handlers.note({ do: 'note', ticket, text: 'x' }, as('security')))).toBe(unseen);
      await expect(desk.forms.reply({ do: 'reply', ticket }, as('security'))).rejects.toBeInstanceOf(Refusal);
    }
    expect((await desk.ledger.load('INC-1'))!.version).toBe(1);
  });
});

describe('the conversation', () => {
  async function repliedTo(): Promise<Room> {
    const desk = await room();
    await opened(desk);
    await desk.handlers.claim({ do: 'claim', ticket: 'INC-1' }, as('agent'));
    expect(
      await answer(desk.handlers.reply({ do: 'reply', ticket: 'INC-1', text: 'Which network?' }, as('agent'))),
    ).toBe('Sent to Emma Chen for INC-1.');
    return desk;
  }

  it('takes the requester’s next words as the answer, for a day, while the desk has the last word', async () => {
    const desk = await repliedTo();
    expect(await desk.awaiting('employee')).toBe('INC-1');
    expect(await desk.awaiting('agent')).toBeUndefined();
    time.now = at('tue', '09:01');
    expect(await desk.awaiting('employee')).toBeUndefined();
    time.now = MONDAY;
    await desk.handlers.comment({ do: 'comment', ticket: 'INC-1', words: 'The office one.' }, as('employee'));
    expect(await desk.awaiting('employee')).toBeUndefined();
  });

  it('does not guess between two tickets that wait for an answer', async () => {
    const desk = await repliedTo();
    await desk.handlers['open-ticket'](vpn, as('employee'));
    await desk.handlers.reply({ do: 'reply', ticket: 'INC-2', text: 'Which floor?' }, as('agent'));
    expect(await desk.awaiting('employee')).toBeUndefined();
  });

  it('offers to take plain words back as a new question, which is then answered', async () => {
    const desk = await repliedTo();
    const added = await shown(
      desk.handlers.comment({ do: 'comment', ticket: 'INC-1', words: 'how do I print?' }, as('employee')),
    );
    expect([added.title, textOf(added.parts)]).toEqual([
      'Added to INC-1',
      'VPN keeps dropping\n[That was a new question]',
    ]);
    const part = added.parts.find((each) => each.kind === 'buttons')!;
    const press = part.kind === 'buttons' ? part.buttons[0]!.does : undefined;
    if (press?.do !== 'ask-instead') throw new Error('the button asks instead');
    for (const _ of ['once', 'and again'])
      expect(await answer(desk.handlers['ask-instead'](press, as('employee')))).toBe('answer to how do I print?');
    expect(await answer(desk.handlers['ask-instead'](press, as('agent')))).toMatch(/no ticket INC-1/);
    expect((await desk.ledger.load('INC-1'))!.history.filter(({ what }) => what === 'withdrawn')).toHaveLength(1);
  });

  it('in a thread it only notes that the words were added, and the thread is not told them again', async () => {
    const desk = await repliedTo();
    const thread = as('employee', { thread: 'slack:card' });
    expect(await answer(desk.handlers.comment({ do: 'comment', ticket: 'INC-1', words: 'Yes.' }, thread))).toBe(
      'Added to INC-1.',
    );
    expect((await desk.ledger.load('INC-1'))!.history.at(-1)).toMatchObject({
      what: 'commented',
      data: { words: 'Yes.', heard: 'slack:card' },
      owed: ['under:triage'],
    });
  });

  it('shows the requester one timeline without the agents’ notes, and the agents everything', async () => {
    const desk = await repliedTo();
    await desk.handlers.note({ do: 'note', ticket: 'INC-1', text: 'Suspect the certificate.' }, as('agent2'));
    await desk.handlers.escalate({ do: 'escalate', ticket: 'INC-1', reason: 'Beyond me.' }, as('agent'));
    const seen = async (who: string) =>
      textOf((await shown(desk.handlers['show-ticket']({ do: 'show-ticket', ticket: 'INC-1' }, as(who)))).parts);
    expect(await seen('employee')).toContain('Alex Weber replied: Which network?');
    expect(await seen('employee')).not.toMatch(/Suspect|Beyond me/);
    expect(await seen('employee')).not.toContain('[Claim]');
    expect(await seen('agent')).toContain('🔒 Internal · Bao Li noted: Suspect the certificate.');
  });
});

describe('the requester’s own card', () => {
  it('escalates with a reason while the desk is at work, and not while it waits for the requester', async () => {
    const desk = await room();
    await opened(desk);
    const own = async (): Promise<string> => {
      const ticket = (await desk.ledger.load('INC-1'))!;
      return textOf(desk.presenter.draw(ticket, 'requester', as('employee').viewer, wording.en).parts);
    };
    const escalation = { do: 'escalate', ticket: 'INC-1' } as const;
    expect(await own()).toContain('[Escalate]');
    expect((await desk.forms.escalate(escalation, as('employee'))).draft).toEqual(escalation);
    await desk.handlers.escalate({ ...escalation, reason: 'The board meets at noon.' }, as('employee'));
    expect((await desk.ledger.load('INC-1'))!.history.at(-1)).toMatchObject({
      what: 'escalated',
      owed: ['under:triage', 'person:lead'],
    });
    await desk.handlers.wait({ do: 'wait', ticket: 'INC-1', cause: 'user', reason: 'Which VPN?' }, as('agent'));
    expect(await own()).not.toContain('[Escalate]');
    await desk.handlers.wait({ do: 'wait', ticket: 'INC-1', cause: 'supplier', reason: 'A part.' }, as('agent'));
    expect(await own()).toContain('[Escalate]');
    await desk.handlers.resolve({ do: 'resolve', ticket: 'INC-1', summary: 'New part.' }, as('agent'));
    expect(await own()).not.toContain('[Escalate]');
  });
});

describe('the ladder', () => {
  it('takes a step once, whichever of two processes sweeps, and the ticket shows it', async () => {
    const desk = await room();
    await opened(desk);
    time.now = at('mon', '13:15');
    const sweep = desk.sweeps[0]!;
    await Promise.all([sweep.run(time.now), sweep.run(time.now)]);
    const ticket = (await desk.ledger.load('INC-1'))!;
    expect(ticket.history.filter(({ what }) => what === 'climbed')).toHaveLength(1);
    const drawn = desk.presenter.draw(ticket, 'triage', { lang: 'en', zone: 'Europe/Berlin' }, wording.en);
    expect(drawn.status).toEqual({ text: 'New', tone: 'warning' });
    const whole = await shown(desk.handlers['show-ticket']({ do: 'show-ticket', ticket: 'INC-1' }, as('agent')));
    expect(textOf(whole.parts)).toContain('done 90 %: the backup, the lead (notified Mon 23 Nov, 13:15)');
    expect(await sweep.run(time.now)).toBe(0);
  });

  it('goes on with the other tickets when one cannot be counted', async () => {
    const troubles: string[] = [];
    const desk = await room(undefined, troubles);
    await opened(desk);
    await desk.handlers['open-ticket'](vpn, as('employee'));
    await desk.model.updateOne({ _id: 'INC-1' }, { $set: { 'clocks.resolution.steps': 'gone' } });
    // The sweep counts as done, and another one has nothing to do.
    expect(await desk.sweeps[0]!.run(at('mon', '13:15'))).toBeGreaterThan(0);
    expect(await desk.sweeps[0]!.run(at('mon', '13:15'))).toBe(0);
    expect(new Set(troubles)).toEqual(new Set(['sla INC-1']));
    expect((await desk.ledger.load('INC-2'))!.history.at(-1)!.what).toBe('climbed');
  });

  it('explains itself', async () => {
    const desk = await room();
    await opened(desk);
    await desk.handlers.reply({ do: 'reply', ticket: 'INC-1', text: 'Hello' }, as('agent'));
    time.now = at('tue', '10:00');
    const text = textOf((await shown(desk.handlers.why({ do: 'why', ticket: 'INC-1' }, as('employee')))).parts);
    expect(text).toContain('Resolution: 9 h of 24 h, due Wed 25 Nov, 17:30');
    expect(text).toContain('Mon 23 Nov, 13:00 – Mon 23 Nov, 17:30 = 4 h 30 min');
    expect(text).toContain('Next: Tue 24 Nov, 13:30: Resolution, 50 % → nobody, a mark on the card');
  });
});

it('lists what of one’s own has ended lately, with Reopen while that is allowed', async () => {
  const desk = await room();
  await opened(desk);
  await desk.handlers.resolve({ do: 'resolve', ticket: 'INC-1', summary: 'A new client' }, as('agent'));
  expect(textOf(await desk.mine(as('employee')))).toMatch(
    /Resolved and closed lately[\s\S]*INC-1[\s\S]*Resolved[\s\S]*\[Reopen INC-1\]/,
  );
  await desk.handlers.close({ do: 'close', ticket: 'INC-1' }, as('employee'));
  const closed = textOf(await desk.mine(as('employee')));
  expect(closed).toMatch(/INC-1[\s\S]*Closed[\s\S]*\[INC-1\]/);
  expect(closed).not.toContain('Reopen');
});

it('lists one’s open tickets, and those one works on', async () => {
  const desk = await room();
  await opened(desk);
  await desk.handlers.claim({ do: 'claim', ticket: 'INC-1' }, as('agent'));
  expect(textOf(await desk.mine(as('employee')))).toContain(
    'INC-1 VPN keeps dropping · Assigned · due Mon 23 Nov, 13:30',
  );
  expect(textOf(await desk.mine(as('agent')))).toContain('Assigned to you');
  await desk.handlers.resolve({ do: 'resolve', ticket: 'INC-1', summary: 'Done.' }, as('agent'));
  expect(textOf(await desk.mine(as('employee')))).toMatch(/^Resolved and closed lately/);
});
