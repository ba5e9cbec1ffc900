/** What the catalogue offers to whom: bundles, prerequisites, smaller choices, separation of duties and its exceptions. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { plain } from '../../src/card.js';
import { eyes, openRooms, type Rooms, said } from '../approvals/rooms.js';
import { policiesWith } from '../approvals/company.js';

let rooms: Rooms;
beforeEach(async () => {
  rooms = await openRooms();
});
afterEach(() => rooms.close());

type Asked = { hours?: number; control?: string; seen?: string };
const ask = (entitlement: string, { hours = 8, ...more }: Asked = {}, on = rooms) =>
  said(
    on.handlers['request-access'](
      { do: 'request-access', entitlement, hours, reason: 'Quarter end', ...more },
      on.act('employee'),
    ),
  );

/** The page that is shown before anything is sent, as people read it. */
async function pageOf(entitlement: string, asked: Asked = {}): Promise<string> {
  const { hours = 8, ...more } = asked;
  const command = { do: 'request-access', entitlement, hours, reason: 'Quarter end', seen: '0', ...more } as const;
  const reply = await rooms.handlers['request-access'](command, rooms.act('employee'));
  return reply.kind === 'form' ? plain(reply.form.intro ?? [], eyes) : reply.kind;
}

async function granted(entitlement: string, hours = 8): Promise<string> {
  const id = /REQ-\d+/.exec(await ask(entitlement, { hours }))![0];
  await decideAll(id);
  return id;
}

async function decideAll(id: string): Promise<void> {
  for (const step of ['manager', 'owner', 'security']) {
    await said(rooms.handlers.approve({ do: 'approve', subject: id, step }, rooms.act(step)));
  }
  await rooms.wait(0);
  expect((await rooms.load(id)).state).toBe('active');
}

describe('before it is sent', () => {
  test('the last page says what it is, what it brings, and what less would do', async () => {
    const page = await pageOf('crm-auditor');
    expect(page).toContain('Look into customer data and check who used it.');
    expect(page).toContain('It brings with it: Demo CRM: Read customers; Demo CRM: Audit log reader.');
    expect(page).toContain(
      'If that is all you need, ask for less: Demo CRM: Read customers; Demo CRM: Audit log reader.',
    );
    expect(page).toContain('These people decide');
  });

  test('what is held by something larger is said', async () => {
    const id = await granted('crm-admin');
    expect(await pageOf('crm-read')).toContain(`You can do this already by Demo CRM: Administrator (${id}) until`);
  });

  test('what something needs first is named, and can then be asked for', async () => {
    const dir = policiesWith('catalogue.yaml', ['        incompatible: [crm-admin]', '        needs: [crm-read]']);
    const strict = await openRooms({ dir, dbName: rooms.dbName });
    expect(await ask('crm-audit', {}, strict)).toBe(
      'refused: Demo CRM: Audit log reader can be held only by people who already hold Demo CRM: Read customers. Ask for that first.',
    );
    await granted('crm-read');
    expect(await ask('crm-audit', {}, strict)).toContain('REQ-2 was sent to Marco Rossi');
    await strict.close();
  });

  test('what is offered to others is refused with whom to ask', async () => {
    const dir = policiesWith('catalogue.yaml', [
      '    includes: [crm-read, crm-audit]',
      '    includes: [crm-read, crm-audit]\n    for: { role: security }',
    ]);
    const strict = await openRooms({ dir, dbName: rooms.dbName });
    expect(await ask('crm-auditor', {}, strict)).toBe(
      'refused: You cannot ask for CRM auditor: the catalogue offers it to other people. Ask Olga Petrova if you need it.',
    );
    await strict.close();
  });
});

describe('a role', () => {
  test('is one lease over all that it bundles, and counts for what may not be held beside any of it', async () => {
    await granted('crm-auditor');
    expect(await ask('crm-admin')).toBe(
      'refused: Demo CRM: Administrator cannot be held together with CRM auditor (REQ-1). Return or withdraw that one first.',
    );
  });

  test('lasts no longer than the shortest in it', async () => {
    expect(await ask('crm-auditor', { hours: 2000 })).toContain('is granted for at most 30 days');
  });
});

describe('an exception to the separation of duties', () => {
  const control = 'Sam reads the payment log every evening.';

  test('is asked with what is checked meanwhile, decided by security as well, shown, and ends', async () => {
    await granted('ledger-create', 720);
    expect(await pageOf('ledger-approve', { hours: 24 })).toContain('nobody should hold both');
    expect(await ask('ledger-approve', { hours: 720, control })).toBe(
      'refused: Demo Ledger: Approve payments up to 1000 euros can be held together with Demo Ledger: Enter payments only as an exception, for at most 1 day. Ask for 1 day or less.',
    );
    expect(await ask('ledger-approve', { hours: 24, control })).toContain('REQ-2 was sent to Marco Rossi');
    const card = await said(
      rooms.handlers['show-request']({ do: 'show-request', request: 'REQ-2' }, rooms.act('security')),
    );
    expect(card).toContain('Exception to the separation of duties: held together with Demo Ledger: Enter payments');
    expect(card).toContain(control);
    await decideAll('REQ-2');
    await rooms.wait(24.1);
    expect((await rooms.load('REQ-2')).state).toBe('ended');
    expect((await rooms.load('REQ-1')).state).toBe('active');
  });

  test('does not open another rule: what the exception is not for still bars the grant', async () => {
    const dir = policiesWith('catalogue.yaml', ['    one: [ledger-create]', '    one: [crm-read]']);
    const before = await openRooms({ dir, dbName: rooms.dbName });
    await said(
      before.handlers['request-access'](
        { do: 'request-access', entitlement: 'ledger-create', hours: 720, reason: 'x' },
        before.act('employee'),
      ),
    );
    expect(await ask('ledger-approve', {}, before)).toContain('REQ-2 was sent to');
    await before.close();
    for (const id of ['REQ-1', 'REQ-2'])
      for (const step of ['manager', 'owner'])
        await said(rooms.handlers.approve({ do: 'approve', subject: id, step }, rooms.act(step)));
    await rooms.wait(0);
    expect([(await rooms.load('REQ-1')).state, (await rooms.load('REQ-2')).state].toSorted()).toEqual([
      'active',
      'barred',
    ]);
  });
});
