export type * from './ast.js';
export { readPrisma } from './read.js';
