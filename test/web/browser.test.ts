/** The page itself, worked by hand in a real browser: buttons, forms, threads and the clock, in both chats. */
import { chromium, type Browser, type Page } from 'playwright-core';
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
