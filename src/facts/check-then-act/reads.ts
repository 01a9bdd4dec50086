import type { Lookup } from '../../model/effect.js';
import type { BackendFile } from '../../model/file.js';
import { analyseSql } from '../../sql/index.js';
import type { FunctionNode, Node } from '../../syntax/ast.js';
import { isInside } from '../../syntax/nodes.js';
import { walk } from '../../syntax/walk.js';
import { effectsOf } from '../effects.js';
import { lookupsOf } from '../effects/tests.js';
import { queriesOf } from '../queries.js';
import { piecesOf } from '../text.js';

/** What a function reads, directly or through others; SELECTs as text of its own included. */
export function readsIn(fn: FunctionNode, file: BackendFile): Lookup[] {
  const reads = effectsOf(fn).reads.filter(({ query }) => query.proof !== 'name');
  return [...reads, ...textReadsOf(file).filter(({ site }) => isInside(site, fn))];
}

const textReadsOf = (file: BackendFile): readonly Lookup[] => file.memo(findTextReads);

function findTextReads(file: BackendFile): Lookup[] {
  return queriesOf(file).flatMap((query) => {
    const pieces = query.text && query.op === 'raw' && query.proof !== 'name' ? piecesOf(query.text) : null;
    const analysis = pieces && analyseSql(pieces);
    const entity = analysis?.kind === 'select' && !analysis.writes ? analysis.tables[0] : undefined;
    return entity === undefined ? [] : [{ entity, query, site: query.start }];
  });
}

/** The reads that something in an expression comes from. */
export function readsBehind(node: Node, reads: readonly Lookup[]): Lookup[] {
  const found = new Set<Lookup>();
  walk(node, (at, skip) => {
    if (at.type === 'MemberExpression' && !at.computed) {
      for (const each of readsBehind(at.object, reads)) found.add(each);
      return skip;
    }
    if (at.type === 'Identifier' || at.type === 'CallExpression')
      for (const each of lookupsOf({ asks: 'found', of: at }, reads)) found.add(each);
    return undefined;
  });
  return [...found];
}
