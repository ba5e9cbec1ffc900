import type { Text } from './card.js';
import type { Wording } from './language/wording.js';

/**
 * A "no" meant for people: it says what to do next, in the reader's language. Anything else that is thrown means
 * "broken": it is logged under a reference and never shown.
 */
export class Refusal extends Error {
  constructor(readonly why: (say: Wording) => Text) {
    super('refused');
  }
}
