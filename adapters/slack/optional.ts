/** Fields as Slack sends them: what is optional may be missing or `null`, and one bad item spoils no list. */
import { z } from 'zod';

/** A text that need not be there; what is no text counts as none. */
export const text = z.string().optional().catch(undefined);

/** A number, which some payloads hold as a text. */
export const number = z.preprocess(
  (value) => (typeof value === 'string' && value.trim() !== '' ? Number(value) : value),
  z.number().optional().catch(undefined),
);

/** The items of a list that can be read; none when there is no list. */
export const listOf = <T extends z.ZodType>(item: T) =>
  z
    .array(z.unknown())
    .nullish()
    .catch(undefined)
    .transform((list) =>
      (list ?? []).flatMap((each) => {
        const read = item.safeParse(each);
        return read.success ? [read.data] : [];
      }),
    );
