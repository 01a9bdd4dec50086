import { fileOf, type BackendFile } from '../../model/file.js';
import type { Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, decoratorsOf, keyName, literalText, outward, receiverOf, unwrap } from '../../syntax/nodes.js';
import { getBinding } from '../bindings.js';
import { isBesideRoutes } from '../request-path.js';
import { follow } from '../values.js';
import { isCompanionName, isPageSizeName, isPagingName, isToldName, mayBePageSizeName } from './names.js';
import { boundOfField, boundOfProperty } from './schema-fields.js';
import { isCappedLater, isHandedToList } from './capped-later.js';
import { usesOf } from './schema-uses.js';

/** A field of a request's schema, or a property of its DTO, that lets any page size through. */
export interface SizeField {
  readonly name: string;
  /** The schema of the field, or the DTO's property. */
  readonly node: Node;
}

/** The page sizes without an upper bound that the schemas and DTOs of a file let through. */
export const unboundedFieldsOf = (file: BackendFile): readonly SizeField[] => file.memo(findFields);

const SCHEMA_MODULE =
  /^(?:zod|valibot|joi|@hapi\/joi|yup|superstruct|arktype|elysia|@sinclair\/typebox|typebox|celebrate|@hono\/zod-openapi|@nestjs\/swagger|fastify-type-provider|zod\/.*|@fastify\/type-provider-typebox|@asteasolutions\/zod-to-openapi|io-ts|runtypes|effect|nestjs-zod)/;

function findFields(file: BackendFile): SizeField[] {
  const found: SizeField[] = [];
  for (const object of file.index.objects)
    for (const property of object.properties) {
      if (property.type !== 'Property') continue;
      const name = keyName(property.key, property.computed);
      if (name === null || !mayBePageSizeName(name) || !isSchema(property.value, object)) continue;
      if (
        boundOfField(property.value) !== 'unbounded' ||
        !isAsked(name, object, property) ||
        isCappedLater(name, property)
      )
        continue;
      found.push({ name, node: property.value });
    }
  for (const owner of file.index.classes)
    for (const member of owner.body.body) {
      if (member.type !== 'PropertyDefinition') continue;
      const name = keyName(member.key, member.computed);
      if (name === null || !mayBePageSizeName(name) || decoratorsOf(member).length === 0) continue;
      if (boundOfProperty(member) !== 'unbounded' || !isAskedOf(name, owner, file) || isCappedLater(name, member))
        continue;
      found.push({ name, node: member });
    }
  return found;
}

/** Whether a property's value is the schema of a number: a chain on a schema library, or JSON schema below `properties`. */
function isSchema(value: Node, object: TSESTree.ObjectExpression): boolean {
  const inner = unwrap(value);
  if (inner.type === 'ObjectExpression') {
    const holder = object.parent;
    return holder.type === 'Property' && keyName(holder.key, holder.computed) === 'properties';
  }
  if (inner.type === 'Literal') return /^(?:type|scope)$/.test(callOf(object)) && literalText(inner) !== null;
  const given = inner.type === 'Identifier' ? follow(inner) : inner;
  let root: Node = given;
  if (root.type !== 'CallExpression') return false;
  while (root.type === 'CallExpression' || root.type === 'MemberExpression')
    root = unwrap(root.type === 'CallExpression' ? root.callee : root.object);
  if (root.type !== 'Identifier') return false;
  const binding = getBinding(root);
  if (binding.kind === 'import')
    return SCHEMA_MODULE.test(binding.specifier) || /schema|validat|zod|joi/i.test(binding.specifier);
  if (binding.kind === 'value' && binding.init) {
    const start = follow(binding.init);
    if (start.type === 'CallExpression' && calleeName(start) === 'require')
      return SCHEMA_MODULE.test(literalText(start.arguments[0] ?? start) ?? '');
    return start.type === 'CallExpression' && start !== given && boundOfField(start) === 'unbounded';
  }
  // Handed in: Astro's, Nuxt's and content layers' `({ z }) => …`.
  return binding.kind === 'parameter' && /^(?:z|t|v)$/.test(root.name);
}

const callOf = (object: Node): string => {
  const call = outward(object);
  return call?.type === 'CallExpression' ? (calleeName(call) ?? '') : '';
};

const TOLD_CONTEXT = /response|result|output|reply|\bmeta\b|answer|returns/i;
const NO_REQUEST =
  /config|env|setting|plan|quota|rate|throttle|budget|subscription|pricing|feature|event|message|payload|webhook/i;
