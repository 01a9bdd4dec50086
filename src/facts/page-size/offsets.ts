import type { Query } from '../../model/query.js';
import type { Node } from '../../syntax/ast.js';
import { unwrap } from '../../syntax/nodes.js';
import { argumentAt, follow } from '../values.js';
import { valueIn } from '../schema/names.js';
import { valuesAfter } from './sizes.js';

/** Options and links that leave rows out: Prisma's and TypeORM's `skip`, Sequelize's and MikroORM's `offset`, Knex's `.offset()`. */
const SKIPS = /^(?:skip|offset)$/;
/** Links that take a page or a range, its start first: Objection's, Supabase's. */
const PAGES = /^(?:page|range)$/;

const OFFSET = /\bOFFSET\s*\(?\s*(?:\$\d+|\?|[:@]\w+)?(?:::\w+)?\s*$/i;
const OFFSET_PARAMETER = /\bOFFSET\s*\(?\s*(?:\$(\d+)|(\?)|[:@](\w+))/i;

/** The expressions that say how many rows a query leaves out before those that it gives. */
export function offsetsOf(query: Query): readonly Node[] {
  const found: Node[] = [];
  const add = (given: Node | 'absent' | 'unknown'): void => {
    if (typeof given !== 'string') found.push(given);
  };
  if (query.start.type === 'CallExpression') {
    // `findMany({ skip, take })`; `paginate(filter, { page, limit })` of plugins.
    for (const options of new Set((query.row.bound ?? []).map((each) => each.replace(/\.\w*[a-z]\w*$/i, ''))))
      for (const name of ['skip', 'offset', ...(query.row.bound?.includes(options) ? ['page'] : [])])
        add(argumentAt(query.start, `${options}.${name}`));
    const pipeline = query.start.arguments[0] && follow(query.start.arguments[0]);
    if (pipeline?.type === 'ArrayExpression')
      for (const stage of pipeline.elements) {
        const skip = valueIn(stage, '$skip');
        if (skip) found.push(skip);
      }
  }
  for (const { name, call } of query.links) {
    const [given] = call.arguments;
    const isSkip = SKIPS.test(name) || PAGES.test(name);
    if (given && isSkip && given.type !== 'SpreadElement' && unwrap(given).type !== 'ObjectExpression')
      found.push(given);
  }
  if (query.text) found.push(...valuesAfter(query, query.text, OFFSET, OFFSET_PARAMETER));
  return found;
}
