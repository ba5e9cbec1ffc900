/**
 * What becomes of an error that nothing caught. The process goes on: every change of the desk is one write of the store,
 * made or not made, and no half-done state is kept in memory that going on could spread; whereas ending would let one
 * malformed request cut off everybody else's. A process in which such errors come in rows is broken in another way, and
 * gives up in order, so that its supervisor starts a fresh one.
 */
import type { Logger } from 'pino';
import { describe } from './errors.js';

/** The number of failures within a minute that are no single slip any more. */
const TOO_MANY = 10;
const WITHIN_MS = 60_000;

export function createSurvivor(deps: { log: Pick<Logger, 'fatal'>; giveUp(): void; now?(): number }) {
  const now = deps.now ?? (() => performance.now());
  let recent: number[] = [];
  return (error: unknown): void => {
    deps.log.fatal({ error: describe(error) }, 'an error that nothing caught: please report it; the desk goes on');
    const at = now();
    recent = [...recent.filter((each) => at - each < WITHIN_MS), at];
    if (recent.length >= TOO_MANY) deps.giveUp();
  };
}
