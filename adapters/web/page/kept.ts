/** State that a browser keeps over reloads. */
import { useCallback, useState } from 'react';

export function useKept<T>(key: string, initial: T): [T, (next: T | ((old: T) => T)) => void] {
  const name = `deskhand ${key}`;
  const [value, setValue] = useState<T>(() => {
    try {
      return JSON.parse(localStorage.getItem(name) ?? '') as T;
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
