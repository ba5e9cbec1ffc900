/**
 * Ends one ticket in another: two records, one act. The target is claimed FIRST, by a compare-and-swap of its own, and
 * cannot be ended while that stands. Then the source is closed, unless another merge has claimed the source since it was
 * read: so along a chain each claim is older than the next one, and no chain of merges leads back to where it began,
 * whichever process stalls or dies. Of two that merge towards each other, the one into the older ticket goes on.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { byDesk, type Context } from '../../context.js';
import { Refusal } from '../../refusal.js';
import { Claimed, claimsOf, needInTime, pledged, takenBack } from './pledges.js';
import { byOf, type Room } from '../room.handlers.js';
import { adoptedBy } from './tasks.js';
import { MOST_HOPS, noSuchTicket, numberOf, type By, type Ticket } from '../ticket.js';
import * as ties from './links.js';

/** The number of times a merge into the older ticket starts again while others are at its source. */
const TRIES = 20;
const PAUSE_MS = 25;
/** The number of tickets, merged into the merged one before, that are led on at a time. */
const AT_ONCE = 20;

/** @throws Refusal unless this ticket may go into that one. Asked of both as they are when each is saved. */
export type May = (source: Ticket, into: Ticket, by: By) => void;

export type Merging = ReturnType<typeof createMerging>;

export function createMerging(room: Room) {
  const { ledger, house, heard, queries, change, now } = room;

  /** The second half: the ticket at the end of the chain takes on who follows and what is to be done; done again until it is known to be done. */
  async function tell(merged: Ticket, at: Date): Promise<void> {
    if (!merged.merged || merged.merged.told) return;
    const cause = byDesk(at, `merge:${merged._id}`);
    let end = await room.endOf(merged.merged.into);
    // The pledge stands until the last of these: an open task must not come to a ticket that was ended meanwhile.
    for (const id of await queries.tasksOf(merged._id)) {
      const task = await ledger.change(id, cause, (each) => adoptedBy(each, end));
      if (task) await room.tellParent(task, at);
    }
    for (let hops = 0; hops < MOST_HOPS; hops++) {
      const into = await ledger.change(end, cause, (each) => heard(ties.absorb(each, merged, house), 'desk'));
      if (!into?.merged) break;
      end = await room.endOf(end);
    }
    await leadOn(merged._id, end, at);
    await ledger.change(merged._id, byDesk(at, `merged:${merged._id}`), (each) => ties.toldOfMerge(each, end));
  }

  /** What went into this ticket before goes on where this one does. */
  async function leadOn(id: string, end: string, at: Date): Promise<void> {
    const before = await queries.mergedInto(id);
    for (let first = 0; first < before.length; first += AT_ONCE)
      await Promise.all(
        before
          .slice(first, first + AT_ONCE)
          .map((each) => ledger.change(each, byDesk(at, `on:${each}:${end}`), (ticket) => ties.ledOn(ticket, end))),
      );
  }

  async function attempt(id: string, target: string, context: Context, may: May): Promise<Ticket> {
    const [source, into] = await Promise.all([ledger.load(id), ledger.load(target)]);
    if (!source) throw noSuchTicket(id);
    if (source.history.some(({ origin }) => origin === context.origin)) return source;
    if (!into) throw noSuchTicket(target);
    may(source, into, byOf(context));
    const claim = { what: 'merge', of: id, by: context.origin, at: now() } as const;
    await ledger.change(target, { ...context, origin: `${context.origin}:claim` }, (each) => {
      may(source, each, byOf(context));
      return pledged(each, claim);
    });
    try {
      return await change(id, context, (each, by) => {
        may(each, into, by);
        needInTime(id, claim, now());
        return ties.merge(each, by, house, into, claimsOf(source));
      });
    } catch (error) {
      // After any other error the source may be closed; then the sweep does the second half, and that keeps the pledge.
      if (error instanceof Refusal)
        await ledger.change(target, { ...context, origin: `${context.origin}:unclaim` }, (each) =>
          takenBack(each, context.origin),
        );
      throw error;
    }
  }

  return {
    tell,
    /** @throws Refusal when one of the two may not be merged, or others are at them just now. */
    async merge(id: string, target: string, context: Context, may: May): Promise<Ticket> {
      for (let tries = 1; ; tries++)
        try {
          const merged = await attempt(id, target, context, may);
          await tell(merged, context.now);
          return merged;
        } catch (error) {
          const goesOn = error instanceof Claimed && numberOf(target) < numberOf(id) && tries < TRIES;
          if (!goesOn) throw error;
          await pause(PAUSE_MS * (1 + Math.random()));
        }
    },
    /** The ticket in which this one goes on, itself if it was not merged; a merge that is under way is ended first. */
    async goesOnIn(id: string, at: Date): Promise<string> {
      const merged = (await queries.gist(id))?.merged;
      if (!merged) return id;
      if (!merged.told) {
        const ticket = await ledger.load(id);
        if (ticket) await tell(ticket, at);
      }
      return room.endOf(merged.into);
    },
  };
}
