/** Keeps what this process answers from as the store has it. */
import type { Article } from '../../knowledge/matcher/index.js';
import type { Library, Taught } from './articles.library.js';

/** For so long what was read is relied upon while nobody says that it has changed. */
const RELY_MS = 10 * 60_000;

export function createUpkeep(deps: {
  library: Library;
  /** Counts the changes of what the desk was taught and what was published in it. */
  revision: { read(): Promise<number> };
  published(): Promise<readonly Article[]>;
  taught(): Promise<readonly Taught[]>;
}) {
  let seen: number | undefined;
  let read = 0;
  /** Takes into service what was published and taught. */
  async function refresh(): Promise<void> {
    seen = await deps.revision.read();
    read = performance.now();
    const [published, taught] = await Promise.all([deps.published(), deps.taught()]);
    await deps.library.update({ published, taught });
  }

  return {
    refresh,
    /** The same when another process has changed something; a process that died at that moment may not have said so. */
    async keepUp(): Promise<number> {
      if ((await deps.revision.read()) !== seen || performance.now() - read > RELY_MS) await refresh();
      return 0;
    },
  };
}
