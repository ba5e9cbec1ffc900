/** Administrators learn of each new version of the SLA policies once, and decide whether open tickets follow it too. */
import type { Flaw } from '../access/lint.js';
import { byDesk, type Context, type Presenter, type Handlers, type Sweep } from '../context.js';
import type { Part } from '../card.js';
import { eachByItself, type Report } from '../sweep.js';
import { atAGlance, type Ledger } from '../history.js';
import { holders, type Directory } from '../people.js';
import { PolicyError } from '../policy.js';
import { Refusal } from '../refusal.js';
import { card, done } from '../reply.js';
import type { Sla } from '../sla/policy.js';
import { applied, decide, taken, type Affected, type SlaVersion } from './version.js';
import { lintCard, lintParts } from './lint.cards.js';
import { affectedParts, versionCard, versionParts } from './version.cards.js';

export function createVersions(deps: {
  ledger: Ledger<SlaVersion>;
  /** The SLA policies that this process applies. */
  sla: Sla;
  /** Reads the files as they are now. @throws PolicyError when they are wrong. */
  onFile(): Sla;
  directory: Directory;
  tickets: {
    /** The open tickets that would have other targets. */
    affected(sla: Sla, now: Date): Promise<Affected>;
    /** Those whose dates move by the working hours of these files. */
    movedByHours(sla: Sla, now: Date): Promise<Affected>;
    /** Gives some open tickets the SLA policies of today, and tells how many; none when all have them. */
    recommit(now: Date): Promise<number>;
    /** Counts some open tickets by the working hours of today, and tells how many; none when all are. */
    recount(now: Date): Promise<number>;
  };
  /** What else of the policies an administrator should look at. */
  remarks?(context: Context): Part[];
  /** What is wrong with the catalogue of access. */
  lint(now: Date): Flaw[];
  trouble: Report;
}) {
  const { ledger, sla, directory, tickets } = deps;
  const origin = `sla:${sla.version}:${sla.hours}`;
  let known = false;
  let isCounted = false;

  const inForce = async () => (await ledger.model.findOne({ origin }, atAGlance).lean().exec()) as SlaVersion | null;

  /** Records the version of this process, once over all of them. */
  async function take(now: Date): Promise<number> {
    if (known) return 0;
    if (!(await inForce())) {
      const [before] = await ledger.model.find({}, { sla: 1, hours: 1 }).sort({ taken: -1 }).limit(1).lean().exec();
      const isSame = before?.sla === sla.version;
      const affected = await (isSame ? tickets.movedByHours : tickets.affected)(sla, now);
      const made = taken({ sla: sla.version, hours: sla.hours }, before ?? undefined, affected, now);
      await ledger.open(made.own, made.events, { ...byDesk(now, ''), origin });
    }
    known = true;
    return 1;
  }

  async function recount(now: Date): Promise<number> {
    if (isCounted) return 0;
    const counted = await tickets.recount(now);
    isCounted = counted === 0;
    return counted;
  }

  async function apply(id: string, now: Date): Promise<void> {
    const version = await ledger.load(id);
    // A version that is no longer in force is applied by nobody.
    const left = version?.sla === sla.version ? await tickets.recommit(now) : 0;
    if (left === 0) await ledger.change(id, byDesk(now, `applied:${id}`), applied);
  }

  /** What the file says now, where that differs from what is in force. */
  async function filed({ now, say }: Context): Promise<Part[]> {
    try {
      const fresh = deps.onFile();
      if (fresh.version === sla.version && fresh.hours === sla.hours)
        return [{ kind: 'note', text: say.versions.sameOnFile }];
      if (fresh.version === sla.version)
        return [
          { kind: 'text', text: say.versions.otherHoursOnFile },
          ...affectedParts(await tickets.movedByHours(fresh, now), say),
        ];
      return [
        { kind: 'text', text: say.versions.otherOnFile(fresh.version) },
        ...affectedParts(await tickets.affected(fresh, now), say),
      ];
    } catch (error) {
      if (!(error instanceof PolicyError)) throw error;
      return [{ kind: 'text', text: say.versions.wrongOnFile(error.message) }];
    }
  }

  const handlers: Handlers<'policy' | 'lint-policy' | 'take-policy'> = {
    async policy(_, context) {
      await take(context.now);
      const version = await inForce();
      const parts = version ? versionParts(version, context.say) : [];
      return card({
        for: context.viewer,
        title: context.say.versions.title,
        parts: [
          ...parts,
          ...(await filed(context)),
          ...(deps.remarks?.(context) ?? []),
          ...lintParts(deps.lint(context.now), context.say),
        ],
      });
    },
    'lint-policy': async ({ page = 1 }, { now, viewer, say }) => card(lintCard(deps.lint(now), page, viewer, say)),
    async 'take-policy'({ policy: id, open }, context) {
      const version = await ledger.change(id, context, (latest) => {
        if (latest.sla !== sla.version) throw new Refusal((say) => say.versions.replaced);
        return decide(latest, context.actor, open === 'apply', context.now);
      });
      if (!version) throw new Refusal((say) => say.general.wrongCommand);
      return done(open === 'apply' ? context.say.versions.willApply : context.say.versions.willKeep);
    },
  };

  const presenter: Presenter<SlaVersion> = {
    ledger,
    standing: ({ state }) =>
      state === 'first'
        ? []
        : holders(directory, 'admin').map(({ id }) => ({ name: `admin-${id}`, to: `person:${id}` as const })),
    draw: (version, _, viewer, say) => versionCard(version, viewer, say),
    notice: (version, _, __, viewer, say) => versionCard(version, viewer, say),
  };

  const sweep: Sweep = {
    name: 'promises',
    seconds: 10,
    async run(now) {
      const fresh = (await take(now)) + (await recount(now));
      const due = await ledger.model
        .find({ 'due.next': { $lte: now } }, { _id: 1 })
        .lean()
        .exec();
      const done = await eachByItself(
        due,
        ({ _id }) => apply(_id, now),
        ({ _id }, error) => deps.trouble('promises', _id, error, now),
      );
      return fresh + done;
    },
  };
  return { handlers, presenter, sweeps: [sweep] };
}
