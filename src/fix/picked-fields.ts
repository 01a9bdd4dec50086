import type { TSESLint } from '@typescript-eslint/utils';

import { findVariable } from '../facts/bindings.js';
import { denoteType } from '../facts/annotations.js';
import { queryRound } from '../facts/queries.js';
import { tableNamed } from '../facts/schema/table-named.js';
import type { Flow } from '../model/flow.js';
import type { Node, TSESTree } from '../syntax/ast.js';
import { calleeName, enclosingFunction, keyName, memberName, unwrap } from '../syntax/nodes.js';
import { allOf } from '../syntax/walk.js';

/** What no client sets, whatever a type says. */
const OWN =
  /^(?:_?id|role|roles|isAdmin|admin|(?:owner|user|tenant|organi[sz]ation|account)(?:_?id)?|(?:created|updated|deleted)(?:_?at|_?by)|permissions?|balance|verified|status)$/i;
const MOST = 12;

/** What to write in place of the whole body. */
export interface Picked {
  /** The value, or the spread of it. */
  readonly node: Node;
  readonly code: string;
}

/**
 * The fields that a client may set, in place of the whole body: those that its declared type lists, else the columns of
 * the table, else what the handler itself reads of it. Null where none are known.
 */
export function findPickedFields(flow: Flow, sourceCode: Readonly<TSESLint.SourceCode>): Picked | null {
  // Elsewhere the value goes on as a whole: what it is written to isn't in sight.
  if (flow.node !== flow.sink.value) return null;
  const spread = onlySpread(unwrap(flow.node));
  const value = unwrap(spread?.argument ?? flow.node);
  if (value.type !== 'Identifier' && value.type !== 'MemberExpression') return null;
  const text = sourceCode.text.slice(...value.range);
  const fields = [declaredFields(value), writtenFields(flow), readFields(value, text, sourceCode)]
    .map(pickable)
    .find(({ length }) => length > 0);
  if (!fields || fields.length > MOST) return null;
  const code = fields.map((name) => `${name}: ${text}.${name}`).join(', ');
  return spread ? { node: spread, code } : { node: flow.node, code: `{ ${code} }` };
}

/** The one spread of `{ ...req.body, by: user.id }`. */
function onlySpread(node: Node): TSESTree.SpreadElement | null {
  const spreads =
    node.type === 'ObjectExpression' ? node.properties.filter((each) => each.type === 'SpreadElement') : [];
  return spreads.length === 1 ? spreads[0]! : null;
}

const pickable = (names: readonly string[]): string[] =>
  [...new Set(names)].filter((name) => /^[A-Za-z_$][\w$]*$/.test(name) && !OWN.test(name));

/** The columns of the table that is written to, keys excepted. */
function writtenFields({ sink: { site, file } }: Flow): readonly string[] {
  const query = site.type === 'CallExpression' ? queryRound(site) : null;
  const entity = query?.entity ?? (site.type === 'NewExpression' ? calleeName(site) : null);
  return (entity && tableNamed(entity, query?.library.name === 'prisma', file)?.fields) || [];
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
