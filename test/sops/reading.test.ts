/** People find procedures, read them and confirm them, over a real store. */
import mongoose, { type Connection } from 'mongoose';
import type { Context } from '../../src/context.js';
import type { Lang } from '../../src/card.js';
import { readDirectory } from '../../src/directory/policy.js';
import type { Reply } from '../../src/reply.js';
import { createSops } from '../../src/sops/sops.handlers.js';
import { createShelf } from '../../src/sops/sops.shelf.js';
import type { Sop } from '../../src/sops/sops.js';
import { openAcknowledgements } from '../../src/sops/sops.store.js';
import { wording } from '../../src/language/wording.js';
import { buttonsOf, said } from '../approvals/rooms.js';
import { ownDatabase } from '../kit/company.js';

const directory = readDirectory('policies');
const base: Sop = {
  id: 'laptop-loss',
  title: 'Laptop lost or stolen',
  language: 'en',
  type: 'emergency',
  version: 2,
  owner: 'security',
  reviewer: 'admin',
  effective: '2026-10-01',
  review: '2027-04-01',
  audience: 'everyone',
  changes: 'Security locks it at once.',
  body: '1. Call **security**.\n2. Change your password.',
};
const chinese: Sop = { ...base, language: 'zh', title: '电脑遗失或被盗', body: '1. 拨打安全热线。' };
const unlock: Sop = {
  ...base,
  id: 'account-unlock',
  title: 'Unlocking an account',
  audience: 'agents',
  body: 'Call back.',
};
const starter: Sop = {
  ...base,
  id: 'new-starter',
  title: 'New starter',
  audience: 'group:it',
  owner: 'manager',
  body: 'Welcome.',
};

let connection: Connection;
beforeAll(async () => {
  connection = await mongoose.createConnection(ownDatabase()).asPromise();
});
afterAll(async () => {
  await connection.dropDatabase();
  await connection.close();
});

let sops: Sop[];
let desk: ReturnType<typeof createSops>['handlers'];
beforeEach(async () => {
  const acknowledgements = openAcknowledgements(connection);
  await acknowledgements.createIndexes();
  await acknowledgements.deleteMany({});
  sops = [base, chinese, unlock, starter];
  desk = createSops({ shelf: () => createShelf(sops), acknowledgements, directory }).handlers;
});
afterEach(() => connection.deleteModel('acknowledgements'));

const MORNING = new Date('2026-11-23T08:00:00Z');
let deliveries = 0;
const as = (person: string, { lang = 'en', now = MORNING }: { lang?: Lang; now?: Date } = {}): Context => ({
  actor: directory.person(person)!,
  by: person,
  now,
  origin: `delivery-${++deliveries}`,
  viewer: { lang, zone: 'Europe/Berlin' },
  say: wording[lang],
  place: { platform: 'slack', private: true },
});
const buttons = async (reply: Promise<Reply>) => {
  const value = await reply;
  return value.kind === 'card' ? buttonsOf(value.card) : [];
};
const labels = async (reply: Promise<Reply>) => (await buttons(reply)).map(({ label }) => label);
const replace = (id: string, changes: Partial<Sop>) => {
  sops = sops.map((sop) => (sop.id === id ? { ...sop, ...changes } : sop));
};

describe('finding', () => {
  test('everybody sees what is meant for them, and no more', async () => {
    expect(await labels(desk['find-sop']({ do: 'find-sop' }, as('employee')))).toEqual(['Laptop lost or stolen']);
    expect(await labels(desk['find-sop']({ do: 'find-sop' }, as('agent')))).toEqual([
      'Laptop lost or stolen',
      'New starter',
      'Unlocking an account',
    ]);
    expect(await labels(desk['find-sop']({ do: 'find-sop' }, as('manager')))).toEqual([
      'Laptop lost or stolen',
      'New starter',
    ]);
  });

  test('words find, in the reader’s language, and only what they may see', async () => {
    const stolen = { do: 'find-sop', words: 'stolen laptop' } as const;
    expect(await labels(desk['find-sop'](stolen, as('employee', { lang: 'zh' })))).toContain('电脑遗失或被盗');
    const account = { do: 'find-sop', words: 'unlocking an account' } as const;
    expect(await labels(desk['find-sop'](account, as('employee')))).not.toContain('Unlocking an account');
    expect(await labels(desk['find-sop'](account, as('agent')))).toContain('Unlocking an account');
  });

  test('where nothing fits, all are offered', async () => {
    const pizza = { do: 'find-sop', words: 'pizza' } as const;
    expect(await said(desk['find-sop'](pizza, as('employee')))).toContain('No procedure matches');
    expect((await buttons(desk['find-sop'](pizza, as('employee')))).map(({ does }) => does)).toEqual([
      { do: 'find-sop' },
    ]);
  });

  test('a long shelf says how many more there are', async () => {
    sops = Array.from({ length: 14 }, (_, index) => ({ ...base, id: `sop-${index}`, title: `Procedure ${index}` }));
    expect(await said(desk['find-sop']({ do: 'find-sop' }, as('employee')))).toContain('4 more');
    expect(await labels(desk['find-sop']({ do: 'find-sop' }, as('employee')))).toHaveLength(10);
  });
});

