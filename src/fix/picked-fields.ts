import type { TSESLint } from '@typescript-eslint/utils';

import { findVariable } from '../facts/bindings.js';
import { denoteType } from '../facts/annotations.js';
import type { Flow } from '../model/flow.js';
import type { Node, TSESTree } from '../syntax/ast.js';
import { enclosingFunction, keyName, memberName, unwrap } from '../syntax/nodes.js';
import { allOf } from '../syntax/walk.js';

/** What no client sets, whatever a type says. */
const OWN =
  /^(?:_?id|role|roles|isAdmin|admin|owner(?:Id)?|userId|createdAt|updatedAt|deletedAt|permissions?|balance|verified|status)$/i;
const MOST = 12;

/**
 * An object of the fields that a client may set, in place of the whole body: those that its declared type lists, or that
 * the handler itself reads. Null where none are known.
 */
export function findPickedFields(flow: Flow, sourceCode: Readonly<TSESLint.SourceCode>): string | null {
  const value = unwrap(flow.node);
  if (flow.node !== flow.sink.value || (value.type !== 'Identifier' && value.type !== 'MemberExpression')) return null;
  const text = sourceCode.text.slice(...value.range);
  const fields = [...new Set([...declaredFields(value), ...readFields(value, text, sourceCode)])].filter(
    (name) => /^[A-Za-z_$][\w$]*$/.test(name) && !OWN.test(name),
  );
  if (fields.length === 0 || fields.length > MOST) return null;
  return `{ ${fields.map((name) => `${name}: ${text}.${name}`).join(', ')} }`;
}

/** The fields of the annotation: a class, an interface, a literal type. */
function declaredFields(value: TSESTree.Identifier | TSESTree.MemberExpression): string[] {
  if (value.type !== 'Identifier') return [];
  const definition = findVariable(value)?.defs[0]?.name as Node | undefined;
  const annotation = definition?.type === 'Identifier' ? definition.typeAnnotation?.typeAnnotation : undefined;
  const shape = annotation ? denoteType(annotation) : null;
  if (shape?.kind === 'object')
    return shape.node.body.body.flatMap((member) =>
      member.type === 'PropertyDefinition' ? [keyName(member.key, member.computed) ?? ''] : [],
    );
  if (shape?.kind !== 'shape') return [];
  const members = shape.node.type === 'TSInterfaceDeclaration' ? shape.node.body.body : shape.node.members;
  return members.flatMap((member) =>
    member.type === 'TSPropertySignature' ? [keyName(member.key, member.computed) ?? ''] : [],
  );
}

/** `req.body.name` elsewhere in the function: the handler itself says which fields it knows. */
function readFields(value: Node, text: string, { text: source }: Readonly<TSESLint.SourceCode>): string[] {
  const fn = enclosingFunction(value);
  if (!fn) return [];
  return allOf(fn, ['MemberExpression']).flatMap((member) =>
    member !== value && source.slice(...member.object.range) === text ? [memberName(member) ?? ''] : [],
  );
}
