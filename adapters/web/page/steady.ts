import { useLayoutEffect, useRef, useState } from 'react';

type Actions = Record<string, (...given: never[]) => unknown>;

/** The same object of the same functions for good, each of which does what the latest one given does. */
export function useSteady<T extends Actions>(latest: T): T {
  const current = useRef(latest);
  useLayoutEffect(() => {
    current.current = latest;
  });
  const [steady] = useState(
    () =>
      Object.fromEntries(
        Object.keys(latest).map((name) => [name, (...given: never[]) => current.current[name]!(...given)]),
      ) as T,
  );
  return steady;
}
