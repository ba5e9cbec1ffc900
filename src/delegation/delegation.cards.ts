/** Delegations as people see them. Pure. */
import { type Button, buttons, type Card, type Form, type Part, type Text, type Viewer } from '../card.js';
import { choice, form, line } from '../fields.js';
import type { Event } from '../history.js';
import type { PartialCommand } from '../language/command.js';
import type { Wording } from '../language/wording.js';
import { type Delegations, type DelegationSaid, isAnswered, type Standing } from './delegation.js';

const LISTED = 8;

export const nameDelegate = (say: Wording, days: { from?: string; until?: string } = {}): Button => ({
  label: say.delegation.add,
  does: { do: 'show-form', draft: { do: 'delegate', ...days } },
});

export function delegationsCard(standing: readonly Standing[], person: string, viewer: Viewer, say: Wording): Card {
  const words = say.delegation;
  const line = ({ of, given }: Standing): Part[] => {
    const text: Text = [...(of.id === person ? words.yours(given.to) : words.theirs(of)), ...words.what(given)];
    const ends: Button = {
      label: words.end(of.id === person ? given.to : of),
      does: { do: 'end-delegation', of: of.id, id: given.id },
    };
    return [{ kind: 'text', text }, ...buttons(ends)];
  };
  return {
    for: viewer,
    title: words.title,
    parts: [
      ...(standing.length > 0
        ? standing.slice(0, LISTED).flatMap(line)
        : [{ kind: 'text', text: words.none } as const]),
      ...(standing.length > LISTED
        ? [{ kind: 'note', text: say.approvals.more(standing.length - LISTED) } as const]
        : []),
      ...buttons(nameDelegate(say)),
    ],
  };
}

export function delegateForm(
  draft: Extract<PartialCommand, { do: 'delegate' }>,
  kinds: readonly string[],
  viewer: Viewer,
  say: Wording,
): Form {
  const words = say.delegation;
  const names = words.kinds as Partial<Record<string, string>>;
  return form(viewer, say, {
    title: words.formTitle,
    intro: words.formIntro,
    fields: [
      line('to', words.toField, draft.to, { maxLength: 80, hint: words.toHint }),
      line('from', words.fromField, draft.from, { maxLength: 10, hint: words.dayHint }),
      line('until', words.untilField, draft.until, { maxLength: 10, hint: words.dayHint }),
      choice(
        'kind',
        words.kindField,
        kinds.map((kind) => [kind, names[kind] ?? kind] as const),
        draft.kind,
        { optional: true },
      ),
    ],
    submit: words.submit,
    draft,
  });
}

/** Asks somebody who decides for the first time. */
const offerCard = (isAnswered: boolean, viewer: Viewer, say: Wording): Card => ({
  for: viewer,
  title: say.delegation.offerTitle,
  parts: isAnswered
    ? [{ kind: 'note', text: say.delegation.offerOver }]
    : [
        { kind: 'text', text: say.delegation.offer },
        ...buttons(nameDelegate(say), { label: say.delegation.notNow, does: { do: 'postpone-delegate' } }),
      ],
});

/** Told to the other one of the two; and the question to who has never named a delegate. */
export function delegationNotice(record: Delegations, event: Event, to: string, viewer: Viewer, say: Wording): Card {
  const words = say.delegation;
  if (event.what === 'delegate-offered') return offerCard(isAnswered(record), viewer, say);
  const { person: of } = record;
  const said = event.data as DelegationSaid;
  const list = buttons({ label: words.title, does: { do: 'list-delegations' } });
  if (event.what === 'delegated')
    return {
      for: viewer,
      title: words.givenTitle(of),
      parts: [{ kind: 'text', text: [...words.given(of), ...words.what(said), ...words.givenHow] }, ...list],
    };
  return {
    for: viewer,
    title: to === `person:${of.id}` ? words.endedForTitle(said.to) : words.endedTitle(of),
    parts: [{ kind: 'text', text: [...words.ended(said.who), ...words.what(said)] }, ...list],
  };
}
