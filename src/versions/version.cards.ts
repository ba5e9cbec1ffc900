/** The administrators' card of a version of the SLA policies. Pure. */
import { type Card, type Part, type Text, type Viewer } from '../card.js';
import type { Command } from '../language/command.js';
import type { Wording } from '../language/wording.js';
import type { Affected, SlaVersion } from './version.js';

/** The open tickets that would have other targets: how many, and the first of them. */
export function affectedParts(
  { count, first }: Affected,
  say: Wording,
  heading: (count: number) => Text = say.versions.affected,
): Part[] {
  const items = first.map(({ ticket, policy, due }): Text => say.versions.move(ticket, policy, due));
  return [
    { kind: 'text', text: heading(count) },
    ...(items.length > 0 ? [{ kind: 'list', ordered: false, items } as const] : []),
    ...(count > items.length ? [{ kind: 'note', text: say.versions.more(count - items.length) } as const] : []),
  ];
}

function decision(version: SlaVersion, say: Wording): Part[] {
  const words = say.versions;
  const { _id: policy, affected, decided } = version;
  const does = (open: 'keep' | 'apply'): Command => ({ do: 'take-policy', policy, open });
  switch (version.state) {
    case 'first':
    case 'counted':
      return [];
    case 'new':
      return affected.count === 0
        ? []
        : [
            {
              kind: 'buttons',
              buttons: [
                { label: words.keep, does: does('keep') },
                {
                  label: words.apply,
                  does: does('apply'),
                  confirm: { ...words.confirm(affected.count), yes: words.apply, no: say.tickets.form.cancel },
                },
              ],
            },
          ];
    case 'kept':
      return decided ? [{ kind: 'text', text: words.kept(decided.by, decided.at) }] : [];
    case 'applying':
      return [{ kind: 'text', text: words.willApply }];
    case 'applied':
      return decided ? [{ kind: 'text', text: words.applied(decided.by, decided.at) }] : [];
  }
}

export function versionParts(version: SlaVersion, say: Wording): Part[] {
  if (version.state === 'counted')
    return [
      { kind: 'text', text: say.versions.hoursInForce(version.sla, version.taken) },
      ...affectedParts(version.affected, say, say.versions.moved),
    ];
  return [
    { kind: 'text', text: say.versions.inForce(version.sla, version.taken) },
    ...(version.before ? [{ kind: 'note', text: say.versions.replaces(version.before) } as const] : []),
    ...(version.state === 'first' ? [] : affectedParts(version.affected, say)),
    ...decision(version, say),
  ];
}

export const versionCard = (version: SlaVersion, viewer: Viewer, say: Wording): Card => ({
  for: viewer,
  title: version.state === 'counted' ? say.versions.hoursTitle : say.versions.newTitle,
  parts: versionParts(version, say),
});