describe('reading', () => {
  const show = (sop: string, act: Context) => desk['show-sop']({ do: 'show-sop', sop }, act);

  test('shows the text, its version, who answers for it and what is new', async () => {
    const read = await said(show('laptop-loss', as('employee')));
    for (const words of [
      'Emergency',
      'Version: 2',
      'Sam Okafor',
      'Ada Novak',
      'Security locks it at once.',
      'Call security.',
    ])
      expect(read).toContain(words);
    expect(await labels(show('laptop-loss', as('employee')))).toEqual(['I have read version 2']);
    expect(await labels(show('laptop-loss', as('employee', { lang: 'zh' })))).toEqual(['我已阅读第 2 版']);
  });

  test('says when there is only the other language', async () => {
    expect(await said(show('account-unlock', as('agent', { lang: 'zh' })))).toContain('本规程为英文');
  });

  test('says when its review is overdue', async () => {
    replace('laptop-loss', { review: '2026-11-22' });
    expect(await said(show('laptop-loss', as('employee')))).toContain('review overdue');
  });

  test('what is not meant for somebody is as unknown as what is not there', async () => {
    const hidden = await said(show('account-unlock', as('employee')));
    const missing = await said(show('no-such', as('employee')));
    expect(hidden).toBe('refused: There is no procedure account-unlock for you. Type sop to see your procedures.');
    expect(missing).toBe(hidden.replace('account-unlock', 'no-such'));
  });
});

describe('confirming', () => {
  const confirm = (version: number, act: Context, sop = 'laptop-loss') =>
    desk['acknowledge-sop']({ do: 'acknowledge-sop', sop, version }, act);
  const show = (act: Context) => desk['show-sop']({ do: 'show-sop', sop: 'laptop-loss' }, act);
  const status = (act: Context) => desk['sop-status']({ do: 'sop-status', sop: 'laptop-loss' }, act);
  const later = new Date('2026-11-24T10:00:00Z');

  test('is recorded once; pressing again tells of the first time', async () => {
    const first = await said(confirm(2, as('employee')));
    expect(first).toMatch(/you read version 2 of Laptop lost or stolen on .*08:00/);
    expect(await said(confirm(2, as('employee', { now: later })))).toBe(first);
    expect(await labels(show(as('employee', { now: later })))).toEqual([]);
    expect(await said(show(as('employee', { now: later })))).toContain('You read version 2 on');
  });

  test('twenty presses at once are one confirmation', async () => {
    await Promise.all(Array.from({ length: 20 }, () => confirm(2, as('employee'))));
    expect(await connection.collection('acknowledgements').countDocuments()).toBe(1);
  });

  test('in one language is confirming the version, whatever the other says', async () => {
    await confirm(2, as('employee', { lang: 'zh' }));
    expect(await labels(show(as('employee')))).toEqual([]);
  });

  test('a new version is to be read anew, and the old button leads to it', async () => {
    await confirm(2, as('employee'));
    replace('laptop-loss', { version: 3 });
    expect(await labels(show(as('employee')))).toEqual(['I have read version 3']);
    expect(await said(confirm(2, as('agent')))).toContain(
      'Version 2 has been replaced by version 3. Nothing was recorded',
    );
    expect(await labels(confirm(2, as('agent')))).toEqual(['I have read version 3']);
    expect(await said(status(as('lead')))).toContain('0 of 8 have read version 3');
  });

  test('a version that does not exist yet cannot be confirmed', async () => {
    expect(await said(confirm(3, as('employee')))).toMatch(/^refused: The desk cannot do this/);
  });

  test('is for the audience: who only answers for a document has nothing to confirm', async () => {
    expect(await said(confirm(2, as('security'), 'account-unlock'))).toMatch(/^refused: .*not addressed to you/);
    expect(await said(confirm(2, as('employee'), 'account-unlock'))).toMatch(/^refused: There is no procedure/);
  });

  test('a lead sees who has and who has not', async () => {
    expect(await said(status(as('lead')))).toContain('0 of 8 have read version 2');
    await confirm(2, as('employee'));
    await confirm(2, as('agent'));
    const told = await said(status(as('lead')));
    expect(told).toContain('2 of 8 have read version 2');
    const [missing, read] = told.split('read\n').slice(-2);
    expect(missing).toContain('Bao Li');
    expect(read).toContain('Emma Chen');
    expect(read).not.toContain('Bao Li');
  });

  test('a group’s document counts the group', async () => {
    expect(await said(desk['sop-status']({ do: 'sop-status', sop: 'new-starter' }, as('lead')))).toContain('0 of 3');
    expect(await said(desk['sop-status']({ do: 'sop-status', sop: 'no-such' }, as('lead')))).toMatch(/^refused/);
  });
});
