import type { TSESTree } from '@typescript-eslint/utils';

import { findExport, findGenerated, findGlobal, findLibrary } from '../libraries/registry.js';
import type { Entity } from '../model/entity.js';
import { fileOf, type BackendFile } from '../model/file.js';
import type { Node } from '../syntax/ast.js';
import { findVariable, getVariableBinding } from './bindings.js';
import { denote, findRow, instanceOf, instanceOfAnnotation, resultOfFunction } from './entities.js';
import { describedName } from './described-files.js';
import { exportsOf } from './exports.js';
import { findMember } from './members.js';

/** Types of TypeScript's own that stand for their first argument. */
const TRANSPARENT = new Set([
  'Promise',
  'PromiseLike',
  'Awaited',
  'Readonly',
  'Partial',
  'Required',
  'NonNullable',
  'Pick',
  'Omit',
  'Extract',
  'Exclude',
  'Ref',
]);

const MAX_DEPTH = 30;
let depth = 0;
/** How often a chain was too long. */
let cuts = 0;

/** What a value annotated with the type denotes, or null. */
export function denoteType(type: TSESTree.TypeNode): Entity | null {
  if (depth >= MAX_DEPTH) {
    cuts++;
    return null;
  }
  depth++;
  try {
    return find(type);
  } finally {
    depth--;
  }
}

function find(type: TSESTree.TypeNode): Entity | null {
  switch (type.type) {
    case 'TSTypeReference':
      return findReference(type);
    case 'TSTypeQuery':
      return denoteTypeQuery(type);
    case 'TSUnionType':
    case 'TSIntersectionType':
      return firstOf(type.types);
    case 'TSTypeLiteral':
      return { kind: 'shape', node: type };
    case 'TSTypeOperator':
      return type.typeAnnotation ? denoteType(type.typeAnnotation) : null;
    case 'TSImportType': {
      const specifier = importedModule(type);
      const path = type.qualifier ? namesOf(type.qualifier) : [];
      return specifier === null ? null : denoteImportedType(specifier, path, fileOf(type));
    }
    case 'TSIndexedAccessType': {
      const object = denoteType(type.objectType);
      const index = type.indexType;
      return object && index.type === 'TSLiteralType' && index.literal.type === 'Literal'
        ? findMember(object, String(index.literal.value), type)
        : null;
    }
    default:
      return null;
  }
}

/** The first that says what library or class the value is; a shape only where nothing better is found. */
function firstOf(types: readonly TSESTree.TypeNode[]): Entity | null {
  let shape: Entity | null = null;
  for (const each of types) {
    const entity = denoteType(each);
    if (entity?.kind === 'shape') shape ??= entity;
    else if (entity) return entity;
  }
  return shape;
}

function importedModule(type: TSESTree.TSImportType): string | null {
  const source = (type as { source?: Node; argument?: Node }).source ?? (type as { argument?: Node }).argument;
  if (source?.type === 'Literal') return String(source.value);
  return source?.type === 'TSLiteralType' && source.literal.type === 'Literal' ? String(source.literal.value) : null;
}

function namesOf(name: TSESTree.EntityName): string[] {
  if (name.type === 'Identifier') return [name.name];
  return name.type === 'TSQualifiedName' ? [...namesOf(name.left), name.right.name] : [];
}

function rootOf(name: TSESTree.EntityName): TSESTree.Identifier | null {
  if (name.type === 'Identifier') return name;
  return name.type === 'TSQualifiedName' ? rootOf(name.left) : null;
}

function findReference(type: TSESTree.TSTypeReference): Entity | null {
  const root = rootOf(type.typeName);
  if (!root) return null;
  const names = namesOf(type.typeName);
  const parameters = type.typeArguments?.params ?? [];
  const variable = findVariable(root);
  // https://trpc.io/docs/v10/server/context; the same as `Awaited<ReturnType<…>>`.
  if (!variable || root.name === 'inferAsyncReturnType') {
    if (names.length === 1 && TRANSPARENT.has(root.name)) return parameters[0] ? denoteType(parameters[0]) : null;
    if (/^(?:ReturnType|inferAsyncReturnType)$/.test(root.name) && parameters[0]?.type === 'TSTypeQuery') {
      const fn = denoteTypeQuery(parameters[0]);
      return fn?.kind === 'function' ? resultOfFunction(fn.node) : null;
    }
    if (root.name === 'InstanceType' && parameters[0]?.type === 'TSTypeQuery') {
      const made = denoteTypeQuery(parameters[0]);
      return made?.kind === 'class' ? { kind: 'object', node: made.node, proof: 'annotation' } : null;
    }
    if (root.name === 'Parameters') return null;
    const found = findGlobal(names.join('.'));
    return found ? instanceOfAnnotation(found.row, found.library, 'annotation', null) : null;
  }
  const binding = getVariableBinding(variable);
  switch (binding.kind) {
    case 'import':
      return denoteImportedType(
        binding.specifier,
        binding.imported === '*' ? names.slice(1) : [binding.imported, ...names.slice(1)],
        fileOf(type),
      );
    case 'value': {
      // `const Collection = mongodb.Collection`, then `x: Collection` in Flow.
      const value = names.length === 1 ? denote(root) : null;
      if (value?.kind === 'class') return { kind: 'object', node: value.node, proof: 'annotation' };
      const found = value?.kind === 'export' ? findRow(value) : null;
      return found && instanceOfAnnotation(found.row, found.library, 'annotation', null);
    }
    case 'class':
      return { kind: 'object', node: binding.node, proof: 'annotation' };
    case 'enum':
      return { kind: 'enum', node: binding.node };
    case 'type':
      return binding.node.type === 'TSInterfaceDeclaration'
        ? denoteInterface(binding.node)
        : denoteType(binding.node.typeAnnotation);
    default: {
      // `Q extends PgDatabase`: what the parameter may be at least.
      const declared = variable.defs[0]?.node as Node | undefined;
      return declared?.type === 'TSTypeParameter' && declared.constraint ? denoteType(declared.constraint) : null;
    }
  }
}

