import { sourceText } from '../../model/file.js';
import type { Node, TSESTree } from '../../syntax/ast.js';
import { memberName, unwrap } from '../../syntax/nodes.js';
import { findVariable, getBinding } from '../bindings.js';
import { denoteType } from '../annotations.js';
import { conditionsAt, type Condition } from './conditions.js';

const ERROR_NAME = /^_?(?:e|er|err|error|errors|exception|ex|reason|cause|thrown|caught|\w+(?:Err|Error|Exception))$/;

/** Whether a name stands for an error of any kind: what a `catch` caught, an error handler or a callback is given. */
export function isErrorName(name: TSESTree.Identifier, hops = 0): boolean {
  if (hops > 5) return false;
  const variable = findVariable(name);
  const definition = variable?.defs[0];
  if (!definition) return false;
  if ((definition.type as string) === 'CatchClause') return true;
  const binding = getBinding(name);
  if (binding.kind === 'parameter') {
    const last = binding.path.at(-1);
    if (!ERROR_NAME.test(last ?? name.name) || binding.path.length > 1) return false;
    return binding.path.length > 0 || isOpen(binding.annotation);
  }
  if (binding.kind !== 'value' || !binding.init || binding.path.length > 0) return false;
  const init = unwrap(binding.init);
  return init.type === 'Identifier' && isOpen(binding.annotation) && isErrorName(init, hops + 1);
}

/** Whether an annotation leaves open which error it is: none, `any`, `unknown`, `Error`, an interface, a library's type. */
function isOpen(annotation: TSESTree.TypeNode | null): boolean {
  if (!annotation) return true;
  if (annotation.type === 'TSAnyKeyword' || annotation.type === 'TSUnknownKeyword') return true;
  if (annotation.type === 'TSUnionType' || annotation.type === 'TSIntersectionType')
    return annotation.types.some(isOpen);
  if (annotation.type !== 'TSTypeReference') return false;
  const entity = denoteType(annotation);
  return entity?.kind !== 'object' && entity?.kind !== 'class';
}

/** The parts of an error that say how the server is made, whoever threw it. */
const INNER =
  /^(?:stack|sql|sqlMessage|sqlState|detail|query|parameters|original|parent|driverError|cause|originalError|inner|stacktrace)$/;

/** `result`: the message of an error that a result object carries (`result.error.message`), made by the project or not. */
export type Detail = 'message' | 'inner' | 'whole' | 'result';

/** What of an unknown error an expression is, itself: `err`, `err.message`, `err.stack`; null for anything else. */
export function detailIn(node: Node): { readonly detail: Detail; readonly error: TSESTree.Identifier } | null {
  const value = unwrap(node);
  if (value.type === 'Identifier') return isErrorName(value) ? { detail: 'whole', error: value } : null;
  if (value.type !== 'MemberExpression') return null;
  const name = memberName(value) ?? '';
  const object = unwrap(value.object);
  if (object.type === 'MemberExpression') {
    const outer = detailIn(object);
    if (outer?.detail === 'inner') return outer;
    const root = unwrap(object.object);
    const isResult = name === 'message' && /^(?:error|err|reason)$/.test(memberName(object) ?? '');
    return isResult && root.type === 'Identifier' ? { detail: 'result', error: root } : null;
  }
  if (object.type !== 'Identifier' || !isErrorName(object)) return null;
  if (name === 'message') return { detail: 'message', error: object };
  return INNER.test(name) ? { detail: 'inner', error: object } : null;
}

const ENVIRONMENT =
  /node_env|prod|dev(?:elop|$|\b|mode)|debug|\bis_?(?:local|test)|expose|verbose|stag(?:e|ing)\b|get\('env'\)/i;

/**
 * Whether the way to a place narrows an error down to one that is meant for the client, or to a run outside of production:
 * `instanceof` an own class, `err.expose`, a status below 500, `NODE_ENV`.
 */
export function isNarrowedAt(node: Node, error: TSESTree.Identifier): boolean {
  return conditionsAt(node).some((condition) => isNarrowing(condition, error.name));
}

/** Whether a test leaves production only: `NODE_ENV !== 'production'` that does not hold. */
function isProduction(text: string, holds: boolean): boolean {
  const [, operator, value] = /^(?:process\.env|env|config)\.\w*env\s*([!=])==?\s*['"](\w+)['"]$/i.exec(text) ?? [];
  if (operator) return ((operator === '=') === holds) === (value === 'production');
  return holds && /^(?:\w+\.)?is_?prod(?:uction)?$/i.test(text);
}

export function isNarrowing({ test, holds }: Condition, error: string): boolean {
  const text = sourceText(test);
  if (ENVIRONMENT.test(text)) return !isProduction(text, holds);
  if (test.type === 'BinaryExpression') {
    if (test.operator === 'instanceof') return holds && mentions(text, error) && !/instanceof\s+Error$/.test(text);
    if (/status|code|httpCode/i.test(text) && /[<>]/.test(test.operator)) {
      const isBelow = test.operator.startsWith('<') === (test.right.type === 'Literal');
      return isBelow === holds;
    }
    if (/^[!=]==?$/.test(test.operator)) {
      const isEqual = test.operator.startsWith('=') === holds;
      if (/\b50\d\b|INTERNAL/.test(text)) return !isEqual;
      return isEqual && (mentions(text, error) || /status|code/i.test(text)) && !/\bnull\b|undefined|typeof/.test(text);
    }
    return /\bin\b/.test(test.operator) && holds && mentions(text, error);
  }
  if (test.type === 'CallExpression')
    return holds && mentions(text, error) && !/\bisError\(|isNativeError|Error\.isError/.test(text);
  if (test.type === 'MemberExpression')
    return holds && mentions(text, error) && !/\.(?:message|stack|name|toString)$/.test(text);
  // `case ErrorCode.Conflict:` of a switch over the error's code.
  return holds && test.type === 'Identifier' && /^is[A-Z]|^(?:safe|public|operational|known|expected)/i.test(text);
}

const mentions = (text: string, name: string): boolean => new RegExp(`\\b${name.replaceAll('$', '\\$')}\\b`).test(text);
