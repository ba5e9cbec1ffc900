/**
 * Who may call: the check of the tokens that the Bot Framework signs its requests with. It takes the place of
 * botbuilder's, which answers a forged signature with 500 and keeps what unverified tokens claim for ever.
 */
import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import { z } from 'zod';

type Verified = { serviceUrl: unknown; expires: number; endorsements: readonly string[] };

const metadata = z.object({ jwks_uri: z.url() });
const endorsed = z.looseObject({ endorsements: z.array(z.string()).catch([]) });
const ASK_TIMEOUT = 5_000;
/** Seconds a clock may be wrong, as in Microsoft's own check. */
const CLOCK_TOLERANCE = 5 * 60;
/** Teams signs many requests with one token, for about an hour. */
const REMEMBERED = 500;

export function createTokenCheck(options: { metadataUrl: string; issuer: string; appId: string }) {
  const verified = new Map<string, Verified>();
  let keys: ReturnType<typeof discover> | undefined;

  const load = () =>
    (keys ??= discover(options.metadataUrl).catch((error: unknown) => {
      keys = undefined;
      throw error;
    }));

  async function verify(token: string): Promise<Verified> {
    const known = verified.get(token);
    if (known && known.expires + CLOCK_TOLERANCE > Date.now() / 1000) return known;
    const set = await load();
    const { payload, protectedHeader } = await jwtVerify(token, set, {
      issuer: options.issuer,
      audience: options.appId,
      algorithms: ['RS256', 'RS384', 'RS512'],
      clockTolerance: CLOCK_TOLERANCE,
      requiredClaims: ['exp', 'serviceurl'],
    });
    const key = set.jwks()?.keys.find(({ kid }) => kid === protectedHeader.kid);
    if (!key) throw new errors.JWKSNoMatchingKey();
    const fresh = {
      serviceUrl: payload['serviceurl'],
      expires: payload.exp ?? 0,
      endorsements: endorsed.parse(key).endorsements,
    };
    verified.set(token, fresh);
    for (const oldest of verified.keys()) {
      if (verified.size <= REMEMBERED) break;
      verified.delete(oldest);
    }
    return fresh;
  }

  return {
    /** Fetches the keys ahead of the first request. */
    async warm(): Promise<void> {
      const set = await load();
      if (!set.fresh) await set.reload();
    },

    /** Whether the request is the Bot Framework's own. Throws when its keys cannot be had, so nothing can be said. */
    async allows(authorization: string | undefined, activity: { serviceUrl?: unknown; channelId?: unknown }) {
      const token = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1];
      if (!token) return false;
      try {
        const { serviceUrl, endorsements } = await verify(token);
        const isEndorsed = endorsements.length === 0 || endorsements.some((each) => each === activity.channelId);
        return isEndorsed && serviceUrl === activity.serviceUrl;
      } catch (error) {
        if (error instanceof errors.JOSEError && !cannotKnow.has(error.code)) return false;
        throw error;
      }
    },
  };
}

/** The errors of fetching keys, as against those of the token. */
const cannotKnow = new Set([errors.JWKSTimeout.code, errors.JWKSInvalid.code, errors.JOSEError.code]);

async function discover(metadataUrl: string) {
  const answer = await fetch(metadataUrl, { signal: AbortSignal.timeout(ASK_TIMEOUT) });
  if (!answer.ok) throw new Error(`${metadataUrl} answered ${answer.status}`);
  const { jwks_uri } = metadata.parse(await answer.json());
  return createRemoteJWKSet(new URL(jwks_uri), { timeoutDuration: ASK_TIMEOUT });
}
