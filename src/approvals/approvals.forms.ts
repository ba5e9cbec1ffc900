/** The last page of a form that begins or changes an approval: who will decide, before it is sent. Pure. */
import type { Form } from '../card.js';
import type { Wording } from '../language/wording.js';
import { type Approval, chainPrint } from './approval.js';
import { chainOf, revisionOf } from './approvals.cards.js';
import type { Revised } from './revision.js';

/** What the first page carries, which has shown nobody yet. */
export const UNSEEN = '0';

/**
 * The page that shows this chain; undefined when it was shown, when nobody decides, and for what is sent without a form.
 * @param seen what the form that was sent carries.
 */
export function lastPage(seen: string | undefined, approval: Approval, filledIn: Form, say: Wording): Form | undefined {
  const print = chainPrint(approval);
  if (seen === undefined || seen === print || approval.state !== 'open') return undefined;
  const { previewTitle, previewIntro, send } = say.approvals;
  return {
    ...filledIn,
    title: previewTitle,
    intro: [previewIntro, ...chainOf(approval, say)],
    submit: send,
    draft: { ...filledIn.draft, seen: print } as Form['draft'],
  };
}

/** The page that shows what a change restarts; undefined when that was shown, and for what is sent without a form. */
export function changePage(seen: string | undefined, revised: Revised, filledIn: Form, say: Wording): Form | undefined {
  const print = chainPrint(revised.approval, revised.fell);
  if (seen === undefined || seen === print) return undefined;
  return {
    ...filledIn,
    title: say.approvals.changePageTitle,
    intro: revisionOf(revised, say),
    submit: say.approvals.send,
    draft: { ...filledIn.draft, seen: print } as Form['draft'],
  };
}
