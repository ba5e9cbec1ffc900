/** Who calls: the tokens of identity providers, compared by their hashes, in the same time whatever is sent. Pure. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { ScimError } from './errors.js';
import type { ScimToken } from '../../src/config.js';

const hashOf = (text: string) => createHash('sha256').update(text).digest();

/** @throws ScimError 401 for a missing, wrong or expired token. @returns the name of the token. */
export function createTokens(tokens: readonly ScimToken[]) {
  const known = tokens.map(({ name, hash, until }) => ({ name, hash: Buffer.from(hash, 'hex'), until }));
  return (authorization: string | undefined, now: Date): string => {
    const [scheme = '', sent = ''] = (authorization ?? '').split(' ', 2);
    if (scheme.toLowerCase() !== 'bearer' || sent === '')
      throw new ScimError(401, 'Send the token of SCIM_TOKEN as Authorization: Bearer …');
    const hash = hashOf(sent);
    const found = known.filter((each) => timingSafeEqual(each.hash, hash))[0];
    if (!found) throw new ScimError(401, 'This token is not one of SCIM_TOKEN');
    if (found.until && now >= found.until)
      throw new ScimError(401, `The token ${found.name} has expired: put a new one into SCIM_TOKEN`);
    return found.name;
  };
}
