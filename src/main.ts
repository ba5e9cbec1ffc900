/** Starts the desk from the environment, and stops it in order. */
import { pino } from 'pino';
import { jumpingClock } from './clock.js';
import { ConfigError, readConfig } from './config.js';
import { startDeskhand } from './deskhand.js';
import { describe, withoutSecrets } from './errors.js';
import { PolicyError } from './policy.js';
import { createSurvivor } from './survivor.js';

try {
  const config = readConfig(process.env);
  const log = pino({ level: config.logLevel, base: null });
  const deskhand = await startDeskhand(config, { log, clock: jumpingClock });
  let stopping = false;
  const stop = (why: object, code: number) => {
    if (stopping) return;
    stopping = true;
    log.info(why, 'stopping');
    deskhand.stop().then(
      () => process.exit(code),
      (error: unknown) => {
        log.error({ error: describe(error) }, 'the stop was not clean; what was acknowledged is saved');
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop({ signal }, 0));
  const survive = createSurvivor({ log, giveUp: () => stop({ reason: 'too many uncaught errors' }, 1) });
  process.on('uncaughtException', survive);
  process.on('unhandledRejection', survive);
  void deskhand.broken.then((error) => {
    process.stderr.write(`Deskhand ends: ${error.message}\n`);
    stop({ reason: error.message }, 1);
  });
  const host = ['0.0.0.0', '::'].includes(config.host) ? 'localhost' : config.host;
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${deskhand.port}`;
  process.stdout.write(
    config.playground ? `Deskhand is ready. Open the playground: ${address}/\n` : `Deskhand is ready at ${address}\n`,
  );
  await deskhand.prepare();
} catch (error) {
  const told = error instanceof ConfigError || error instanceof PolicyError;
  process.stderr.write(
    `${told ? error.message : `Deskhand cannot start: ${withoutSecrets((error as Error).message)}`}\n`,
  );
  process.exit(1);
}
