import type { TSESTree } from '@typescript-eslint/utils';

import { fileOf, sourceText } from '../model/file.js';
import type { Node } from '../syntax/ast.js';
import { calleeName, memberName, receiverOf, unwrapAwait } from '../syntax/nodes.js';
import { isClosedCall } from './closed-calls.js';
import { isClosedField, isClosedName, isClosedPart } from './closed-names.js';
import { isClosedElement } from './closed-lists.js';
import { isClosedSchemaValue } from './closed-schemas.js';
import { isClosedMemberType } from './closed-types.js';
import { getBinding } from './bindings.js';
import { denote, rowOf } from './entities.js';
import { isGuarded } from './guards.js';
import { constantOf, follow, propertyIn } from './values.js';

/** What a judgement is made under: arguments that stand for parameters, and what is being judged already. */
export interface Judging {
  readonly frame: ReadonlyMap<unknown, Node>;
  readonly open: Set<unknown>;
}

const MAX_OPEN = 80;

/**
 * Whether an inserted value can only be one of a closed set, a number, or escaped text: constants and choices among
 * them, lookups in own maps and enums, values checked against a list on the path, numbers, names from the environment,
 * escaped identifiers, ids that the code makes itself. What can't be told isn't closed.
 * @param frame what stands for the parameters of a helper that the value was found in
 */
export function isClosed(node: Node, frame: ReadonlyMap<unknown, Node> = new Map()): boolean {
  return judge(node, { frame, open: new Set() });
}

/** The same inside a judgement that is being made. */
export function judge(node: Node, at: Judging): boolean {
  const value = unwrapAwait(node);
  if (constantOf(value) !== undefined) return true;
  // A value made of itself (`x = x + 'a'`) is as closed as the rest of what it is made of.
  if (at.open.has(value)) return true;
  if (at.open.size > MAX_OPEN) return false;
  at.open.add(value);
  try {
    return isClosedExpression(value, at) || isGuarded(value, at);
  } finally {
    at.open.delete(value);
  }
}

const ARITHMETIC = new Set(['-', '*', '/', '%', '**', '|', '&', '^', '<<', '>>', '>>>']);

function isClosedExpression(value: Node, at: Judging): boolean {
  switch (value.type) {
    case 'Literal':
    case 'UpdateExpression':
      return true;
    case 'TemplateLiteral':
      return value.expressions.every((hole) => judge(hole, at));
    case 'TaggedTemplateExpression':
      // A fragment of a tag that binds carries its values with it.
      return rowOf(denote(value.tag))?.tag?.binds === true || value.quasi.expressions.every((hole) => judge(hole, at));
    case 'UnaryExpression':
      return true;
    case 'BinaryExpression':
      if (value.operator !== '+') return true;
      return judge(value.left, at) && judge(value.right, at);
    case 'ConditionalExpression':
      return judge(value.consequent, at) && judge(value.alternate, at);
    case 'LogicalExpression':
      return judge(value.right, at) && (value.operator === '&&' || judge(value.left, at));
    case 'AssignmentExpression':
      return ARITHMETIC.has(value.operator.slice(0, -1)) || judge(value.right, at);
    case 'SequenceExpression':
      return judge(value.expressions.at(-1)!, at);
    case 'ArrayExpression':
      return value.elements.every(
        (element) => !element || judge(element.type === 'SpreadElement' ? element.argument : element, at),
      );
    case 'NewExpression':
      // `new URL(process.env.DATABASE_URL)`: its parts are the deployment's.
      return (
        value.callee.type === 'Identifier' &&
        (value.callee.name === 'Date' ||
          (/^URL(?:SearchParams)?$/.test(value.callee.name) &&
            value.arguments[0] !== undefined &&
            judge(value.arguments[0], at)))
      );
    case 'Identifier':
      return isClosedName(value, at);
    case 'MemberExpression':
      return isClosedMember(value, at);
    case 'CallExpression':
      return isClosedCall(value, at);
    default:
      return false;
  }
}

const NUMERIC_PROPERTIES = /^(?:length|size|byteLength|rowCount|affectedRows|insertId|lastID|changes)$/;
/** What an ORM says of its own tables. */
const METADATA =
  /\.metadata\.\w+|\.tableName$|\.options\.(?:schema|tableName)$|\.(?:get|_)?tableName\b|\.queryRunner\.|\.alias$/;

function isClosedMember(node: TSESTree.MemberExpression, at: Judging): boolean {
  const name = memberName(node);
  if (isEnvironment(node.object)) return true;
  if (name !== null && NUMERIC_PROPERTIES.test(name)) return true;
  const followed = follow(node);
  if (followed !== node) return judge(followed, at);
  if (isFromTypes(node)) return true;
  if (name === null) return isClosedLookup(node, at);
  return isClosedProperty(node.object, name, at) || isMetadata(node);
}

function isMetadata(node: TSESTree.MemberExpression): boolean {
  return METADATA.test(sourceText(node));
}

