/** What an application has not confirmed of a grant, as its record keeps it. Pure. */

/**
 * `grant` and `revoke` were not confirmed in time; `gone` is missing in the application though it is active, `present` is
 * there though it has ended. `over`: since when it is confirmed, while its ticket is still to be resolved.
 */
export type Unverified = {
  what: 'grant' | 'revoke' | 'gone' | 'present';
  since: Date;
  ticket?: string;
  over?: Date;
};

type Doubted = { unverified?: Unverified | undefined };

/** What is not confirmed now. */
export const doubtOf = ({ unverified }: Doubted): Unverified | undefined => (unverified?.over ? undefined : unverified);

/** Since when a ticket is to be opened or resolved. */
export const owedSince = ({ unverified }: Doubted): Date | undefined =>
  unverified && (unverified.over ?? (unverified.ticket === undefined ? unverified.since : undefined));
