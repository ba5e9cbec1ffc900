/** State that a browser keeps over reloads. */
import { useCallback, useState } from 'react';

/** @param isValid what was kept and is not valid any more is left behind. */
export function useKept<T>(
  key: string,
  initial: T,
  isValid: (kept: T) => boolean = () => true,
): [T, (next: T | ((old: T) => T)) => void] {
  const name = `deskhand ${key}`;
  const [value, setValue] = useState<T>(() => {
    try {
      const kept = JSON.parse(localStorage.getItem(name) ?? '') as T;
      return isValid(kept) ? kept : initial;
    } catch {
      return initial;
    }
  });
  const keep = useCallback(
    (next: T | ((old: T) => T)) =>
      setValue((old) => {
        const chosen = typeof next === 'function' ? (next as (old: T) => T)(old) : next;
        localStorage.setItem(name, JSON.stringify(chosen));
        return chosen;
      }),
    [name],
  );
  return [value, keep];
}
