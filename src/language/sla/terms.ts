/** The terms by which policies, clocks and sentences speak of time limits. */
export type TargetName = 'firstResponse' | 'nextUpdate' | 'resolution' | 'ola';
export type WaitCause = 'user' | 'supplier' | 'approval' | 'change';
/** Why a clock stands still. */
export type PauseCause = WaitCause | 'resolved' | 'closed';
/** Whom a step of the ladder tells. */
export type Told = 'assignee' | 'backup' | 'lead' | 'channel' | 'manager' | 'service-owner';
/** A step's act besides notifying: hands the ticket to the next tier, or to the most skilled agent. */
export type Handover = 'raise-tier' | 'reassign';
