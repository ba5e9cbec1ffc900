/** The last page of a form that begins an approval: who will decide, before it is sent. Pure. */
import type { Form } from '../card.js';
import type { Wording } from '../language/wording.js';
import { type Approval, chainPrint } from './approval.js';
import { chainOf } from './approvals.cards.js';

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
