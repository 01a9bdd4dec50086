import type { TSESTree } from '@typescript-eslint/utils';

import { fileOf, type BackendFile } from '../model/file.js';
import type { Node } from '../syntax/ast.js';
import { decoratorName, decoratorsOf, keyName, memberName, unwrap } from '../syntax/nodes.js';
import { denoteType, findDeclaredMember } from './annotations.js';
import { findVariable, getBinding, getVariableBinding, type Binding } from './bindings.js';
import { denote } from './entities.js';
import { exportsOf } from './exports.js';
import { constructorOf } from './members.js';

const MAX_HOPS = 12;
/** Types of TypeScript's own that only leave something out of their first argument. */
const NARROWING = new Set([
  'Extract',
  'Exclude',
  'NonNullable',
  'Readonly',
  'Awaited',
  'Uncapitalize',
  'Uppercase',
  'Lowercase',
  'Capitalize',
]);

/** Whether every value of a type is a number, a boolean or one of a list of literals. */
export function isClosedType(type: TSESTree.TypeNode | null | undefined, hops = 0): boolean {
  if (!type || hops > MAX_HOPS) return false;
  const inner = (each: TSESTree.TypeNode): boolean => isClosedType(each, hops + 1);
  switch (type.type) {
    case 'TSLiteralType':
      return type.literal.type !== 'TemplateLiteral' || type.literal.expressions.length === 0;
    case 'TSNumberKeyword':
    case 'TSBigIntKeyword':
    case 'TSBooleanKeyword':
    case 'TSNullKeyword':
    case 'TSUndefinedKeyword':
      return true;
    case 'TSUnionType':
      return type.types.every(inner);
    case 'TSTemplateLiteralType':
      return type.types.every(inner);
    case 'TSTypeOperator':
      return type.operator === 'keyof' && type.typeAnnotation ? hasKnownKeys(type.typeAnnotation) : false;
    case 'TSIndexedAccessType':
      // (typeof COLUMNS)[number], (typeof MAP)[keyof typeof MAP]
      return type.objectType.type === 'TSTypeQuery' || inner(memberOfType(type) ?? type.indexType);
    case 'TSTypeReference':
      return isClosedReference(type, hops);
    default:
      return false;
  }
}

const memberOfType = (type: TSESTree.TSIndexedAccessType): TSESTree.TypeNode | null =>
  type.indexType.type === 'TSLiteralType' && type.indexType.literal.type === 'Literal'
    ? memberTypeOf(type.objectType, String(type.indexType.literal.value))
    : null;

/** The keys of a record over `string` may be anything; those of a named type are fixed. */
const hasKnownKeys = (type: TSESTree.TypeNode): boolean =>
  !(type.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && type.typeName.name === 'Record') &&
  type.type !== 'TSAnyKeyword';

function isClosedReference(type: TSESTree.TSTypeReference, hops: number): boolean {
  const name = type.typeName;
  const parameters = type.typeArguments?.params ?? [];
  if (name.type === 'Identifier') {
    const declared = findTypeDeclaration(name);
    if (declared) return declared.type === 'TSEnumDeclaration' || isClosedType(aliased(declared), hops + 1);
    if (NARROWING.has(name.name)) return isClosedType(parameters[0], hops + 1);
    return name.name === 'SortOrder';
  }
  return name.type === 'TSQualifiedName' && name.right.name === 'SortOrder';
}

type TypeDeclaration =
  | TSESTree.TSEnumDeclaration
  | TSESTree.TSTypeAliasDeclaration
  | TSESTree.TSInterfaceDeclaration
  | TSESTree.TSTypeParameter;

const aliased = (declared: TypeDeclaration): TSESTree.TypeNode | undefined =>
  declared.type === 'TSTypeAliasDeclaration'
    ? declared.typeAnnotation
    : declared.type === 'TSTypeParameter'
      ? declared.constraint
      : undefined;

/** The declaration of a type's name, in this file or in the one that it is imported from. */
function findTypeDeclaration(id: TSESTree.Identifier): TypeDeclaration | null {
  const variable = findVariable(id);
  const node = variable?.defs[0]?.node as Node | undefined;
  if (node?.type === 'TSTypeParameter') return node;
  return variable ? declarationOf(getVariableBinding(variable), fileOf(id), 0) : null;
}

function declarationOf(binding: Binding, file: BackendFile, hops: number): TypeDeclaration | null {
  if (binding.kind === 'enum') return binding.node;
  if (binding.kind === 'type') return binding.node;
  return binding.kind === 'import' && hops < MAX_HOPS
    ? exportedType(binding.specifier, binding.imported, file, hops + 1)
    : null;
}

function exportedType(specifier: string, name: string, from: BackendFile, hops: number): TypeDeclaration | null {
  const resolution = hops < MAX_HOPS ? from.project.resolve(specifier, from.path) : null;
  const file = resolution && 'file' in resolution ? from.project.open(resolution.file) : null;
  if (!file) return null;
  const known = file.memo(exportedTypes);
  const before = known.get(name);
  // "Nothing" after many hops says nothing to a question with more of them left.
  if (before && (before.declared || hops >= before.hops)) return before.declared;
  const declared = findExportedType(name, file, hops);
  known.set(name, { declared, hops });
  return declared;
}

