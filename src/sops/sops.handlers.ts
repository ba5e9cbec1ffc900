/** People find and read procedures, and confirm each version once; leads and those who answer for one see who has not. */
import type { Model } from 'mongoose';
import type { Context, Handlers } from '../context.js';
import { has, type Directory } from '../people.js';
import { Refusal } from '../refusal.js';
import { card, type Reply } from '../reply.js';
import { listCard, sopCard, statusCard, type Listed } from './sops.cards.js';
import { isFor, maySee, type Shelf, type Sop } from './sops.js';
import type { Acknowledgement } from './sops.store.js';

export function createSops(deps: {
  shelf: () => Shelf;
  acknowledgements: Model<Acknowledgement>;
  directory: Directory;
}) {
  const { acknowledgements, directory } = deps;

  /** A document that this person may not see is as unknown as one that is not there. */
  function known(id: string, context: Context): Sop {
    const sop = deps.shelf().sop(id, context.viewer.lang);
    if (!sop || !maySee(sop, context.actor, directory)) throw new Refusal((say) => say.sops.unknown(id));
    return sop;
  }

  async function listed(sops: readonly Sop[], context: Context): Promise<Listed[]> {
    const read = await acknowledgements.find({ person: context.actor.id }).lean().exec();
    return sops.map((sop) => {
      const mine = read.find((each) => each.sop === sop.id && each.version === sop.version);
      return { sop, toRead: isFor(sop, context.actor, directory), ...(mine ? { readAt: mine.at } : {}) };
    });
  }

  async function shown(
    sop: Sop,
    context: Context,
    because: { replaces?: number; recorded?: true } = {},
  ): Promise<Reply> {
    const { now, viewer, say } = context;
    const [document] = await listed([sop], context);
    const today = now.toISOString().slice(0, 10);
    return card(sopCard(document!, { today, directory, viewer, say, ...because }));
  }

  /** The first confirmation stands, however often the button is pressed. */
  async function acknowledge(sop: Sop, context: Context): Promise<void> {
    const _id = `${sop.id}|${sop.version}|${context.actor.id}`;
    const { id, version, language: lang } = sop;
    const row = { _id, sop: id, version, person: context.actor.id, at: context.now, lang, origin: context.origin };
    try {
      await acknowledgements.create([row]);
    } catch (error) {
      if (!(await acknowledgements.exists({ _id }).exec())) throw error;
    }
  }

  const handlers: Handlers<'find-sop' | 'show-sop' | 'acknowledge-sop' | 'sop-status'> = {
    async 'find-sop'({ words = '' }, context) {
      const { lang } = context.viewer;
      const sops = words ? deps.shelf().find(words, lang) : deps.shelf().all(lang);
      const visible = sops.filter((sop) => maySee(sop, context.actor, directory));
      return card(listCard(await listed(visible, context), words, context.viewer, context.say));
    },
    'show-sop': async ({ sop }, context) => shown(known(sop, context), context),
    async 'acknowledge-sop'({ sop: id, version }, context) {
      const sop = known(id, context);
      if (version > sop.version) throw new Refusal((say) => say.general.wrongCommand);
      if (version < sop.version) return shown(sop, context, { replaces: version });
      if (!isFor(sop, context.actor, directory)) throw new Refusal((say) => say.sops.notYours);
      await acknowledge(sop, context);
      return shown(sop, context, { recorded: true });
    },
    async 'sop-status'({ sop: id }, context) {
      const sop = deps.shelf().sop(id, context.viewer.lang);
      const { actor } = context;
      const answers = sop && (sop.owner === actor.id || sop.reviewer === actor.id);
      if (!answers && !has(actor, 'lead')) throw new Refusal((say) => say.sops.statusNotYours);
      if (!sop) throw new Refusal((say) => say.sops.unknown(id));
      const audience = directory.people.filter((person) => isFor(sop, person, directory));
      const read = await acknowledgements.find({ sop: id, version: sop.version }).lean().exec();
      return card(statusCard(sop, audience, read, context.viewer, context.say));
    },
  };
  return { handlers };
}
