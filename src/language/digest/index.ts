export { en, zh } from './sentences.js';
export { examples } from './examples.js';
