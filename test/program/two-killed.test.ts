/** Two processes over one store, of which now the one and now the other is killed: nothing is lost, nothing done twice. */
import { setTimeout as wait } from 'node:timers/promises';
import { DateTime } from 'luxon';
import type { Event } from '../../src/history.js';
import { policiesWith } from '../kit/slack-company.js';
import type { FakeMessage } from '../kit/slack-fake.js';
import { DESK, markOf, openPair, titleOf, type Pair } from './pair.js';
import { openHome, type Home } from './program.js';
import { randomFrom, type Random } from '../kit/random.js';

/** It takes half a minute until a process that is killed is missed, so only `npm run soak` has the time for it. */
const [PAIRS, KILLS] = [5, 20];
const whenSoaking = process.env['SOAK'] ? test : test.skip;
const seed = Number(process.env['PAIR_SEED'] ?? Date.now() % 1_000_000);
const LIMIT_MS = 30_000;
const crowd = Array.from({ length: 300 }, (_, index) => `p${index + 1}`);

type TicketStory = { id: string; words: string; requester: string; room: string };
type AccessStory = { reason: string; requester: string };

let home: Home;
let policies: string;
beforeEach(async () => {
  home = await openHome();
  policies = await policiesWith(crowd, home.dir);
});
afterEach(() => home.close());

/** A question, a ticket, a claim by two agents at once, a reply and its answer, a note, a resolution. */
async function ticketStory(pair: Pair, requester: string): Promise<TicketStory> {
  const room = `room ${requester}.`;
  const words = `vpn keeps dropping in ${room}`;
  const chat = pair.chatOf(requester);
  await pair.say(requester, words);
  const answer = await pair.see(
    `the answer to ${words}`,
    (each) => each.channel === chat && pair.has('Open a ticket', each),
  );
  await pair.submit(requester, await pair.open(requester, 'Open a ticket', answer, words), {});
  const triage = await pair.see(
    `the triage card of ${words}`,
    (each) => each.channel === DESK && !each.thread && titleOf(each).endsWith(words),
  );
  const id = titleOf(triage).split(' ')[0]!;
  await Promise.all(['agent', 'agent2'].map((who) => pair.press(who, 'Claim', triage)));
  const isTold = (like: string) => (who: string) => pair.notesOf(who).some((note) => note.includes(like));
  const winner = await pair
    .see(`who claimed ${id}`, () => ['agent', 'agent2'].some(isTold(`${id} is yours`)))
    .then(() => ['agent', 'agent2'].find(isTold(`${id} is yours`))!);
  await pair.submit(winner, await pair.open(winner, `Reply to ${requester}`, triage, `"${id}"`), {
    text: `Which client has ${room}`,
  });
  const reply = await pair.see(
    'the reply',
    (each) => each.channel === chat && pair.read(each).includes(`Which client has ${room}`),
  );
  await pair.say(requester, `Version 4 in ${room}`, reply);
  await pair.see(
    'the answer to the reply',
    (each) => each.thread === triage.ts && pair.read(each).includes(`Version 4 in ${room}`),
  );
  await pair.say(winner, `${id} note Gateway of ${room}`);
  await pair.say(winner, `${id} resolve Updated the client of ${room}`);
  await pair.see(
    'the resolution',
    (each) => each.channel === chat && pair.read(each).includes(`Updated the client of ${room}`),
  );
  return { id, words, requester, room };
}

/** Everybody who is asked to decide about it says yes, so often. */
async function approveAll(pair: Pair, about: string, count: number): Promise<void> {
  const asked = new Set<string>();
  const people = ['manager', 'owner', 'lead', 'security'];
  for (let decided = 0; decided < count; decided += 1) {
    const card = await pair.see(
      `who decides about ${about}`,
      (each) => !asked.has(each.channel) && pair.read(each).includes(about) && pair.has('Approve', each),
    );
    asked.add(card.channel);
    await pair.press(
      people.find((who) => pair.chatOf(who) === card.channel)!,
      'Approve',
      card,
    );
  }
}

async function accessStory(pair: Pair, requester: string): Promise<AccessStory> {
  const reason = `the quarter of ${requester} ends`;
  await pair.say(requester, `request crm-read for 8h because ${reason}`);
  await approveAll(pair, reason, 2);
  await pair.see(
    `the access of ${requester}`,
    (each) =>
      each.channel === pair.chatOf(requester) && /Active/.test(pair.read(each)) && pair.read(each).includes(reason),
  );
  return { reason, requester };
}

async function changeStory(pair: Pair, number: number, used: Set<string>): Promise<string> {
  const title = `Replace gateway ${number}.`;
  const chat = pair.chatOf('agent');
  const isNew = (each: FakeMessage) =>
    each.channel === chat && !used.has(each.ts) && pair.has('Open the form', each) && /change/i.test(titleOf(each));
  await pair.say('agent', 'change new');
  const door = await pair.see('the form of a change', isNew);
  used.add(door.ts);
  const known = new Set(pair.fake.views.map((each) => each.id));
  await pair.press('agent', 'Open the form', door);
  const isForm = () =>
    pair.fake.views.find((each) => !known.has(each.id) && JSON.stringify(each.view).includes('"rollback"'));
  while (!isForm()) {
    await wait(3_500);
    if (!isForm()) await pair.press('agent', 'Open the form', door);
  }
  const day = DateTime.now().plus({ days: 20 }).toISODate();
  const [starts, ends] = [`${day}T09:00`, `${day}T12:00`];
  const rest = { plan: 'Swap it', rollback: 'Put the old one back', type: 'emergency', risk: 'low' };
  await pair.submit('agent', isForm()!, { title, ...rest, starts, ends });
  await approveAll(pair, title, 1);
  return title;
}

