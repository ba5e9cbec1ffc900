/** The inbox of an approver: what waits, oldest deadline first; the next after a decision; and several low-risk ones at once. */
import { decisionButtons, listOf, markOf } from '../approvals/approvals.cards.js';
import { openStep } from '../approvals/approval.js';
import { bold, type Button, buttons, type Card, code, type Part, type Text } from '../card.js';
import type { Context, Forms, Handlers } from '../context.js';
import { form, several } from '../fields.js';
import { Refusal } from '../refusal.js';
import { card } from '../reply.js';
import { byDeadlineOf, decideBy, filtersOf, isLowRisk, isMeant, kindOf, needsCode, type Waiting } from './inbox.js';
import type { ApprovalSubject, Seat, Subjects } from './subjects.handlers.js';

type Item = { subject: ApprovalSubject; record: Waiting };

/** A form offers as many at once as a list of choices shows on every platform. */
const AT_ONCE = 10;

export function createInbox({
  subjects,
  approve,
}: {
  subjects: Subjects;
  /** @throws Refusal likewise as for one that is approved by itself. */
  approve(seat: Pick<Seat, 'subject' | 'of'>, context: Context): Promise<unknown>;
}) {
  /** The records of a kind whose open step waits for this person. */
  const waitingFor = ({ ledger }: ApprovalSubject, person: string): Promise<Waiting[]> =>
    ledger.byUrgency({ waitingFor: person, state: 'requested' });

  async function waiting(person: string): Promise<Item[]> {
    const found = await Promise.all(
      subjects.all.map(async (subject) => (await waitingFor(subject, person)).map((record) => ({ subject, record }))),
    );
    return found.flat().toSorted(byDeadlineOf(person));
  }

  function lines({ subject, record }: Item, { actor, say, viewer }: Context, next?: 'yes'): Part[] {
    const step = openStep(record.approval);
    if (!step) return [];
    const decide = decisionButtons(record._id, record.approval, step.key, say, next);
    const details: Button = { label: say.approvals.details, does: subject.show(record._id) };
    const title = subject.title(record, viewer.lang);
    const expire = decideBy(record, actor.id);
    return [
      {
        kind: 'text',
        text: say.approvals.waitingLine(record._id, title, record.approval.requester, step.label, expire),
      },
      ...subject.weighs(record, say),
      { kind: 'buttons', buttons: [...decide.buttons, details] },
    ];
  }

  const lowRisk = (items: readonly Item[]) => {
    const kinds = new Map<string, Item[]>();
    for (const item of items)
      if (isLowRisk(item.record) && !needsCode(item.record))
        kinds.set(kindOf(item.record), [...(kinds.get(kindOf(item.record)) ?? []), item]);
    return [...kinds].filter(([, of]) => of.length > 1);
  };

  /** What waits, the ways to narrow it, and several of low risk at once. */
  function listed(all: readonly Item[], context: Context, only?: string): Part[] {
    const { approvals: words } = context.say;
    const items = only ? all.filter(({ record }) => isMeant(record, only)) : all;
    const narrow = filtersOf(all.map(({ record }) => record)).filter(({ word }) => word !== only);
    const filters = [
      ...(only ? [{ label: words.allOf(all.length), does: { do: 'list-approvals' } } as const] : []),
      ...narrow.map(({ word, count }): Button => ({
        label: words.filter(word, count),
        does: { do: 'list-approvals', only: word },
      })),
    ];
    const together = lowRisk(items).map(([kind, of]): Button => ({
      label: words.several(of.length),
      does: { do: 'show-form', draft: { do: 'approve-several', kind } },
    }));
    return [
      ...buttons(...filters),
      ...listOf(items, (item) => lines(item, context, 'yes'), context.say),
      ...(items.length === 0 && only ? [{ kind: 'text', text: words.noneOf(only, all.length) } as const] : []),
      ...buttons(...together),
    ];
  }

  async function mine(context: Context): Promise<Part[]> {
    const all = await waiting(context.actor.id);
    return all.length > 0 ? listed(all, context) : [];
  }

  /** What was decided, and what is next to be decided. */
  async function nextCard(decided: Text, context: Context): Promise<Card> {
    const { say, viewer } = context;
    const [first, ...others] = await waiting(context.actor.id);
    return {
      for: viewer,
      title: first ? say.approvals.nextTitle(others.length + 1) : say.approvals.doneTitle,
      parts: [{ kind: 'text', text: decided }, ...(first ? lines(first, context, 'yes') : [])],
    };
  }

  const handlers: Handlers<'list-approvals' | 'approve-several'> = {
    async 'list-approvals'({ only }, context) {
      const { say, viewer, actor } = context;
      const all = await waiting(actor.id);
      const nothing: Part = { kind: 'text', text: say.approvals.nothingWaits };
      const parts = all.length > 0 ? listed(all, context, only) : [nothing];
      return card({ for: viewer, title: say.approvals.waitingTitle, parts });
    },
    async 'approve-several'({ subjects: chosen, kind }, context) {
      const words = context.say.approvals;
      const items = await waiting(context.actor.id);
      const outcomes: Text[] = [];
      for (const each of [...new Set(chosen.split(',').map((one) => one.trim()))].slice(0, AT_ONCE)) {
        const [id = '', of] = each.split(':');
        const item = items.find(({ record }) => record._id === id);
        try {
          if (item && (!isLowRisk(item.record) || kindOf(item.record) !== kind))
            throw new Refusal((say) => say.approvals.decideAlone);
          await approve({ subject: id, of }, { ...context, origin: `${context.origin}:${id}` });
          outcomes.push(words.approvedNote(id));
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          outcomes.push([code(id), ': ', ...error.why(context.say)]);
        }
      }
      return card({
        for: context.viewer,
        title: words.outcomesTitle,
        parts: [{ kind: 'list', ordered: false, items: outcomes }],
      });
    },
  };

  const forms: Forms<'approve-several'> = {
    async 'approve-several'({ kind = '' }, { actor, viewer, say }) {
      const all = await waiting(actor.id);
      const [, items = []] = lowRisk(all).find(([each]) => each === kind) ?? [];
      const byCode = all.filter(
        ({ record }) => isLowRisk(record) && kindOf(record) === kind && needsCode(record),
      ).length;
      if (items.length === 0) throw new Refusal((words) => words.approvals.nothingTogether);
      const choices = items
        .slice(0, AT_ONCE)
        .map(
          ({ record, subject }) =>
            [
              `${record._id}:${markOf(record.approval)}`,
              `${record._id} ${subject.title(record, viewer.lang)} · ${record.requester.name}`,
            ] as const,
        );
      return form(viewer, say, {
        title: say.approvals.severalTitle,
        intro: [
          say.approvals.severalIntro,
          bold(String(items.length)),
          ...(byCode > 0 ? [say.approvals.severalCodes(byCode)] : []),
        ],
        fields: [several('subjects', say.approvals.severalField, choices)],
        submit: say.approvals.approve,
        draft: { do: 'approve-several', kind },
      });
    },
  };
  return { mine, waiting, waitingFor, nextCard, handlers, forms };
}
