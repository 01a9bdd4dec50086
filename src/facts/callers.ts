import type { TSESTree } from '@typescript-eslint/utils';

import { type BackendFile, fileOf, isSamePlace } from '../model/file.js';
import type { ClassNode, FunctionNode } from '../syntax/ast.js';
import { calleeName, classOfThis, keyName, memberName, unwrap } from '../syntax/nodes.js';
import { allLocalCalls, isExported } from './bindings.js';
import { denote, findCalled, superOf } from './entities.js';

/** More files than this that mention a name say that it is too common to look everywhere. */
const MOST_FILES = 25;
const callers = new WeakMap<FunctionNode, readonly TSESTree.CallExpression[] | null>();

/** Every call of a function, in other files of the project too; null where they can't all be known, or there are none. */
export function allCallers(fn: FunctionNode): readonly TSESTree.CallExpression[] | null {
  const known = callers.get(fn);
  if (known !== undefined) return known;
  callers.set(fn, null);
  const found = findCallers(fn);
  const answer = found && found.length > 0 ? found : null;
  callers.set(fn, answer);
  return answer;
}

function findCallers(fn: FunctionNode): TSESTree.CallExpression[] | null {
  const local = allLocalCalls(fn);
  if (local && !isExported(fn)) return local;
  const method = fn.parent.type === 'MethodDefinition' ? fn.parent : null;
  if (method) {
    const name = keyName(method.key, method.computed);
    if (name === null || method.decorators.length > 0 || method.kind !== 'method') return null;
    const isPrivate = method.accessibility === 'private' || name.startsWith('#');
    return isPrivate ? ownCalls(fn, method.parent.parent, name) : callsInProject(fn, name);
  }
  const name =
    fn.type === 'FunctionDeclaration' && fn.id
      ? fn.id.name
      : fn.parent.type === 'VariableDeclarator' && fn.parent.id.type === 'Identifier'
        ? fn.parent.id.name
        : exportedName(fn);
  return name === null ? null : callsInProject(fn, name);
}

/** `exports.list = async () => …`, `module.exports.list = …`. */
function exportedName({ parent }: FunctionNode): string | null {
  if (parent.type !== 'AssignmentExpression' || parent.left.type !== 'MemberExpression') return null;
  const holder = unwrap(parent.left.object);
  const isExports =
    (holder.type === 'Identifier' && holder.name === 'exports') ||
    (holder.type === 'MemberExpression' && memberName(holder) === 'exports');
  return isExports ? memberName(parent.left) : null;
}

function ownCalls(fn: FunctionNode, owner: ClassNode, name: string): TSESTree.CallExpression[] {
  return (fileOf(fn).index.calls.get(name) ?? []).filter((call) => {
    const callee = unwrap(call.callee);
    return callee.type === 'MemberExpression' && classOfThis(call) === owner;
  });
}

const isProduction = ({ kind }: BackendFile): boolean => kind === 'source' || kind === 'config' || kind === 'script';

/** The calls in every file that mentions the name; null where it is mentioned too often, or handed on as a value. */
function callsInProject(fn: FunctionNode, name: string): TSESTree.CallExpression[] | null {
  const own = fileOf(fn);
  const paths = own.project.filesMentioning(own.path, name);
  if (paths.length > MOST_FILES) return null;
  const calls: TSESTree.CallExpression[] = [];
  for (const path of new Set([own.path, ...paths])) {
    const file = path === own.path ? own : own.project.open(path);
    if (!file || !isProduction(file)) continue;
    for (const call of file.index.calls.get(name) ?? []) if (isSamePlace(findCalled(call), fn)) calls.push(call);
  }
  return calls;
}

const constructions = new WeakMap<ClassNode, readonly (TSESTree.NewExpression | TSESTree.CallExpression)[]>();

/** Where the project makes instances of a class: `new X(…)`, and `super(…)` in classes that extend it. */
export function allConstructions(node: ClassNode): readonly (TSESTree.NewExpression | TSESTree.CallExpression)[] {
  const known = constructions.get(node);
  if (known) return known;
  constructions.set(node, []);
  const name = node.id?.name;
  const own = fileOf(node);
  const found: (TSESTree.NewExpression | TSESTree.CallExpression)[] = [];
  const paths = name === undefined ? [] : own.project.filesMentioning(own.path, name);
  for (const path of new Set([own.path, ...(paths.length > MOST_FILES ? [] : paths)])) {
    const file = path === own.path ? own : own.project.open(path);
    if (!file || !isProduction(file)) continue;
    for (const made of file.index.news)
      if (calleeName(made) === name && isOf(denote(made.callee), node)) found.push(made);
    for (const each of file.index.classes) {
      if (!each.superClass || !isOf(superOf(each), node)) continue;
      for (const call of file.index.calls.get('') ?? [])
        if (call.callee.type === 'Super' && classOfThis(call) === each) found.push(call);
    }
  }
  constructions.set(node, found);
  return found;
}

const isOf = (entity: ReturnType<typeof denote>, node: ClassNode): boolean =>
  entity?.kind === 'class' && isSamePlace(entity.node, node);
