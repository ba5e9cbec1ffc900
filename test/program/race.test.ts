/** Fifty clicks at once, by several approvers on several copies, over two processes of the program and one store. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Approvable } from '../../src/approvals/approvable.js';
import { randomFrom } from '../kit/random.js';
import { policiesWith } from '../kit/slack-company.js';
import type { FakeMessage } from '../kit/slack-fake.js';
import { openPair, titleOf } from './pair.js';
import { openHome, type Home } from './program.js';

let home: Home;
beforeEach(async () => {
  home = await openHome();
});
afterEach(() => home.close());

const approvers = ['p1', 'p2', 'p3', 'p4', 'p5'];

/** Access is decided by any of the approvers. */
async function policiesOfAny(): Promise<string> {
  const policies = await policiesWith(approvers, home.dir);
  const file = join(policies, 'approvals.yaml');
  const text = await readFile(file, 'utf8');
  const any = text
    .replace('{ when: { kind: access }, route: manager-owner }', '{ when: { kind: access }, route: emergency }')
    .replace('[lead:it, person:manager, role:security]', `[${approvers.map((id) => `person:${id}`).join()}]`);
  await writeFile(file, any);
  return policies;
}

test('one of them decides, 49 read who did, each card is redrawn, and the requester is told once', async () => {
  const pair = await openPair(home, randomFrom(1), { POLICIES_DIR: await policiesOfAny() }, approvers);
  try {
    const isIn = (who: string, title: RegExp) => (each: FakeMessage) =>
      each.channel === pair.chatOf(who) && title.test(titleOf(each)) && pair.read(each).includes('REQ-1');
    await pair.say('employee', 'request crm-read for 8h because the quarter ends');
    const copies = await Promise.all(
      approvers.map(async (who) => {
        const own = await pair.see(`the card of ${who}`, isIn(who, /^REQ-1/));
        await pair.say(who, 'approvals');
        const inbox = await pair.see(`the inbox of ${who}`, isIn(who, /^(?!REQ-1)/));
        return { who, cards: [own, inbox] };
      }),
    );
    await Promise.all(
      Array.from({ length: 50 }, (_, nth) => {
        const { who, cards } = copies[nth % copies.length]!;
        return pair.press(who, 'Approve', cards[Math.floor(nth / copies.length) % cards.length]!);
      }),
    );
    await pair.settled();

    const { records, memberships } = await pair.records();
    const { history, approval } = records.find(({ _id }) => _id === 'REQ-1') as unknown as Approvable;
    const [decision, ...others] = approval.steps.flatMap(({ decisions }) => decisions);
    expect(others).toEqual([]);
    const count = (what: string) => history.filter((event) => event.what === what).length;
    expect([count('decided'), count('approved'), memberships.length]).toEqual([1, 1, 1]);

    // People who see no sign within 3 s press again, so there may be more answers than clicks.
    const answers = approvers.flatMap((who) => pair.fake.channel(pair.chatOf(who)).map(pair.read));
    const isLoser = (answer: string) => answer.startsWith(`Already approved by ${decision!.by.name}`);
    expect(answers.filter((answer) => isLoser(answer.replace('@', ''))).length).toBeGreaterThanOrEqual(49);
    expect(answers.filter((answer) => /^You approved|\nYou approved/.test(answer))).toHaveLength(1);
    const cards = pair.fake.messages.filter((each) => each.by === 'desk' && titleOf(each).startsWith('REQ-1'));
    for (const who of approvers)
      expect(cards.filter((each) => isIn(who, /^REQ-1/)(each) && !pair.has('Approve', each))).toHaveLength(1);
    expect(cards.filter((each) => pair.has('Approve', each))).toEqual([]);
    expect(cards.filter(isIn('employee', /^REQ-1/)).map(titleOf)).toEqual([
      'REQ-1 · Demo CRM: Read customers',
      'REQ-1 is granted',
    ]);
    expect(await pair.end()).toEqual([0, 0]);
  } finally {
    await pair.close();
  }
}, 180_000);