/** An interface that extends a library's type is that type; another one is its shape. */
function denoteInterface(node: TSESTree.TSInterfaceDeclaration): Entity {
  for (const { expression } of node.extends) {
    if (expression.type !== 'Identifier') continue;
    const variable = findVariable(expression);
    const binding = variable && getVariableBinding(variable);
    if (binding?.kind === 'import') {
      const base = denoteImportedType(binding.specifier, [binding.imported], fileOf(node));
      if (base?.kind === 'instance') return base;
    }
  }
  return { kind: 'shape', node };
}

function denoteImportedType(specifier: string, path: readonly string[], from: BackendFile): Entity | null {
  const named = from.project.settings.modules[specifier];
  const library = named === undefined ? null : findLibrary(named);
  if (library?.client) return instanceOf(library.client, library, 'setting', null);
  const resolution = from.project.resolve(specifier, from.path);
  if (resolution && 'file' in resolution) {
    const file = from.project.open(resolution.file);
    if (!file || path[0] === undefined) return null;
    const described = describedName(file);
    const own = described === null ? null : findExport(described, path);
    return own ? instanceOfAnnotation(own.row, own.library, 'annotation', null) : denoteExportedType(file, path[0]);
  }
  const module = resolution?.external ?? findGenerated(specifier)?.modules[0];
  if (module === undefined) return null;
  const found = findExport(specifier.startsWith(module) ? specifier : module, path);
  return found ? instanceOfAnnotation(found.row, found.library, 'annotation', null) : null;
}

/** A type that a file of the project exports. */
function denoteExportedType(file: BackendFile, name: string): Entity | null {
  const known = file.memo(exportedTypes);
  const before = known.get(name);
  if (before !== undefined) return before;
  const cutBefore = cuts;
  const entity = findExportedType(file, name);
  // "Nothing" from the end of a long chain is good for this question only.
  if (entity || cuts === cutBefore) known.set(name, entity);
  return entity;
}

const exportedTypes = (): Map<string, Entity | null> => new Map();

function findExportedType(file: BackendFile, name: string): Entity | null {
  if (depth >= MAX_DEPTH) {
    cuts++;
    return null;
  }
  depth++;
  try {
    const { names, stars, whole } = exportsOf(file);
    const found = names.get(name);
    if (found && 'from' in found) return denoteImportedType(found.from, [found.name], file);
    const node = found?.node ?? (name === 'default' ? whole : null);
    if (node) {
      if (node.type === 'ClassDeclaration' || node.type === 'ClassExpression')
        return { kind: 'object', node, proof: 'annotation' };
      if (node.type === 'TSInterfaceDeclaration') return denoteInterface(node);
      if (node.type !== 'Identifier') return null;
      const variable = findVariable(node);
      const binding = variable && getVariableBinding(variable);
      if (binding?.kind === 'class') return { kind: 'object', node: binding.node, proof: 'annotation' };
      if (binding?.kind === 'enum') return { kind: 'enum', node: binding.node };
      if (binding?.kind === 'type')
        return binding.node.type === 'TSInterfaceDeclaration'
          ? denoteInterface(binding.node)
          : denoteType(binding.node.typeAnnotation);
      if (binding?.kind === 'import') return denoteImportedType(binding.specifier, [binding.imported], file);
      return null;
    }
    for (const star of stars) {
      const entity = denoteImportedType(star, [name], file);
      if (entity) return entity;
    }
    return null;
  } finally {
    depth--;
  }
}

/** `typeof db`, `typeof this.db`, `typeof ns.db`. */
function denoteTypeQuery(type: TSESTree.TSTypeQuery): Entity | null {
  return denoteName(type.exprName);
}

function denoteName(name: TSESTree.EntityName | TSESTree.TSImportType): Entity | null {
  if (name.type === 'Identifier' || name.type === 'ThisExpression') return denote(name);
  if (name.type === 'TSQualifiedName') {
    const object = denoteName(name.left);
    return object && findMember(object, name.right.name, name);
  }
  return null;
}

/** The members that an interface or type literal declares. */
export function findDeclaredMember(
  node: TSESTree.TSInterfaceDeclaration | TSESTree.TSTypeLiteral,
  name: string,
): TSESTree.TSPropertySignature | TSESTree.TSMethodSignature | null {
  const members = node.type === 'TSTypeLiteral' ? node.members : node.body.body;
  for (const member of members)
    if (
      (member.type === 'TSPropertySignature' || member.type === 'TSMethodSignature') &&
      member.key.type === 'Identifier' &&
      member.key.name === name
    )
      return member;
  return null;
}
