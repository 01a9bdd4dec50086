import type { TSESTree } from '@typescript-eslint/utils';

import type { Entity } from '../model/entity.js';
import { calleeName, unwrap } from '../syntax/nodes.js';
import { denote, instanceOf } from './entities.js';

/**
 * What a module gives that is loaded by a name made at run time and called with a library's value, where the library says
 * so (`TypeRow.loads`): `require(path.join(dir, file))(sequelize, DataTypes)` is a model.
 */
export function denoteLoaded(call: TSESTree.CallExpression): Entity | null {
  const loader = unwrap(call.callee);
  if (loader.type !== 'CallExpression' || calleeName(loader) !== 'require') return null;
  for (const argument of call.arguments) {
    const entity = argument.type === 'SpreadElement' ? null : denote(argument);
    const loads = entity?.kind === 'instance' ? entity.type.row.loads : undefined;
    if (entity?.kind === 'instance' && loads) return instanceOf(loads, entity.type.library, entity.proof, call);
  }
  return null;
}
