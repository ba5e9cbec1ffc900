/** Articles, and the matcher that finds them. Uses nothing of the desk; usable alone. See README.md. */
export type { Article, Audience } from './article.js';
export { openCache, type Cache } from './cache.js';
export type { Problem } from './frontmatter.js';
export { pairOf, stepsOf } from './article.js';
export { watchKnowledge } from './watch.js';
export { createGlossary, loadGlossary, noGlossary, type Glossary, type GlossaryEntry } from './glossary.js';
export { loadUnanswered, noneUnanswered, type Unanswered } from './unanswered.js';
export { detectLanguage, type Language } from './language.js';
export {
  answerOf,
  createKnowledge,
  isShown,
  loadKnowledge,
  MAYBE,
  othersThan,
  SURE,
  type Answer,
  type AskOptions,
  type Explanation,
  type Knowledge,
  type Ranked,
} from './knowledge.js';
export type { Signal } from './confidence.js';
export {
  createTicketClassifier,
  trainTickets,
  type Suggestion,
  type TicketModel,
  type TicketSample,
} from './classify.js';
export { DUPLICATE_LIKENESS, createLikeness, type Likeness } from './likeness.js';
export { createIntents, type Heard, type IntentSample, type Meant } from './intents.js';
export { atOnce, inSlices, type Work } from './slices.js';
