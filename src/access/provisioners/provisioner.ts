/** The port to applications: what a place where grants take effect is asked to do. */
import type { Who } from '../../card.js';

/**
 * A grant as an application is told of it. `id` names the lease: a person may hold two leases of one entitlement.
 * `account` is the e-mail by which applications know the person, as it was when the lease was planned.
 */
export type Grant = {
  id: string;
  person: Who;
  account?: string | undefined;
  entitlement: string;
  owner: Who;
  reason: string;
  until: Date;
};

/** All three may be called again for the same lease, also after a crash in between, and then change nothing more. */
export type Provisioner = {
  /** Whether two leases of one entitlement by one person are two for it: else the second keeps what the first one ends. */
  tellsApart: boolean;
  grant(grant: Grant): Promise<void>;
  /** Ends this lease; where it tells leases apart, another one of the same entitlement stays. */
  revoke(grant: Grant): Promise<void>;
  /** Asks the application itself whether the lease is in effect. */
  verify(grant: Grant): Promise<boolean>;
};

/** The application asks to be left alone until then: that is no refusal. */
export class NotNow extends Error {
  constructor(
    message: string,
    readonly until: Date,
  ) {
    super(message);
  }
}
