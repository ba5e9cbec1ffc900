/** The morning of an outage: everybody writes at once, most of them for the first time, and Slack asks to wait. */
import { openWorkspace, policiesWith, readable, SECRET, userOf } from '../kit/slack-company.js';
import { createSlackSender } from '../kit/slack-sender.js';
import { until } from '../kit/until.js';
import { openHome, type Home } from './program.js';

/** So many write in the same moment; `npm run soak` has more of them in all. */
const WAVE = 50;
const COUNT = process.env['SOAK'] ? 300 : 100;

let home: Home;
beforeEach(async () => {
  home = await openHome();
});
afterEach(() => home.close());

test(`${COUNT} people who write for the first time within seconds get a ticket each`, async () => {
  const crowd = Array.from({ length: COUNT }, (_, index) => `p${index}`);
  const fake = await openWorkspace(crowd);
  fake.failNext('users.info', { status: 429, retryAfter: 1, times: Infinity });
  const program = home.start({
    SLACK_SIGNING_SECRET: SECRET,
    SLACK_BOT_TOKEN: fake.token,
    SLACK_API_URL: fake.apiUrl,
    POLICIES_DIR: await policiesWith(crowd, home.dir),
  });
  const sender = createSlackSender({ url: await program.ready, secret: SECRET, fake });
  const says = (id: string) => sender.say(userOf(id), 'C2HELP', `the laptop of ${id} shows a blue screen`);
  for (let from = 0; from < crowd.length; from += WAVE) await Promise.all(crowd.slice(from, from + WAVE).map(says));
  // Slack has not told of anybody yet who they are.
  expect(sender.failedAcks).toEqual([]);
  const asked = fake.called('users.info').length;
  fake.heal();
  fake.limit('users.info', { calls: 20, seconds: 1 });

  const cards = () => fake.channel('C1DESK').filter(({ thread }) => !thread);
  await until(() => cards().length >= crowd.length, 'everybody has a ticket', 90_000);
  const titles = cards().map((card) => readable(fake, card));
  const ticketsOf = (id: string) => titles.filter((card) => new RegExp(`^INC-.* of ${id} shows`).test(card));
  expect(crowd.filter((id) => ticketsOf(id).length !== 1)).toEqual([]);
  // Of those who wait one asks at a time, so Slack is not run down meanwhile.
  expect(asked).toBeLessThan(20);
  expect(fake.called('users.info').length - asked - crowd.length).toBeLessThan(30);
  await program.end('SIGTERM');
  await fake.close();
}, 120_000);
