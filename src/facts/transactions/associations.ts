import { fileOf, type BackendFile } from '../../model/file.js';
import type { TSESTree } from '../../syntax/ast.js';
import { receiverOf } from '../../syntax/nodes.js';
import { denote, findInstance } from '../entities.js';

/** A call of a method that Sequelize adds to a record for each association, and where its options stand. */
export interface AssociationCall {
  readonly call: TSESTree.CallExpression;
  readonly position: string;
}

const METHODS = /^(get|set|add|create|remove|has|count)([A-Z]\w*)$/;
const OWN = /^(?:get|set)(?:DataValue|Attributes?|Tableize)$/;

/** https://sequelize.org/docs/v6/core-concepts/assocs/#special-methodsmixins-added-to-instances */
export const associationCallsOf = (file: BackendFile): readonly AssociationCall[] => file.memo(findCalls);

function findCalls(file: BackendFile): AssociationCall[] {
  const found: AssociationCall[] = [];
  for (const [name, calls] of file.index.calls) {
    const parts = METHODS.exec(name);
    if (!parts || OWN.test(name)) continue;
    const target = parts[2]!;
    for (const call of calls) {
      const receiver = receiverOf(call);
      const record = receiver && denote(receiver);
      if (!record || findInstance(record)?.type.is('sequelize.Record') !== true) continue;
      // A method of the class' own, or one put on its prototype, is none.
      if (denote(call.callee)?.kind === 'function' || file.text.includes(`prototype.${name}`)) continue;
      if (!isAssociation(target, call)) continue;
      const takesValue = parts[1] !== 'get' && parts[1] !== 'count';
      found.push({ call, position: `${takesValue ? 1 : 0}.transaction` });
    }
  }
  return found;
}

/** Whether the project associates something under that name: `Document.belongsTo(Collection)`, `{ as: 'comments' }`. */
function isAssociation(target: string, at: TSESTree.Node): boolean {
  const file = fileOf(at);
  const singular = target.replace(/ies$/, 'y').replace(/s$/, '');
  const name = `${singular[0]!.toLowerCase()}${singular.slice(1)}`;
  const pattern = new RegExp(
    `(?:belongsTo|hasMany|hasOne|belongsToMany|BelongsTo|HasMany|HasOne|BelongsToMany)\\(\\s*(?:\\(\\)\\s*=>\\s*)?(?:[\\w.]*\\.)?(?:${singular}|['"]${name})|\\bas:\\s*['"]${name}(?:s|es)?['"]`,
  );
  return pattern.test(file.text) || file.project.filesMentioning(file.path, pattern).length > 0;
}
