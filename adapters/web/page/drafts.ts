/** What is typed and not sent yet, outside of the page's state: a keystroke redraws its own field and nothing else. */
import { useCallback, useSyncExternalStore } from 'react';

const words = new Map<string, string>();
const listeners = new Map<string, Set<() => void>>();

export function write(key: string, draft: string): void {
  words.set(key, draft);
  for (const listener of listeners.get(key) ?? []) listener();
}

function listen(key: string, listener: () => void): () => void {
  const all = listeners.get(key) ?? new Set();
  listeners.set(key, all.add(listener));
  return () => void all.delete(listener);
}

export const useDraft = (key: string): string =>
  useSyncExternalStore(
    useCallback((listener: () => void) => listen(key, listener), [key]),
    () => words.get(key) ?? '',
  );
