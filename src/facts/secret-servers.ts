import type { Node, TSESTree } from '../syntax/ast.js';
import { keyName } from '../syntax/nodes.js';
import { textOf } from './values.js';

/** The developer's own machine, where any word will do for a key. */
const LOCAL =
  /^(?:[a-z+]+:\/\/)?(?:[^@/]*@)?(?:localhost|127(?:\.\d+){3}|\[?::1\]?|0\.0\.0\.0|host\.docker\.internal)(?:[:/]|$)/i;
const SERVER = /^(?:host|hostname|server|servers|baseURL|baseUrl|url|uri|endpoint|endPoint|address|broker)$/;

/** Whether the call or the object that takes a literal names a server on the developer's own machine. */
export function isForLocalServer(at: Node | null, object: TSESTree.ObjectExpression | null): boolean {
  const given = at?.type === 'CallExpression' || at?.type === 'NewExpression' ? at.arguments : [];
  return (
    given.some((argument) => isLocal(argument) || (argument.type === 'ObjectExpression' && namesLocal(argument))) ||
    (object !== null && namesLocal(object))
  );
}

const namesLocal = (object: TSESTree.ObjectExpression): boolean =>
  object.properties.some(
    (property) =>
      property.type === 'Property' &&
      SERVER.test(keyName(property.key, property.computed) ?? '') &&
      isLocal(property.value),
  );

const isLocal = (node: Node): boolean => {
  const text = textOf(node);
  return text !== null && LOCAL.test(text);
};
