/**
 * Every process looks after the sweeps of all: a dead sweeper cannot tell of its own death. There is one record, so that
 * of several processes that notice the same silence one tells the administrators of it.
 */
import { byDesk, type Presenter, type Sweep } from '../context.js';
import type { Ledger } from '../history.js';
import type { Beat } from '../jobs.js';
import { holders, type Directory } from '../people.js';
import { heartbeatCard } from './heartbeat.cards.js';
import { createListener, heard, silenceOf, SILENT_SECONDS, type Heartbeat } from './heartbeat.js';

/** @param time the machine's time. @param elapsed milliseconds of the process, which no clock moves. */
export function createHeartbeat(deps: {
  ledger: Ledger<Heartbeat>;
  directory: Directory;
  beats(): Promise<Beat[]>;
  time(): Date;
  elapsed?(): number;
}) {
  const { ledger, directory, time, elapsed = () => performance.now() } = deps;
  const started = elapsed();
  const listen = createListener(elapsed);

  /** Does for each process by itself, so that the silence of the jobs does not silence it. */
  const watch: Sweep = {
    name: 'heartbeat',
    seconds: 30,
    async run(now) {
      const beats = listen(await deps.beats(), time());
      // After a night in which nothing ran, the sweeps have their time to begin.
      if (elapsed() - started < SILENT_SECONDS * 1000) return 0;
      const silence = silenceOf(beats, time());
      const { _id, version } = await ledger.open({}, [], byDesk(now, 'heartbeat'));
      const cause = byDesk(now, `heartbeat:${time().toISOString()}`);
      const admins = holders(directory, 'admin').map(({ id }) => id);
      const after = await ledger.change(_id, cause, (record) => heard(record, silence, time(), admins));
      return after!.version - version;
    },
  };

  const presenter: Presenter<Heartbeat> = {
    ledger,
    standing: () => [],
    draw: (record, _, viewer) => ({ for: viewer, title: record._id, parts: [] }),
    notice: (_, event, __, viewer, say) => heartbeatCard(event, viewer, say),
  };
  return { everywhere: [watch], presenter };
}
