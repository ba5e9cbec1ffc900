/** Starts the desk from the environment, and stops it in order. */
import { pino } from 'pino';
import { jumpingClock } from './clock.js';
import { ConfigError, readConfig } from './config.js';
import { startDeskhand } from './deskhand.js';
import { PolicyError } from './policy.js';

try {
  const config = readConfig(process.env);
  const log = pino({ level: config.logLevel, base: null });
  const deskhand = await startDeskhand(config, { log, clock: jumpingClock });
  const address = `http://${config.host === '0.0.0.0' ? 'localhost' : config.host}:${deskhand.port}`;
  process.stdout.write(
    config.playground ? `Deskhand is ready. Open the playground: ${address}/\n` : `Deskhand is ready at ${address}\n`,
  );

  let stopping = false;
  const stop = (signal: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    deskhand.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ error: String(error) }, 'the stop was not clean; what was acknowledged is saved');
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  await deskhand.prepare();
} catch (error) {
  const told = error instanceof ConfigError || error instanceof PolicyError;
  process.stderr.write(`${told ? error.message : `Deskhand cannot start: ${(error as Error).message}`}\n`);
  process.exit(1);
}
