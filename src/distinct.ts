/** Lists in policies in which nothing may be there twice. Pure. */
import type { z } from 'zod';

export const TWICE = 'is there twice: take one of them out, or give it its own name';

/**
 * For `superRefine` of a list: no two entries are the same in what distinguishes them (an id, a name). Without a key the
 * entries themselves are compared.
 */
export const distinct =
  <T>(key?: keyof T & string) =>
  (list: readonly T[], context: z.core.$RefinementCtx<T[]>): void => {
    const seen = new Set<unknown>();
    list.forEach((entry, index) => {
      const name = key ? entry[key] : entry;
      const path = key ? [index, key] : [index];
      if (seen.has(name)) context.addIssue({ code: 'custom', path, message: TWICE });
      seen.add(name);
    });
  };
