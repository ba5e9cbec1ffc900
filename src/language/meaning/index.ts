export { en, zh } from './sentences.js';
