/** The capabilities of the desk, by what can be said to it: one line each. */
export * as access from './access/index.js';
export * as answers from './answers/index.js';
export * as approvals from './approvals/index.js';
export * as audit from './audit/index.js';
export * as changes from './changes/index.js';
export * as general from './general/index.js';
export * as learning from './learning/index.js';
export * as sla from './sla/index.js';
export * as sops from './sops/index.js';
export * as staffing from './staffing/index.js';
export * as tickets from './tickets/index.js';
