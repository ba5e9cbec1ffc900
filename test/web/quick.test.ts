/** The page with much in it: what a keystroke costs, how much is drawn, and how one sees what came before. */
import { chromium, type Browser, type Page } from 'playwright-core';
import type { Message } from '../../adapters/web/memory.js';
import { BROWSER_ARGS, findBrowser } from '../kit/web-browser.js';
import { createOneTicketDesk } from '../kit/web-desk.js';
import { buildPage, inMemory, startPlayground } from '../kit/web-playground.js';

const executablePath = findBrowser();
const withBrowser = executablePath ? describe : describe.skip;
const MANY = 500;

/** A card of the size that the desk's own have, in Emma's Slack. */
const message = (seq: number): Message => ({
  id: `m-${seq}`,
  platform: 'play-slack',
  conversation: 'dm/employee',
  author: seq % 2 ? 'employee' : 'desk',
  at: new Date(Date.parse('2026-11-23T08:00:00Z') + seq * 60_000),
  seq,
  rev: seq,
  body:
    seq % 2 > 0
      ? { kind: 'words', words: `question ${seq}` }
      : {
          kind: 'card',
          card: {
            for: { lang: 'en', zone: 'Europe/Berlin' },
            title: `Answer ${seq}`,
            parts: [
              { kind: 'text', text: ['Try this, ', { kind: 'person', id: 'employee', name: 'Emma Chen' }, ':'] },
              {
                kind: 'list',
                ordered: true,
                items: [['Leave the guest network.'], ['Restart the client.'], ['Wait.']],
              },
              { kind: 'buttons', buttons: [{ label: 'That helped', does: { do: 'helped', question: 'Q-1' } }] },
            ],
          },
        },
});

withBrowser(`With ${MANY} messages`, () => {
  let browser: Browser;
  let files: URL;
  let play: Awaited<ReturnType<typeof startPlayground>>;
  let tab: Page;

  beforeAll(async () => {
    files = await buildPage();
    browser = await chromium.launch({ executablePath: executablePath!, args: BROWSER_ARGS });
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    const kept = new Map(Array.from({ length: MANY }, (_, index) => [`m-${index + 1}`, message(index + 1)] as const));
    const desk = createOneTicketDesk();
    play = await startPlayground({ perform: desk.perform, memory: inMemory(kept), page: files });
    desk.join(play.chats);
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 800 } });
    tab = await context.newPage();
    tab.setDefaultTimeout(0);
    await tab.goto(`${play.url}/#emma`);
    await tab.getByText(`Answer ${MANY}`, { exact: true }).waitFor();
  });
  afterEach(async () => {
    await tab.context().close();
    await play.close();
  });

  const chat = () => tab.getByRole('log', { name: 'Deskhand' }).first();
  const drawn = () => chat().locator('article').count();

  it('a keystroke costs less than 20 ms of the processor', async () => {
    const devtools = await tab.context().newCDPSession(tab);
    // Time of the thread, not of the clock: others on this machine do not count.
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
    const spent = async () =>
      (await devtools.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')!.value * 1000;
    const box = tab.locator('#say-play-slack');
    await box.pressSequentially('warm up ');
    const words = 'the quick brown fox jumps over a lazy dog';
    const before = await spent();
    await box.pressSequentially(words);
    expect((await spent()) - before).toBeLessThan(20 * words.length);
    expect(await box.inputValue()).toBe(`warm up ${words}`);
  });

  it('the last fifty are drawn, earlier ones when they are asked for, and the reader stays where they were', async () => {
    expect(await drawn()).toBe(50);
    const top = chat().getByText('question 451', { exact: true });
    await top.scrollIntoViewIfNeeded();
    await chat().getByRole('button', { name: 'Earlier messages' }).click();
    await chat().getByText('question 401', { exact: true }).waitFor({ state: 'attached' });
    expect(await drawn()).toBe(100);
    expect(await top.evaluate((element) => element.getBoundingClientRect().top)).toBeGreaterThan(0);
    for (let more = 0; more < 8; more++) {
      await chat().getByRole('button', { name: 'Earlier messages' }).click();
      await tab.waitForFunction(
        (count) => document.querySelectorAll('.play-slack article').length > count,
        100 + more * 50,
      );
    }
    expect(await drawn()).toBe(MANY);
    await chat().getByRole('button', { name: 'Earlier messages' }).waitFor({ state: 'detached' });
  });

  it('many that come at once are drawn without a complaint, and the newest is in sight', async () => {
    const complaints: string[] = [];
    tab.on('pageerror', (error) => complaints.push(error.message));
    const [slack] = play.chats;
    const card = (title: string) => ({ for: { lang: 'en', zone: 'UTC' }, title, parts: [] }) as const;
    for (let each = 1; each <= 300; each++) await slack!.post('play-slack:dm/employee', card(`Reminder ${each}`));
    await chat().getByText('Reminder 300', { exact: true }).waitFor();
    expect(await drawn()).toBe(50);
    expect(complaints).toEqual([]);
  });
});
