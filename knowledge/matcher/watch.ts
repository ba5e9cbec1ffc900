import { watch } from 'node:fs';
import { join } from 'node:path';
import { loadKnowledge, type Knowledge } from './knowledge.js';

/** Editors save in several steps; one reload follows when they are quiet this long (ms). */
const QUIET = 150;

/**
 * Calls `onChange` with the knowledge read again, within a second of an edit below `dir`.
 * What was learned since is not in it: the caller teaches it again.
 */
export function watchKnowledge(
  dir: string,
  onChange: (knowledge: Knowledge) => void,
  onError: (error: unknown) => void = () => {},
): { close(): void } {
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  const reload = (): void => {
    loadKnowledge(dir).then((knowledge) => {
      if (!closed) onChange(knowledge);
    }, onError);
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(reload, QUIET).unref();
  };
  const watchers = [dir, join(dir, 'faq')].map((folder) =>
    watch(folder, { persistent: false }, soon).on('error', onError),
  );
  return {
    close() {
      closed = true;
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
    },
  };
}
