/** What people are told when they ask, and what a ticket takes along when that did not help. */
import type { Article } from '../../knowledge/matcher/index.js';
import { buttonOf, cardOf, labelsOf, openDesk, said, textOf } from '../kit/open-desk.js';

const house = openDesk();
const fieldsOf = (form: { fields: readonly { name: string; value?: string }[] }) =>
  Object.fromEntries(form.fields.map(({ name, value }) => [name, value]));

const runbook: Article = {
  id: 'gateway-failover.en',
  pair: 'gateway-failover',
  lang: 'en',
  title: 'Fail over the zebra gateway',
  phrasings: ['zebra gateway failover', 'switch the zebra gateway over', 'zebra gateway is dead'],
  body: '1. Log in to the zebra gateway as root.',
  steps: [],
  audience: 'agents',
};

describe('an answer that did not help', () => {
  it('opens the form with the words and what was tried, and the ticket tells agents', async () => {
    const desk = await house();
    const card = await desk.ask('employee', 'vpn keeps dropping');
    expect(labelsOf(card)).toEqual(['That helped', 'Still broken', 'Open a ticket']);
    const form = await desk.pressForm('employee', /Still broken/, card);
    expect(fieldsOf(form)).toMatchObject({
      title: 'vpn keeps dropping',
      details: expect.stringContaining('did not help: VPN keeps disconnecting') as string,
    });
    await desk.submit('employee', form, { title: 'VPN drops in every call' });
    const whole = cardOf(await desk.perform('agent', { do: 'show-ticket', ticket: 'INC-1' }));
    expect(textOf(whole.parts)).toMatch(/Original question: vpn keeps dropping/);
    expect(textOf(whole.parts)).toMatch(/VPN keeps disconnecting — tried, did not help/);
    const own = (await desk.seen('@employee')).map(({ parts }) => textOf(parts)).join();
    expect(own).not.toMatch(/Asked first/);
  });

  it('is only named as read where a ticket is opened by the old button', async () => {
    const desk = await house();
    await desk.ask('employee', 'vpn keeps dropping');
    const old = { do: 'show-form', draft: { do: 'open-ticket', question: 'Q-1' } } as const;
    const reply = await desk.perform('employee', old);
    if (reply.kind !== 'form') throw new Error(said(reply));
    await desk.submit('employee', reply.form);
    const whole = cardOf(await desk.perform('agent', { do: 'show-ticket', ticket: 'INC-1' }));
    expect(textOf(whole.parts)).toMatch(/VPN keeps disconnecting — read/);
  });

  it('is not said of an article that was never offered', async () => {
    const desk = await house();
    await desk.ask('employee', 'vpn keeps dropping');
    const draft = { do: 'open-ticket', question: 'Q-1', tried: 'printer-jam.en' } as const;
    const reply = await desk.perform('employee', { do: 'show-form', draft });
    if (reply.kind !== 'form') throw new Error(said(reply));
    expect(fieldsOf(reply.form)['details'] ?? '').not.toMatch(/did not help/);
  });
});

describe('articles for agents', () => {
  const both = (all: Article[]) => [...all, runbook];

  it('answer agents, and no employee by any way', async () => {
    const desk = await house(both);
    const theirs = await desk.ask('agent', 'zebra gateway failover');
    expect(theirs.title).toBe('Fail over the zebra gateway');
    const asked = await desk.ask('employee', 'zebra gateway failover');
    const all = [asked, ...(await desk.seen('@employee'))];
    expect(all.map((card) => `${card.title} ${textOf(card.parts)}`).join()).not.toMatch(/zebra gateway/i);
    const forged = { do: 'show-article', question: 'Q-2', article: runbook.id } as const;
    expect(said(await desk.perform('employee', forged))).toMatch(/no longer exists/);
    expect(said(await desk.perform('employee', { do: 'why-answer', question: 'Q-2' }))).not.toMatch(/Fail over/);
    const draft = { do: 'open-ticket', question: 'Q-2', tried: runbook.id } as const;
    const form = await desk.perform('employee', { do: 'show-form', draft });
    expect(JSON.stringify(form)).not.toMatch(/Fail over/);
  });

  it('answer nobody by another role: no administrator, no security officer', async () => {
    const desk = await house(both);
    for (const who of ['admin', 'security'])
      expect((await desk.ask(who, 'zebra gateway failover')).title).not.toMatch(/zebra/i);
  });

  it('are out of reach for somebody else’s question, whoever asked it', async () => {
    const desk = await house(both);
    await desk.ask('agent', 'zebra gateway failover');
    const stolen = { do: 'show-article', question: 'Q-1', article: runbook.id } as const;
    expect((await desk.perform('employee', stolen)).kind).toBe('refused');
    expect((await desk.perform('employee', { do: 'why-answer', question: 'Q-1' })).kind).toBe('refused');
  });
});

