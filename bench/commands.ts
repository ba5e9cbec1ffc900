/** What stories cost in commands to the store, counted on the wire, beside their bounds. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedStore } from '../src/store/embedded/index.js';
import { bounds, costs, idle, openBench } from '../test/kit/commands.js';
import { goal } from './table.js';

/** @param seconds of idleness that are counted; less than a minute is reckoned up. */
export async function countCommands(seconds: number): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'deskhand-commands-'));
  const store = await startEmbeddedStore({ dir });
  const uri = new URL(store.uri);
  uri.pathname = '/deskhand';
  process.env['DESKHAND_TEST_SHELF'] = 'knowledge';
  process.env['DESKHAND_TEST_LEARNED'] = dir;
  const bench = await openBench(uri.href);
  try {
    const minute = await idle(bench, seconds);
    const scaled = (count: number) => Math.round((count * 60) / seconds);
    const all = [
      ...(await costs(bench)),
      { ...minute, commands: scaled(minute.commands), durable: scaled(minute.durable) },
    ];
    for (const { story, commands, durable } of all) {
      const most = bounds[story]!;
      goal(
        `Commands: ${story}`,
        `${commands}, ${durable} durable writes`,
        `≤ ${most.commands}, ≤ ${most.durable}`,
        commands <= most.commands && durable <= most.durable,
      );
    }
  } finally {
    await bench.close();
    await store.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}
