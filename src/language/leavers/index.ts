export { commands } from './commands.js';
export { records, verbs } from './verbs.js';
export { en, zh } from './sentences.js';
