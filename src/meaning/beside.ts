/** What a sentence means because of the open ticket that it is about: it works again, it fails again, the same elsewhere. Pure. */
import type { Intent } from '../language/intents.js';
import { areOfTwoThings } from '../language/things.js';
import type { OwnTicket } from './matter.js';

const WORKS =
  /\b(?:works?|working|fine|ok|okay|good|solved|fixed|back|gone) (?:now|again)\b|\bis back\b|(?:已经|都|现在)?好了|恢复了|正常了|不用修/iu;
const DOUBTS =
  /\b(?:not|never(?! mind)|no longer|isn['’]?t|doesn['’]?t|won['’]?t|until|how|when|why|if)\b|[?？]|没|不行|又|吗|怎么|什么时候/iu;
const AGAIN =
  /\b(?:down|dead|broken|gone|slow|out|failing|offline)\b.{0,20}\bagain\b|又(?:.{0,4})(?:不行|断|坏|连不上|没|挂|卡|慢|不能|打不开|掉)/iu;
const ASKED =
  /\b(?:doing (?:something|anything)|working|looking|anybody|anyone|somebody|someone) (?:about|on|into|at)\b|有人(?:在)?(?:管|修|处理)/iu;
const ALSO =
  /^(?:and )?(?:now )?(?:the )?same (?:in|on|at|for|here)\b|\b(?:has|have|is|got) the same (?:problem|issue|thing|error)\b|也(?:都|全)?(?:连不上|断|坏|不行|没|打不开|用不了|一样|卡|慢|挂|上不了)/iu;

const SAME = /^(?:and )?(?:the )?same (?:in|on|at|for|here)\b.{0,40}$/i;

/** Whether words tell nothing without what was told before. */
export const refersBack = (words: string): boolean => SAME.test(words.trim());

/**
 * @param isAbout whether the words speak of this ticket.
 * @returns what is meant of the ticket that the words belong to; undefined when they belong to none.
 */
export function besideTicket(
  words: string,
  open: readonly OwnTicket[],
  isAbout: (ticket: OwnTicket) => boolean,
): Intent | undefined {
  const isSpokenOf = open.some(isAbout);
  if (isSpokenOf && WORKS.test(words) && !DOUBTS.test(words)) return 'ticket-close';
  if (isSpokenOf && AGAIN.test(words)) return 'ticket-add';
  if (isSpokenOf && ASKED.test(words)) return 'ticket-status';
  return ALSO.test(words) && open.some(({ title }) => !areOfTwoThings(words, title)) ? 'ticket-add' : undefined;
}
