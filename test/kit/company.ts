/** The whole desk over a store of its own, started as the program starts it, at a Monday morning of our choosing. */
import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { jumpingClock } from '../../src/clock.js';
import { type Config, readConfig } from '../../src/config.js';
import { type Deskhand, startDeskhand } from '../../src/deskhand.js';

/** Monday, 9:00 in Berlin: the first minute of the demo company's week. */
const MONDAY = Date.parse('2026-11-23T08:00:00Z');

/** The name of a database of this test's own; it is dropped when the run has ended. */
export const ownName = (): string => `${process.env['DESKHAND_TEST_RUN']}-${randomUUID().slice(0, 13)}`;

/** A database of this test's own on the store that the whole run shares. */
export function ownDatabase(): string {
  const uri = process.env['DESKHAND_TEST_MONGODB_URI'];
  if (!uri) throw new Error('DESKHAND_TEST_MONGODB_URI is not set: run the tests by npm test');
  const url = new URL(uri);
  url.pathname = `/${ownName()}`;
  return url.href;
}

/** What every company of the tests is started with. */
export const surroundings = (): Record<string, string> => ({
  LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'fatal',
  PORT: '0',
  HOST: '127.0.0.1',
  KNOWLEDGE_DIR: process.env['DESKHAND_TEST_SHELF'] ?? '',
  // The store is elsewhere: this is for what one start makes and the next one need not make again.
  DATA_DIR: process.env['DESKHAND_TEST_LEARNED'] ?? '',
});

let first: Promise<unknown> | undefined;

/** The first company of a file reads for all that follow. */
function startCompany(config: Config, deps: Parameters<typeof startDeskhand>[1]): Promise<Deskhand> {
  const start = () => startDeskhand(config, deps);
  const starting = first ? first.catch(() => undefined).then(start) : start();
  first ??= starting;
  return starting;
}

export type Company = {
  /** Where it listens; a restart listens there again. */
  url: string;
  jump(hours: number): Promise<void>;
  settle(): Promise<void>;
  restart(): Promise<void>;
  close(): Promise<void>;
};

/**
 * @param settings environment variables, as the program would read them.
 * @param over the store, and what time it is there; a new one on a Monday morning unless told. `logged` is told each line
 *   of the log.
 */
export async function openCompany(
  settings: Record<string, string>,
  over: { uri?: string; now?: number; logged?(line: string): void } = {},
): Promise<Company> {
  const config: Config = {
    ...readConfig({ ...surroundings(), ...settings }),
    mongodbUri: over.uri ?? ownDatabase(),
  };
  const { logged } = over;
  const log = logged ? pino({ level: config.logLevel }, { write: logged }) : pino({ level: config.logLevel });
  let passed = (over.now ?? MONDAY) - Date.now();
  const clock = () => {
    const running = jumpingClock(passed);
    return { now: running.now, jump: (by: number) => (passed = running.jump(by)) };
  };
  let desk = await startCompany(config, { log, clock });
  const port = desk.port;
  return {
    url: `http://127.0.0.1:${port}`,
    jump: (hours) => desk.jump(hours * 3_600_000),
    settle: () => desk.settle(),
    async restart() {
      await desk.stop();
      desk = await startDeskhand({ ...config, port }, { log, clock });
    },
    close: () => desk.stop(),
  };
}
