/** Who had duty, and who was away, has a trail like any decision, for the same few eyes. */
import { openDesk, said } from '../kit/open-desk.js';

const house = openDesk();

test('the trail of duty and of leave is shown to security officers, and to nobody else', async () => {
  const desk = await house();
  await desk.say('lead', 'oncall it @bao 2026-12-01..2026-12-03');
  await desk.say('agent', 'leave 2026-12-07..2026-12-09');
  expect(said(await desk.say('security', 'audit DUTY-1'))).toMatch(
    /Lena Schmidt put somebody on call, .*person Bao Li/,
  );
  expect(said(await desk.say('security', 'audit LEAVE-1'))).toMatch(
    /Alex Weber entered leave, 2026-12-07 → 2026-12-09/,
  );
  for (const person of ['agent', 'lead', 'employee', 'admin'])
    for (const record of ['DUTY-1', 'LEAVE-1'])
      expect(said(await desk.say(person, `audit ${record}`))).toMatch(/Only security officers can do this/);
  expect(said(await desk.say('security', 'audit LEAVE-9'))).toBe('There is no record LEAVE-9.');
});
