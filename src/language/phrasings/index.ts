export { commands } from './commands.js';
export { verbs } from './verbs.js';
