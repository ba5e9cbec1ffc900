/** Keeps an application that does not answer from holding up everything else that is granted and revoked. */
import { type Grant, NotNow, type Provisioner } from './provisioner.js';

/** After a call that took its whole time, the application is left alone for so long. */
const REST_MS = 60_000;

/**
 * Gives each call so many milliseconds. After one that took them all, other calls fail at once for a minute: a sweep over a
 * hundred leases waits for a hanging application once, and not a hundred times.
 */
export function fused(provisioner: Provisioner, timeoutMs: number, now: () => Date): Provisioner {
  let rests = new Date(0);
  const within =
    <R>(call: (grant: Grant) => Promise<R>) =>
    async (grant: Grant): Promise<R> => {
      if (now() < rests) throw new NotNow('the application did not answer a moment ago', rests);
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(
          () => reject(new DOMException(`no answer within ${timeoutMs} ms`, 'TimeoutError')),
          timeoutMs,
        );
      });
      try {
        return await Promise.race([call(grant), late]);
      } catch (error) {
        if (!(error instanceof DOMException && error.name === 'TimeoutError')) throw error;
        rests = new Date(now().getTime() + REST_MS);
        throw new NotNow(`the application did not answer: ${error.message}`, rests);
      } finally {
        clearTimeout(timer);
      }
    };
  return {
    tellsApart: provisioner.tellsApart,
    grant: within(provisioner.grant),
    revoke: within(provisioner.revoke),
    verify: within(provisioner.verify),
  };
}
