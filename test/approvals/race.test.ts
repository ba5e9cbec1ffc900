/** Fifty clicks at once, by several approvers on several copies, over two servers and one store. */
import { boardOf } from '../access/presenter.js';
import { ownName } from '../kit/company.js';
import { buttonsOf, openRooms, said } from './rooms.js';

test('one of them decides, and all the others read who did', async () => {
  const dbName = ownName();
  const servers = await Promise.all([openRooms({ dbName }), openRooms({ dbName })]);
  const [first] = servers;
  try {
    await said(
      first.handlers['open-change'](
        {
          do: 'open-change',
          title: 'Restart the mail gateway',
          type: 'emergency',
          plan: 'Restart node by node',
          risk: 'high',
          rollback: 'Start the old nodes again',
          starts: '2026-12-05T09:00',
          ends: '2026-12-05T12:00',
        },
        first.act('agent'),
      ),
    );
    const approvers = ['lead', 'manager', 'security'];
    const clicks = Array.from({ length: 50 }, (_, nth) => {
      const server = servers[nth % 2]!;
      const context = server.act(approvers[nth % 3]!);
      const reject = nth % 5 === 4;
      return said(
        reject
          ? server.handlers.reject({ do: 'reject', subject: 'CHG-1', reason: 'Not tonight' }, context)
          : server.handlers.approve({ do: 'approve', subject: 'CHG-1' }, context),
      );
    });
    const answers = await Promise.all(clicks);
    const { approval, history } = await first.load('CHG-1');
    const [{ by, verdict } = { by: { name: '' }, verdict: '' }, ...others] = approval.steps.flatMap(
      ({ decisions }) => decisions,
    );
    expect(others).toEqual([]);
    expect(answers.filter((answer) => /^You (approved|rejected) CHG-1/.test(answer))).toHaveLength(1);
    expect(answers.filter((answer) => answer.startsWith(`refused: Already ${verdict} by ${by.name}`))).toHaveLength(49);
    expect(history.filter(({ what }) => what === 'decided')).toHaveLength(1);
    const told = history.flatMap(({ what, owed }) => (what === verdict ? owed : []));
    expect(told.filter((audience) => audience === 'person:agent')).toHaveLength(1);
    for (const { name } of await boardOf(first).standing('CHG-1'))
      expect(buttonsOf(await boardOf(first).card('CHG-1', name)).filter(({ label }) => label === 'Approve')).toEqual(
        [],
      );
  } finally {
    await Promise.all(servers.map((server) => server.close()));
  }
});