const count = (history: Event[], what: string) => history.filter((event) => event.what === what).length;

/** Plays the stories before one pair until enough has been killed, and looks at what became of them. */
async function soak(index: number) {
  const random = randomFrom(seed + index);
  const pair = await openPair(home, random, { POLICIES_DIR: policies }, crowd);
  try {
    const found = await play(pair, random);
    expect(await pair.end()).toEqual([0, 0]);
    return found;
  } finally {
    await pair.close();
  }
}

async function play(pair: Pair, random: Random) {
  const tickets: TicketStory[] = [];
  const asks: AccessStory[] = [];
  const changes: string[] = [];
  const used = new Set<string>();
  let next = 0;
  const work = async (takesChanges: boolean) => {
    while (pair.kills() < KILLS) {
      const mine = (next += 1);
      if (takesChanges && random.chance(0.3)) changes.push(await changeStory(pair, mine, used));
      else if (random.chance(0.4)) asks.push(await accessStory(pair, crowd[mine]!));
      else tickets.push(await ticketStory(pair, crowd[mine]!));
      await wait(random.below(1_500));
    }
  };
  await pair.fire(true);
  await Promise.all([work(true), work(false)]);
  await pair.fire(false);
  await pair.settled();

  const { records, posted, memberships } = await pair.records();
  const of = (prefix: string) => records.filter(({ _id }) => _id.startsWith(prefix));
  const titles = (prefix: string) =>
    of(prefix)
      .map(({ title }) => String(title))
      .toSorted();
  expect(titles('INC-')).toEqual(tickets.map(({ words }) => words).toSorted());
  for (const { id } of tickets) {
    const { history, state } = records.find(({ _id }) => _id === id)!;
    const once = ['opened', 'claimed', 'replied', 'commented', 'noted', 'resolved'];
    expect([id, state, ...once.map((what) => count(history, what))]).toEqual([id, 'resolved', 1, 1, 1, 1, 1, 1]);
  }
  expect(of('REQ-').map(({ state }) => state)).toEqual(asks.map(() => 'active'));
  for (const { history } of of('REQ-')) expect(count(history, 'decided')).toBe(2);
  expect(memberships).toHaveLength(asks.length);
  expect(titles('CHG-')).toEqual(changes.toSorted());
  for (const { history, state } of of('CHG-')) expect([state, count(history, 'decided')]).toEqual(['approved', 1]);
  for (const { history } of records) {
    const deeds = history.map(({ origin, what, data }) => JSON.stringify([origin, what, data]));
    expect(new Set(deeds).size).toBe(deeds.length);
  }

  // Everybody was told: nothing is owed, and each card that was promised is there.
  expect(records.filter(({ owing, history }) => owing || history.some(({ owed }) => owed.length > 0))).toEqual([]);
  const cards = pair.fake.messages.filter((each) => each.by === 'desk' && markOf(each));
  const standing = new Set(cards.map(({ ts }) => ts));
  expect(posted.filter(({ ref }) => !standing.has(String(ref).split('/').pop()!))).toEqual([]);
  const inChat = (who: string, words: string) =>
    cards.filter((each) => each.channel === pair.chatOf(who) && pair.read(each).includes(words));
  for (const { id, words, requester, room } of tickets) {
    const named = cards.filter((each) => titleOf(each) === `${id} · ${words}` && !each.thread);
    expect([id, ...new Set(named.map(({ channel }) => channel))].toSorted()).toEqual(
      [id, DESK, pair.chatOf(requester)].toSorted(),
    );
    const beneath = cards.filter(({ thread }) => named.some(({ ts }) => ts === thread)).map(pair.read);
    for (const said of [`Version 4 in ${room}`, `Gateway of ${room}`])
      expect([id, said, beneath.filter((text) => text.includes(said)).length > 0]).toEqual([id, said, true]);
    for (const told of [`Which client has ${room}`, `Updated the client of ${room}`])
      expect([id, told, inChat(requester, told).length > 0]).toEqual([id, told, true]);
    for (const who of ['agent', 'agent2'])
      expect([id, who, pair.notesOf(who).some((note) => note.includes(id))]).toEqual([id, who, true]);
  }
  for (const { requester, reason } of asks) expect(inChat(requester, reason).length).toBeGreaterThan(0);

  const marks = new Map<string, number>();
  for (const card of cards) marks.set(markOf(card)!, (marks.get(markOf(card)!) ?? 0) + 1);
  const repeated = [...marks.values()].reduce((sum, times) => sum + times - 1, 0);
  const { kills, slowest } = pair;
  return { kills: kills(), records: records.length, cards: cards.length, repeated, slowest: slowest() };
}

whenSoaking(
  `killed ${KILLS} times, each of ${PAIRS} pairs does everything once and tells everybody (PAIR_SEED=${seed})`,
  async () => {
    const pairs = await Promise.all(Array.from({ length: PAIRS }, (_, index) => soak(index)));
    const sum = (key: 'kills' | 'records' | 'cards' | 'repeated') => pairs.reduce((all, each) => all + each[key], 0);
    const slowest = Math.max(...pairs.map((each) => each.slowest));
    process.stderr.write(
      `two-killed: seed ${seed}, ${sum('kills')} kills, ${sum('records')} records, ${sum('cards')} cards, ` +
        `${sum('repeated')} repeated, slowest card ${(slowest / 1000).toFixed(1)} s\n`,
    );
    for (const { kills, repeated } of pairs) expect(repeated).toBeLessThanOrEqual(kills);
    expect(slowest).toBeLessThanOrEqual(LIMIT_MS);
  },
  900_000,
);