const ASKED = /query|params|search|filter|request|find|list|pag(?:e|ination|ing)|get|fetch|browse|args|input|dto/i;

/** Whether the object's fields are what a client asks a list with. */
function isAsked(name: string, object: TSESTree.ObjectExpression, property: TSESTree.Property): boolean {
  const names = namesRound(object).filter((each) => each !== name);
  if (names.some(isToldName)) return false;
  const title = titleOf(object);
  if (TOLD_CONTEXT.test(title)) return false;
  const uses = usesOf(object);
  if (uses === 'response') return false;
  if (uses === 'query')
    return isPageSizeName(name) || /^(?:limit|take|first|last|\w+Limit|count|size|top|max)$/.test(name);
  // A shape that only other code takes says nothing of what a client may send.
  if (uses !== 'request' && !isBesideRoutes(fileOf(object))) return false;
  if (NO_REQUEST.test(title) || /[\\/]clients?[\\/]/.test(fileOf(object).path)) return false;
  if (uses === 'request' && name === 'limit' && isHandedToList(name, property)) return true;
  const isPaged = names.some(isPagingName);
  const isList = isPaged || names.some(isCompanionName);
  if (isPageSizeName(name)) return isPaged || uses === 'request' || ASKED.test(title);
  if (/^(?:limit|take|first|last|\$limit|_limit)$/.test(name) || /\w+_?limit$/i.test(name))
    return (
      (isPaged && (uses === 'request' || ASKED.test(title) || names.length < 8)) ||
      (isList && (uses === 'request' || ASKED.test(title)))
    );
  return isPaged && (uses === 'request' || ASKED.test(title));
}

/** The same for a DTO class. */
function isAskedOf(
  name: string,
  owner: TSESTree.ClassDeclaration | TSESTree.ClassExpression,
  file: BackendFile,
): boolean {
  const title = owner.id?.name ?? '';
  if (TOLD_CONTEXT.test(title) || /(?:Entity|Model|Command|Event|Response|Limit\w*)$/.test(title)) return false;
  const names = owner.body.body.flatMap((each) =>
    each.type === 'PropertyDefinition' ? (keyName(each.key, each.computed) ?? []) : [],
  );
  if (names.some((each) => isToldName(each))) return false;
  if (
    /@(?:Entity|Schema|Table|ObjectType)\b/.test(
      file.text.slice(owner.range[0] - 200 < 0 ? 0 : owner.range[0] - 200, owner.body.range[0]),
    )
  )
    return false;
  if (isPageSizeName(name)) return true;
  return (
    names.some((each) => each !== name && isPagingName(each)) ||
    /query|pag(?:e|ination|ing)|list|search|filter|find/i.test(title)
  );
}

/** The names of the fields beside it, those of the schema that it extends included. */
function namesRound(object: TSESTree.ObjectExpression): string[] {
  const names = keysOf(object);
  const call = outward(object);
  let receiver = call?.type === 'CallExpression' ? receiverOf(call) : null;
  for (let hops = 0; receiver && hops < 6; hops++) {
    const base = follow(receiver);
    if (base.type !== 'CallExpression') break;
    for (const each of base.arguments) {
      const shape = follow(each);
      if (shape.type === 'ObjectExpression') names.push(...keysOf(shape));
    }
    receiver = receiverOf(base);
  }
  for (const property of object.properties)
    if (property.type === 'SpreadElement') {
      const spread = follow(property.argument);
      const shape = spread.type === 'MemberExpression' ? follow(spread.object) : spread;
      if (shape.type === 'ObjectExpression') names.push(...keysOf(shape));
      else if (shape.type === 'CallExpression' && shape.arguments[0]?.type === 'ObjectExpression')
        names.push(...keysOf(shape.arguments[0]));
    }
  return names;
}

const keysOf = (object: TSESTree.ObjectExpression): string[] =>
  object.properties.flatMap((each) => (each.type === 'Property' ? (keyName(each.key, each.computed) ?? []) : []));

/** What the schema is called, and the names of the properties that lead to it: `listQuerySchema`, `getUsers.query`. */
function titleOf(object: Node): string {
  const names: string[] = [];
  for (let up = object.parent; up; up = up.parent) {
    if (up.type === 'Property') names.push(keyName(up.key, up.computed) ?? '');
    if (up.type === 'VariableDeclarator' && up.id.type === 'Identifier') {
      names.push(up.id.name);
      break;
    }
    if (up.type === 'BlockStatement' || up.type === 'Program') break;
  }
  return names.join(' ');
}
