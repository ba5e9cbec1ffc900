/** The page itself, worked by hand in a real browser: buttons, forms, threads and the clock, in both chats. */
import { chromium, type Browser, type Page } from 'playwright-core';
import type { Request } from '../../src/chat.js';
import { until } from '../kit/until.js';
import { findBrowser, BROWSER_ARGS } from '../kit/web-browser.js';
import { createOneTicketDesk } from '../kit/web-desk.js';
import { buildPage, startPlayground } from '../kit/web-playground.js';

const executablePath = findBrowser();
const withBrowser = executablePath ? describe : describe.skip;
if (!executablePath)
  process.stderr.write('No Chromium was found: the playground’s page is not tested. Set CHROMIUM_PATH to one.\n');

withBrowser('The playground’s page', () => {
  let browser: Browser;
  let page: URL;
  let play: Awaited<ReturnType<typeof startPlayground>>;
  let asked: readonly Request[];
  const complaints: string[] = [];

  beforeAll(async () => {
    page = await buildPage();
    browser = await chromium.launch({ executablePath: executablePath!, args: BROWSER_ARGS });
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    const desk = createOneTicketDesk();
    play = await startPlayground({ perform: desk.perform, page });
    desk.join(play.chats);
    asked = desk.asked;
    complaints.length = 0;
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    await play.close();
    expect(complaints).toEqual([]);
  });

  async function visit(options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 800 }, ...options });
    const tab = await context.newPage();
    tab.setDefaultTimeout(0);
    tab.on('pageerror', (error) => complaints.push(error.message));
    tab.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('Failed to load resource'))
        complaints.push(message.text());
    });
    await tab.goto(play.url);
    return tab;
  }
  const be = (tab: Page, name: string) => tab.getByRole('radio', { name }).check({ force: true });
  const pane = (tab: Page, name: 'Slack' | 'Teams') => tab.getByRole('region', { name, exact: true });
  async function say(tab: Page, where: 'Slack' | 'Teams', words: string) {
    await pane(tab, where).getByRole('textbox').last().fill(words);
    await pane(tab, where).getByRole('textbox').last().press('Enter');
  }

  for (const where of ['Slack', 'Teams'] as const) {
    it(`works a button, a form with a mistake, and a thread in ${where}`, async () => {
      const tab = await visit();
      await say(tab, where, 'vpn <b>keeps</b> *dropping*');
      const chat = pane(tab, where);
      await chat.getByText('vpn <b>keeps</b> *dropping*').nth(1).waitFor();
      await chat.getByRole('button', { name: 'That helped' }).click();
      await chat.getByText('Glad to hear it.').waitFor();

      await chat.getByRole('button', { name: 'Open a ticket', exact: true }).click();
      const form = tab.getByRole('dialog', { name: 'Open a ticket' });
      await form.getByLabel('What is wrong?').fill('The tunnel');
      await form.getByLabel('Details').fill('no');
      await form.getByRole('button', { name: 'Send' }).click();
      await form.getByText('Say a little more.').waitFor();
      expect(await form.getByLabel('What is wrong?').inputValue()).toBe('The tunnel');
      await form.getByLabel('Details').fill('it drops each hour');
      await form.getByRole('button', { name: 'Send' }).click();
      await chat.getByText('INC-1 is open.').waitFor();
      await form.waitFor({ state: 'detached' });

      await be(tab, 'Alex Weber Agent unread');
      await chat.getByRole('tab', { name: /it-desk|IT Desk/ }).click();
      await chat.getByText('INC-1 The tunnel').waitFor();
      await chat.getByRole('button', { name: 'Claim' }).click();
      await chat.getByText('In progress').waitFor();
      await chat.getByRole('button', { name: 'Claim' }).waitFor({ state: 'detached' });

      await chat.getByRole('button', { name: 'Reply' }).click();
      await chat.getByRole('textbox', { name: 'Reply in this thread' }).fill('I am on it');
      await chat.getByRole('textbox', { name: 'Reply in this thread' }).press('Enter');
      await chat.getByRole('button', { name: '1 reply' }).waitFor();
      await chat.getByText('Noted.').waitFor();
    });
  }

  it('moves the clock, by the hour, to Monday and to a chosen time', async () => {
    const tab = await visit();
    const clock = tab.getByRole('region', { name: 'The desk’s clock' });
    const shows = (text: RegExp) => clock.getByText(text).waitFor();
    const before = play.clock.now().getTime();
    await clock.getByRole('button', { name: '+4 h' }).click();
    await tab.waitForFunction(
      (time) => Date.parse(document.querySelector('time')!.dateTime) >= time,
      before + 14_400_000,
    );
    await clock.getByRole('button', { name: 'Mon 9:00' }).click();
    await shows(/^09:0\d$/);
    await shows(/^Mon, /);
    // The tour begins on Monday at nine: it is that already, so its button jumps no week; nor is a guest an hour behind.
    const monday = play.clock.now().getTime();
    await tab.locator('.guide').getByRole('button', { name: 'Mon 9:00' }).click();
    await tab.locator('.guide [data-over=true]').first().waitFor();
    expect(play.clock.now().getTime() - monday).toBeLessThan(3_600_000);
    await be(tab, 'Otto Guest');
    await shows(/^09:0\d$/);
    await clock.getByRole('button', { name: 'Other…' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByLabel('Move the clock to').fill('2020-01-01T10:00');
    const filled = await tab.locator('time').first().getAttribute('datetime');
    await tab.waitForFunction((time) => document.querySelector('time')!.dateTime !== time, filled);
    await dialog.getByRole('button', { name: 'Jump' }).click();
    await dialog.getByText('The clock only goes forward.').waitFor();
  });

  it('shows another window’s news at once, and a dot on who has not read them', async () => {
    const [mine, theirs] = [await visit(), await visit()];
    await be(theirs, 'Alex Weber Agent');
    await say(mine, 'Slack', '/it new');
    await mine.getByRole('dialog').getByLabel('Details').fill('it drops each hour');
    await mine.getByRole('dialog').getByRole('button', { name: 'Send' }).click();
    await pane(theirs, 'Slack').getByRole('tab', { name: '#it-desk unread' }).click();
    await pane(theirs, 'Slack').getByText('INC-1 VPN drops').waitFor();
    await mine.getByRole('radio', { name: 'Bao Li Second agent unread' }).waitFor({ state: 'attached' });
  });

  it('speaks the browser’s language, inserts the guide’s words, and fits a phone', async () => {
    const tab = await visit({ locale: 'zh-CN', viewport: { width: 390, height: 800 } });
    await tab.getByRole('button', { name: 'VPN 老是断开' }).first().click();
    const box = pane(tab, 'Slack').getByRole('textbox');
    expect(await box.inputValue()).toBe('VPN 老是断开');
    await box.press('Enter');
    await pane(tab, 'Slack').getByText('When the VPN keeps dropping').waitFor();
    const tooWide = await tab.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(tooWide).toBe(false);
    await tab.getByRole('button', { name: 'English' }).click();
    await tab.getByRole('button', { name: 'Things to try' }).waitFor();
  });

  it.each([1280, 390])('draws tables on both platforms whose words stay whole, %s px wide', async (width) => {
    const tab = await visit({ viewport: { width, height: 800 } });
    for (const where of ['Slack', 'Teams'] as const) {
      if (width < 1000) await tab.getByRole('button', { name: where, exact: true }).click();
      await say(tab, where, 'queue');
      const table = pane(tab, where).getByRole('table');
      await table.waitFor();
      expect(await table.getByRole('cell').allTextContents()).toContain('Emma Chen, 18 h old');
      const isWhole = await table.getByText(/^(State|Assigned, Alex Weber)$/).evaluateAll((all) =>
        all.every((each) => {
          const words = document.createRange();
          words.selectNodeContents(each);
          const lines = new Set([...words.getClientRects()].map(({ top }) => Math.round(top))).size;
          return lines <= each.textContent.split(' ').length;
        }),
      );
      expect(isWhole).toBe(true);
    }
    expect(await tab.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
  });

  it('has the person in the address: two windows are two people, and Back goes back', async () => {
    const [mine, theirs] = [await visit(), await visit()];
    const isPlayed = (tab: Page, name: string) => tab.getByRole('radio', { name, checked: true }).waitFor();
    await be(theirs, 'Alex Weber');
    expect(new URL(theirs.url()).hash).toBe('#alex');
    await mine.reload();
    await isPlayed(mine, 'Emma Chen');
    await theirs.reload();
    await isPlayed(theirs, 'Alex Weber');
    await be(theirs, 'Lena Schmidt');
    await theirs.goBack();
    await isPlayed(theirs, 'Alex Weber');
  });

  it('shows a refusal as one, and what was done as that', async () => {
    const tab = await visit();
    await say(tab, 'Slack', '/it new');
    await tab.getByRole('dialog').getByLabel('Details').fill('it drops each hour');
    await tab.getByRole('dialog').getByRole('button', { name: 'Send' }).click();
    await pane(tab, 'Slack').getByRole('status').getByText('INC-1 is open.').waitFor();
    const claim = async (name: string) => {
      await be(tab, name);
      await pane(tab, 'Teams')
        .getByRole('tab', { name: /IT Desk/ })
        .click();
      return pane(tab, 'Teams').getByRole('button', { name: 'Claim' });
    };
    await (await claim('Alex Weber')).waitFor();
    // Two agents look at the same card: the second one presses a button that is about to vanish.
    await tab.route('**/playground/press', async (route) => {
      const body = route.request().postDataJSON() as { who: string; origin: string };
      const first = { ...body, who: 'agent2', origin: crypto.randomUUID() };
      await fetch(route.request().url(), {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: play.url },
        body: JSON.stringify(first),
      });
      await route.continue();
    });
    await pane(tab, 'Teams').getByRole('button', { name: 'Claim' }).click();
    await pane(tab, 'Teams').getByRole('alert').getByText('Bao Li was faster.').waitFor();
  });

  it('sends no Slack form without what is required, and goes to the field that lacks it', async () => {
    const tab = await visit();
    await say(tab, 'Slack', '/it new');
    const form = tab.getByRole('dialog', { name: 'Open a ticket' });
    await form.getByLabel('What is wrong?').fill('');
    await form.getByRole('button', { name: 'Send' }).click();
    await form.locator('[data-field=title]').getByRole('alert').getByText('required').waitFor();
    expect(await form.getByLabel('What is wrong?').evaluate((field) => field === document.activeElement)).toBe(true);
    await form.getByLabel('What is wrong?').fill('The tunnel');
    await form.getByLabel('Details').fill('no');
    await form.getByRole('button', { name: 'Send' }).click();
    await form.getByText('Say a little more.').waitFor();
    await tab.waitForFunction(
      () => document.activeElement?.closest('[data-field]')?.getAttribute('data-field') === 'details',
    );
  });

  it('takes files along with words, or without', async () => {
    const tab = await visit();
    const photo = { name: 'photo.png', mimeType: 'image/png', buffer: Buffer.from('12345') };
    const picker = pane(tab, 'Teams').locator('input[type=file]');
    await picker.setInputFiles([photo, { ...photo, name: 'other.png' }]);
    await pane(tab, 'Teams').getByRole('button', { name: 'Remove other.png' }).click();
    await say(tab, 'Teams', 'vpn keeps dropping');
    await pane(tab, 'Teams').locator('article .files').getByText('photo.png').waitFor();
    await picker.setInputFiles(photo);
    await pane(tab, 'Teams').getByRole('button', { name: 'Send' }).click();
    await pane(tab, 'Teams').locator('article .words').getByText('photo.png').waitFor();
    const files = [{ name: 'photo.png', type: 'image/png', size: 5 }];
    expect(asked.map(({ asks }) => asks)).toMatchObject([
      { kind: 'words', words: 'vpn keeps dropping', files },
      { kind: 'words', words: 'photo.png', files },
    ]);
  });

  it('is worked by keys: one skips to the chat, and arrows go from tab to tab', async () => {
    const tab = await visit();
    await be(tab, 'Alex Weber');
    await tab.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await tab.getByText('Skip to the chat').focus();
    await tab.keyboard.press('Enter');
    await tab.keyboard.type('queue');
    expect(await tab.locator('#say-play-slack').inputValue()).toBe('queue');
    const tabs = pane(tab, 'Slack').getByRole('tab');
    await pane(tab, 'Slack').getByRole('tab', { selected: true }).focus();
    await tab.keyboard.press('ArrowRight');
    expect(await pane(tab, 'Slack').getByRole('tab', { selected: true }).textContent()).toContain('#it-desk');
    await tab.keyboard.press('End');
    await tab.keyboard.press('ArrowRight');
    expect(await tabs.first().evaluate((first) => first === document.activeElement)).toBe(true);
  });

  it('suggests to each what is theirs to say', async () => {
    const tab = await visit();
    const suggested = async (who: string) => {
      await be(tab, who);
      await pane(tab, 'Teams').locator('.insert').first().waitFor();
      return pane(tab, 'Teams').locator('.insert').allTextContents();
    };
    expect(await suggested('Emma Chen')).toContain('vpn keeps dropping');
    expect(await suggested('Alex Weber')).toContain('queue');
    expect(await suggested('Marco Rossi')).toContain('approvals');
    expect(await suggested('Sam Okafor')).toContain('audit REQ-1');
    await pane(tab, 'Teams').getByRole('button', { name: 'audit REQ-1' }).click();
    expect(await tab.locator('#say-play-teams').inputValue()).toBe('audit REQ-1');
  });

  it('shows on a phone that there are more people, with most of the screen for what they say', async () => {
    const tab = await visit({ viewport: { width: 390, height: 800 } });
    const boxes = () =>
      tab.locator('.people label').evaluateAll((all) => all.map((each) => each.getBoundingClientRect()));
    await until(
      async () => (await boxes()).some(({ left, right }) => left < 390 && right > 390),
      'somebody is half in sight',
    );
    const main = await tab.locator('main').boundingBox();
    expect(main!.y).toBeLessThan(0.26 * 800);
  });

  it('keeps a form open when the answer to what was written before comes after it', async () => {
    const tab = await visit();
    let answer = () => {};
    await tab.route('**/playground/say', async (route) => {
      const response = await route.fetch();
      await new Promise<void>((resolve) => (answer = resolve));
      await route.fulfill({ response });
    });
    await say(tab, 'Slack', 'vpn keeps dropping');
    await pane(tab, 'Slack').getByRole('button', { name: 'Open a ticket', exact: true }).click();
    const form = tab.getByRole('dialog', { name: 'Open a ticket' });
    await form.waitFor();
    const answered = tab.waitForResponse('**/playground/say');
    answer();
    await answered;
    await form.getByLabel('Details').fill('it drops each hour');
    await form.getByRole('button', { name: 'Send' }).click();
    await pane(tab, 'Slack').getByText('INC-1 is open.').waitFor();
  });

  it('sends again what the connection lost, once', async () => {
    const tab = await visit();
    let lost = 0;
    await tab.route('**/playground/say', async (route) => {
      if (lost++ > 0) return route.continue();
      await route.fetch();
      return route.abort('connectionreset');
    });
    await say(tab, 'Teams', 'vpn keeps dropping');
    await tab.waitForFunction(() => document.querySelector('.play-teams textarea') !== null);
    await pane(tab, 'Teams').getByText('When the VPN keeps dropping').waitFor();
    expect(await pane(tab, 'Teams').getByText('vpn keeps dropping', { exact: true }).count()).toBe(2);
  });
});