const exportedTypes = (): Map<string, { declared: TypeDeclaration | null; hops: number }> => new Map();

function findExportedType(name: string, file: BackendFile, hops: number): TypeDeclaration | null {
  const { names, stars } = exportsOf(file);
  const found = names.get(name);
  if (found && 'from' in found) return exportedType(found.from, found.name, file, hops + 1);
  if (found?.node.type === 'Identifier') {
    const variable = findVariable(found.node);
    return variable ? declarationOf(getVariableBinding(variable), file, hops + 1) : null;
  }
  for (const star of found ? [] : stars) {
    const declared = exportedType(star, name, file, hops + 1);
    if (declared) return declared;
  }
  return null;
}

/** The declared type of an expression: of a parameter, an annotated name, a field, or a member of one of them. */
export function typeOf(node: Node, hops = 0): TSESTree.TypeNode | null {
  if (hops > MAX_HOPS) return null;
  const value = unwrap(node);
  if (value.type === 'Identifier') {
    const binding = getBinding(value);
    return binding.kind === 'parameter' || binding.kind === 'value' ? typeOfBinding(binding) : null;
  }
  if (value.type !== 'MemberExpression') return null;
  const name = memberName(value);
  if (name === null) return null;
  const object = denote(value.object);
  if (object?.kind === 'object') {
    for (const member of object.node.body.body)
      if (member.type === 'PropertyDefinition' && keyName(member.key, member.computed) === name)
        return member.typeAnnotation?.typeAnnotation ?? null;
    for (const parameter of constructorOf(object.node)?.params ?? []) {
      const target = parameter.type === 'TSParameterProperty' ? parameter.parameter : null;
      if (target?.type === 'Identifier' && target.name === name) return target.typeAnnotation?.typeAnnotation ?? null;
    }
    return null;
  }
  const type = typeOf(value.object, hops + 1);
  return type && memberTypeOf(type, name);
}

/** The annotation of a name, through the steps of a destructuring pattern. */
export function typeOfBinding(binding: Extract<Binding, { kind: 'parameter' | 'value' }>): TSESTree.TypeNode | null {
  let type = binding.annotation;
  if (!type && binding.kind === 'value' && binding.init && binding.path.length > 0) type = typeOf(binding.init, 1);
  for (const name of binding.path) type = type && memberTypeOf(type, name);
  return type;
}

function memberTypeOf(type: TSESTree.TypeNode, name: string): TSESTree.TypeNode | null {
  const shape = denoteType(type);
  if (shape?.kind === 'object') return fieldTypeOf(shape.node, name);
  if (shape?.kind !== 'shape') return null;
  const declared = findDeclaredMember(shape.node, name);
  return declared?.type === 'TSPropertySignature' ? (declared.typeAnnotation?.typeAnnotation ?? null) : null;
}

function fieldTypeOf(
  node: TSESTree.ClassDeclaration | TSESTree.ClassExpression,
  name: string,
): TSESTree.TypeNode | null {
  for (const member of node.body.body)
    if (member.type === 'PropertyDefinition' && keyName(member.key, member.computed) === name)
      return member.typeAnnotation?.typeAnnotation ?? null;
  return null;
}

const CHECKING_DECORATORS =
  /^(?:IsIn|IsEnum|IsInt|IsNumber|IsNumberString|IsBoolean|IsUUID|IsPositive|IsAlphanumeric|IsISO8601|IsDateString|IsMongoId)$/;

/** Whether `object.name` is declared as closed: by an annotation, or in a DTO by a validating decorator. */
export function isClosedMemberType(object: Node, name: string): boolean {
  const type = typeOf(object);
  if (!type) return false;
  const shape = denoteType(type);
  if (shape?.kind !== 'object') return isClosedType(memberTypeOf(type, name));
  for (const member of shape.node.body.body) {
    if (member.type !== 'PropertyDefinition' || keyName(member.key, member.computed) !== name) continue;
    if (decoratorsOf(member).some((each) => CHECKING_DECORATORS.test(decoratorName(each) ?? ''))) return true;
    return isClosedType(member.typeAnnotation?.typeAnnotation);
  }
  return false;
}

/** The type of a list's elements, where the list is annotated. */
export function elementTypeOf(node: Node): TSESTree.TypeNode | null {
  const type = typeOf(node);
  if (type?.type === 'TSArrayType') return type.elementType;
  if (type?.type === 'TSTypeOperator' && type.typeAnnotation?.type === 'TSArrayType')
    return type.typeAnnotation.elementType;
  if (
    type?.type === 'TSTypeReference' &&
    type.typeName.type === 'Identifier' &&
    /^(?:Array|ReadonlyArray|Set|ReadonlySet)$/.test(type.typeName.name)
  )
    return type.typeArguments?.params[0] ?? null;
  return null;
}