it('hides what is no longer valid, also behind a button from before', async () => {
  const desk = await house((all) =>
    all.map((each) => (each.pair === 'vpn-drops' ? { ...each, validUntil: '2026-11-23' } : each)),
  );
  const card = await desk.ask('employee', 'vpn keeps dropping');
  expect(card.title).toBe('VPN keeps disconnecting');
  await desk.pass(24);
  const later = await desk.ask('employee', 'vpn keeps dropping');
  expect(later.title).not.toBe('VPN keeps disconnecting');
  const old = { do: 'show-article', question: 'Q-1', article: 'vpn-drops.en' } as const;
  expect(said(await desk.perform('employee', old))).toMatch(/no longer exists/);
});

it('says why: the articles that came nearest, with words and scores', async () => {
  const desk = await house();
  const card = await desk.ask('agent', 'vpn keeps dropping');
  const why = said(await desk.press('agent', /Why this answer/, card));
  expect(why).toMatch(/VPN keeps disconnecting — \d+ % sure, score \d/);
  expect(why).toMatch(/dropping \d/);
  await desk.ask('employee', 'vpn keeps dropping');
  expect(said(await desk.perform('employee', { do: 'why-answer' }))).toMatch(/VPN keeps disconnecting — \d+ % sure/);
});

it('marks an English article that answers a Chinese question', async () => {
  const desk = await house((all) => all.filter(({ pair, lang }) => lang === 'en' || !pair.startsWith('vpn')));
  const card = await desk.ask('employee', 'VPN 老是断开');
  const shown = card.title === 'VPN keeps disconnecting' ? card : await opened(desk, card);
  expect(shown.title).toBe('VPN keeps disconnecting');
  expect(textOf(shown.parts)).toContain('这篇文章是英文的');
});

async function opened(desk: Awaited<ReturnType<typeof house>>, choices: Parameters<typeof buttonOf>[0]) {
  return cardOf(await desk.press('employee', /VPN keeps disconnecting/, choices));
}

describe('an answer that may not be the one', () => {
  it('offers what else may be meant, and that may help instead', async () => {
    const desk = await house();
    await desk.ask('employee', 'print job stuck in the queue');
    const offered = [
      { article: 'printer-add.en', confidence: 0.53, score: 1 },
      { article: 'printer-jam.en', confidence: 0.31, score: 0.9 },
      { article: 'vpn-drops.en', confidence: 0.02, score: 0.1 },
    ];
    await desk.offer('print job stuck in the queue', offered);
    const shown = await desk.choose('employee', 'Q-1', 'printer-add.en');
    expect(labelsOf(shown).slice(3)).toEqual(['Printer is jammed, offline or prints badly']);
    const other = await desk.choose('employee', 'Q-1', 'printer-jam.en');
    expect(labelsOf(other)).toContain('Add a printer');
  });

  it('is alone where there is no doubt', async () => {
    const desk = await house();
    const card = await desk.ask('employee', 'vpn keeps dropping');
    expect(labelsOf(card)).toEqual(['That helped', 'Still broken', 'Open a ticket']);
  });
});