/** `process.env`, `import.meta.env`, `Bun.env`, `Deno.env`, under a name of one's own too. */
function isEnvironment(node: Node): boolean {
  const object = follow(node);
  if (object.type !== 'MemberExpression' || memberName(object) !== 'env') return false;
  const root = object.object;
  return (
    root.type === 'MetaProperty' || (root.type === 'Identifier' && /^(?:process|Bun|Deno|globalThis)$/.test(root.name))
  );
}

/** The checker's word on an expression without a cast of the reader's own. */
export function isFromTypes(node: Node): boolean {
  const { types } = fileOf(node);
  return types !== null && (types.isNumeric(node) || types.isClosed(node));
}

/** `SORTS[key]`: whatever the key, the value is one of the map's. */
function isClosedLookup(node: TSESTree.MemberExpression, at: Judging): boolean {
  const object = follow(node.object);
  if (object.type === 'ArrayExpression') return judge(object, at);
  if (object.type === 'ObjectExpression')
    return (
      object.properties.length > 0 &&
      !isFilledLater(node.object) &&
      object.properties.every((property) =>
        property.type === 'Property' ? judge(property.value, at) : judgeSpread(property.argument, at),
      )
    );
  if (denote(node.object)?.kind === 'enum') return true;
  const key = constantOf(node.property);
  if (key !== undefined) return isClosedProperty(node.object, String(key), at);
  // `Type[key]` of a generated client's enum, `dialects[name]` of a package: fixed when the module is loaded.
  return object.type === 'Identifier' && getBinding(object).kind === 'import';
}

const judgeSpread = (node: Node, at: Judging): boolean => {
  const object = follow(node);
  return (
    object.type === 'ObjectExpression' &&
    object.properties.every((each) =>
      each.type === 'Property' ? judge(each.value, at) : judgeSpread(each.argument, at),
    )
  );
};

/** `sorts[key] = value` somewhere: no closed map. */
function isFilledLater(object: Node): boolean {
  if (object.type !== 'Identifier') return false;
  return fileOf(object).index.assignments.some(
    ({ left }) =>
      left.type === 'MemberExpression' &&
      left.computed &&
      left.object.type === 'Identifier' &&
      left.object.name === object.name,
  );
}

/** A property by name, of an object that is known somehow: a literal, class, enum, annotated or checked object. */
export function isClosedProperty(object: Node, name: string, at: Judging): boolean {
  const value = follow(object);
  if (value.type === 'ObjectExpression') {
    const property = propertyIn(value, name);
    return property !== null && property !== 'unknown' && judge(property, at);
  }
  if (isEnvironment(value)) return true;
  if (/^\d+$/.test(name) && isClosedElement(object, [], at)) return true;
  if (value.type === 'CallExpression' && isPickedFrom(value, name, at)) return true;
  const entity = denote(object);
  if (entity?.kind === 'enum') return true;
  if (entity?.kind === 'object' || entity?.kind === 'class') return isClosedField(entity.node, name, at);
  if (CATALOG.test(name) || (WIRING.test(name) && CONFIGURATION.test(sourceText(object)))) return true;
  return (
    isClosedMemberType(object, name) ||
    isClosedSchemaValue(object, name, at) ||
    isFixedAtLoad(object) ||
    isClosedPart(object, name, at)
  );
}

/** `columns.find((each) => each.id === id).sql`: whichever it is, a closed list holds it. */
function isPickedFrom(call: TSESTree.CallExpression, name: string, at: Judging): boolean {
  const list = /^(?:find|findLast|at|pop|shift)$/.test(calleeName(call) ?? '') ? receiverOf(call) : null;
  return list !== null && isClosedElement(list, [name], at);
}

/** Columns of the database's own catalogue: names of tables that are there. */
export const CATALOG =
  /^(?:table_?name|table_schema|schema_?name|relname|index_?name|conname|datname|nspname|column_name|constraint_name|view_?name|matviewname|propertyName|propertyPath|databaseName|databasePath|givenDatabaseName|tablePath|tableName|entityName)$/;
/** What a deployment's configuration names. */
const WIRING = /schema|prefix|table|database|dbname|timeout/i;
const CONFIGURATION = /(?:config|configuration|settings|env)\w*(?:\.(?:db|database|postgres\w*|mysql|sql))?$/i;

/** A property of a module's own constant or of an import: set when the program starts, by nobody's request. */
function isFixedAtLoad(node: Node): boolean {
  const value = unwrapAwait(node);
  if (value.type === 'MemberExpression') return memberName(value) !== null && isFixedAtLoad(value.object);
  if (value.type !== 'Identifier') return false;
  const binding = getBinding(value);
  if (binding.kind === 'import') return true;
  if (binding.kind !== 'value' || !binding.constant || !binding.init) return false;
  const scope = binding.variable.scope.type as string;
  return scope === 'module' || scope === 'global';
}

/** Whether a call is a method of that name, with the receiver; used by the judges of calls. */
export const methodOf = (call: TSESTree.CallExpression): { name: string; receiver: Node | null } => ({
  name: calleeName(call) ?? '',
  receiver: receiverOf(call),
});
