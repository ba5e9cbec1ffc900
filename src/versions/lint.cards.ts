/** What is wrong with the catalogue of access, with place and remedy. Pure. */
import type { Flaw } from '../access/lint.js';
import { buttons, type Card, type Part, type Text, type Viewer } from '../card.js';
import type { Wording } from '../language/wording.js';

const PAGE = 8;
/** As many of the people whom it concerns are named. */
const NAMED = 5;

/** Where it stands, what is wrong, and what to do. */
export function flawText(flaw: Flaw, say: Wording): Text {
  const words = say.versions.flaw;
  return [...words.at(flaw.place(), flaw.title), ...whatOf(flaw, say)];
}

function whatOf(flaw: Flaw, say: Wording): Text {
  const words = say.versions.flaw;
  switch (flaw.kind) {
    case 'ownerless':
      return words.ownerless(flaw.owner);
    case 'auto':
      return words.auto(say.access.risks[flaw.risk].toLowerCase());
    case 'undecidable':
      return words.undecidable(flaw.route, flaw.step, flaw.requesters.slice(0, NAMED));
    case 'role-longer':
    case 'exception-longer':
      return words.longer(flaw.hours, flaw.part, flaw.most);
    case 'never-fires':
      return words.neverFires;
    case 'unasked':
    case 'unrevocable':
    case 'handless':
      return words[flaw.kind];
  }
}

/** One line where the policies are shown. */
export const lintParts = (flaws: readonly Flaw[], say: Wording): Part[] =>
  flaws.length > 0 ? [{ kind: 'note', text: say.versions.lintSeen(flaws.length) }] : [];

export function lintCard(flaws: readonly Flaw[], page: number, viewer: Viewer, say: Wording): Card {
  const words = say.versions;
  const shown = flaws.slice((page - 1) * PAGE, page * PAGE);
  const isMore = flaws.length > page * PAGE;
  return {
    for: viewer,
    title: words.lintTitle,
    status: { text: words.lintCount(flaws.length), tone: flaws.length > 0 ? 'warning' : 'good' },
    parts: [
      shown.length > 0
        ? { kind: 'list', ordered: false, items: shown.map((flaw) => flawText(flaw, say)) }
        : { kind: 'text', text: words.lintFine },
      ...buttons(...(isMore ? [{ label: words.lintNext, does: { do: 'lint-policy', page: page + 1 } as const }] : [])),
    ],
  };
}
