/** What Teams' rosters tell of a person. */
import { z } from 'zod';

const text = z.string().optional().catch(undefined);

export const member = z.looseObject({
  id: z.string(),
  name: text,
  email: text,
  userPrincipalName: text,
  userRole: text,
  tenantId: text,
  aadObjectId: text,
  objectId: text,
});
export type Member = z.infer<typeof member>;

export const objectIdOf = ({ aadObjectId, objectId }: Member): string | undefined => aadObjectId ?? objectId;

/** The addresses by which a person may be known, the mail address first: it need not be the user principal name. */
export const addressesOf = ({ email, userPrincipalName }: Member): string[] => {
  const isOther = email?.toLowerCase() !== userPrincipalName?.toLowerCase();
  return [email, isOther ? userPrincipalName : undefined].flatMap((each) => (each ? [each] : []));
};

/**
 * Whether it is a guest's, an anonymous person's or another directory's account. A roster may leave the mark of a guest
 * out: then the user principal name that the directory gives its guests tells it.
 */
export const isGuest = (who: Member, tenant: string | undefined): boolean =>
  /^(guest|anonymous)$/i.test(who.userRole ?? '') ||
  addressesOf(who).some((address) => /#EXT#/i.test(address)) ||
  Boolean(who.tenantId && tenant && who.tenantId !== tenant);
