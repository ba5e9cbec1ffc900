/** Calls to Teams: what their failures mean. No error keeps anything of the request, which bears the app's token. */
import { z } from 'zod';
import { Busy } from '../../src/chat.js';

/** A call to Teams is given up after 15 s. (The client's own `timeout` leaves its timer running when nothing answers.) */
export const options = () => ({ abortSignal: AbortSignal.timeout(15_000) });

/** What Teams asks to try again; of these nothing was accepted. */
const notNow = new Set([412, 429, 502, 503, 504]);
/** Seconds to wait when Teams does not say: the shortest of its windows that is longer than one second. */
const DEFAULT_WAIT = 2;

/** Teams answered with an error. */
export class Rejected extends Error {
  constructor(
    readonly status: number,
    reason: string,
  ) {
    super(`Teams answered ${status} ${reason}`);
  }
}

/** No answer came: whether the call had its effect is not known. */
export class Unanswered extends Error {
  constructor(code: string) {
    super(`Teams did not answer: ${code}`);
  }
}

const answered = z.looseObject({
  statusCode: z.number(),
  message: z.string().catch(''),
  response: z.object({ headers: z.custom<{ get(name: string): string | undefined }>() }).optional().catch(undefined),
});
const unanswered = z.looseObject({ code: z.string() }).catch({ code: 'no reason' });

/** @throws `Busy`, `Rejected` or `Unanswered`. */
export async function calling<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    const { data } = answered.safeParse(error);
    if (!data) throw new Unanswered(unanswered.parse(error).code);
    if (!notNow.has(data.statusCode)) throw new Rejected(data.statusCode, data.message.slice(0, 200));
    const asked = Number(data.response?.headers.get('retry-after'));
    throw new Busy(asked > 0 ? asked : DEFAULT_WAIT);
  }
}

/** Like `calling`, but these statuses mean only that there is nothing there. */
export async function allowing<T>(statuses: readonly number[], call: () => Promise<T>): Promise<T | undefined> {
  try {
    return await calling(call);
  } catch (error) {
    if (error instanceof Rejected && statuses.includes(error.status)) return undefined;
    throw error;
  }
}
