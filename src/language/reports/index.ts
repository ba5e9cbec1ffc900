export { commands } from './commands.js';
export { verbs } from './verbs.js';
export { en, zh } from './sentences.js';
