/** The people of the demo company, as its directory names them. */
import { readDirectory } from '../../src/directory/policy.js';

export const staff = readDirectory('policies').people.map(({ id, name, email }) => ({ id, name, email }));
