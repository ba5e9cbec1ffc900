/** A company to serve: its people and a bank of articles, generated, the same in every run. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Half of them write in Slack, half in Teams. */
export const PEOPLE = 200;

const systems = `
  vpn, outlook, printer, scanner, wifi, laptop, docking station, headset, webcam, projector, intranet,
  payroll portal, expense tool, crm, badge reader, phone, mailbox, calendar, keyboard, monitor,
  password manager, browser, spreadsheet, shared drive, backup, antivirus, firewall, database,
  build server, git repository, staging site, test device, time sheet, travel booking, learning platform,
  meeting room, video call, chat client, ticket scanner, label printer
`
  .split(',')
  .map((each) => each.trim());
const troubles = `
  keeps dropping, is very slow, asks for a password again and again, shows a blank page, is locked,
  cannot be found, makes a strange noise, has no sound, crashes when it starts, needs an update,
  refuses my account, lost my settings, shows the wrong language, is full, prints empty sheets,
  does not connect after lunch, cannot open attachments, shows yesterday’s data, freezes on saving,
  reports an expired certificate, cannot be installed, does not charge, flickers, ignores my mouse,
  says access denied
`
  .split(',')
  .map((each) => each.trim());

/** Writes 1,000 articles with five phrasings each into `<dir>/faq`. */
export function writeArticles(dir: string): void {
  mkdirSync(join(dir, 'faq'), { recursive: true });
  systems.forEach((system, i) =>
    troubles.forEach((trouble, j) => {
      const lines = [
        '---',
        `title: The ${system} ${trouble}`,
        'language: en',
        'audience: everyone',
        'category: generated',
        'owner: it',
        'reviewed: 2026-09-08',
        'validUntil: 2036-12-31',
        'phrasings:',
        ...phrasings(system, trouble).map((phrasing) => `  - ${phrasing}`),
        '---',
        '',
        `This happens when the ${system} was changed lately.`,
        '',
        `1. Switch the ${system} off, wait ten seconds, and switch it on again.`,
        `2. Open **Settings → ${system}** and choose *Repair*.`,
        '3. Restart the computer and try once more.',
        '',
        `If it still ${trouble}, open a ticket with the time at which it happened.`,
        '',
      ];
      writeFileSync(join(dir, 'faq', `article-${i}-${j}.en.md`), lines.join('\n'));
    }),
  );
}

const phrasings = (system: string, trouble: string) => [
  `my ${system} ${trouble}`,
  `${system} ${trouble} since this morning`,
  `why is it that the ${system} ${trouble}`,
  `help the ${system} in our office ${trouble}`,
  `what to do when a ${system} ${trouble}`,
];

/** What somebody asks, as nobody wrote it into an article. */
export function question(n: number): string {
  const system = systems[n % systems.length] ?? '';
  const trouble = troubles[Math.floor(n / systems.length) % troubles.length] ?? '';
  return `hello, the ${system} on my desk ${trouble}, what can I do?`;
}

const chinese = ['VPN 老是断开', '打印机卡纸', '邮箱登录不了', '显示器闪烁', '无线网络很慢', '密码忘了，请重置'];

/** The title of a ticket in the words of people, every fourth one in Chinese. */
export function complaint(n: number): string {
  if (n % 4 === 3) return `${chinese[(n >> 2) % chinese.length]}（${n % 20} 楼）`;
  return `The ${systems[n % systems.length]} ${troubles[(n >> 3) % troubles.length]} on floor ${n % 20}`;
}

export const email = (person: number) => `person${person}@example.com`;

/** Writes the demo company's policies with so many more people. */
export function writePolicies(from: string, dir: string): void {
  cpSync(from, dir, { recursive: true, dereference: true });
  const file = join(dir, 'people.yaml');
  const more = Array.from({ length: PEOPLE }, (_, n) =>
    [
      `  - id: person${n}`,
      `    name: Person ${n}`,
      `    email: ${email(n)}`,
      '    title: { en: Employee, zh: 员工 }',
      '    manager: manager',
      '',
    ].join('\n'),
  );
  writeFileSync(file, `${readFileSync(file, 'utf8').trimEnd()}\n${more.join('')}`);
}
