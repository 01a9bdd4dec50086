import type { ExportRow, Library } from '../../model/library.js';

/** Keys that begin with `$` or have a dot are taken out. */
const stripped: ExportRow = { flow: { from: ['0'], cleans: ['object', 'filter', 'nosql'] } };

/** https://github.com/fiznool/express-mongo-sanitize#2-module, https://github.com/vkarpov15/mongo-sanitize */
export const sanitizers: Library = {
  name: 'mongo-sanitizers',
  kind: 'data',
  modules: ['express-mongo-sanitize', 'mongo-sanitize', 'koa-mongo-sanitize', '@exortek/express-mongo-sanitize'],
  exports: { default: stripped, sanitize: stripped, 'default.sanitize': stripped },
};
