import { type BackendFile, sourceText } from '../../model/file.js';
import type { ClassNode, FunctionNode, Node, TSESTree } from '../../syntax/ast.js';
import {
  calleeName,
  decoratorName,
  decoratorsOf,
  enclosingFunction,
  keyName,
  literalText,
  memberName,
  outward,
  unwrap,
} from '../../syntax/nodes.js';
import { findVariable, isExported } from '../bindings.js';
import { cacheAccessesOf } from './accesses.js';
import { argumentAt, constantOf, follow } from '../values.js';

/** A collection that outlives requests and only ever grows. */
export interface GrowingCollection {
  readonly name: string;
  /** What makes it. */
  readonly node: Node;
  /** The write by which a request fills it; null for a cache made without a bound. */
  readonly write: Node | null;
}

/** Every collection of a file that requests fill and nothing empties. */
export const growingCollectionsOf = (file: BackendFile): readonly GrowingCollection[] => file.memo(findGrowing);

function findGrowing(file: BackendFile): GrowingCollection[] {
  return [...inModule(file), ...inClasses(file), ...unboundedCaches(file)];
}

/** A pool of clients, or keys of a closed type: few by nature. */
function isFewByType(init: Node): boolean {
  const value = unwrap(init);
  if (value.type !== 'NewExpression') return false;
  const declarator = outward(value);
  const annotation =
    declarator?.type === 'VariableDeclarator' && declarator.id.type === 'Identifier'
      ? declarator.id.typeAnnotation?.typeAnnotation
      : undefined;
  const given = value.typeArguments ?? (annotation?.type === 'TSTypeReference' ? annotation.typeArguments : undefined);
  const [key, held] = given?.params ?? [];
  if (key?.type === 'TSTypeReference' && !/Id>?$/.test(sourceText(key))) return true;
  return (
    held !== undefined &&
    /Client|Agent|Dispatcher|lookup|Connection|Pool|KVStore|Redis|Worker|Queue|Prisma|DataSource|SecureContext|Intl\.|Format(?:ter)?\b|RegExp|Validat\w+|Template|=>/.test(
      sourceText(held),
    )
  );
}

/** What is made once for each of few configurations, and kept to be used again. */
const INSTANCES = /^(?:\w*(?:[cC]lients|[pP]ools|[cC]onnections|[fF]ormatters|[vV]alidators|[tT]emplates|[aA]gents))$/;

/** `new Map()`, `new Set()`, `{}`, `[]`, by kind; null for anything else. */
function kindOf(init: Node | null): 'Map' | 'Set' | 'object' | 'array' | null {
  const value = init && unwrap(init);
  if (!value) return null;
  if (value.type === 'NewExpression') {
    const name = calleeName(value);
    return (name === 'Map' || name === 'Set') && value.arguments.length === 0 ? name : null;
  }
  if (value.type === 'ObjectExpression') return value.properties.length === 0 ? 'object' : null;
  return value.type === 'ArrayExpression' && value.elements.length === 0 ? 'array' : null;
}

function* inModule(file: BackendFile): Generator<GrowingCollection> {
  for (const { id, init, parent } of file.index.declarators) {
    if (id.type !== 'Identifier' || !init || enclosingFunction(parent) || !kindOf(init) || isFewByType(init)) continue;
    if (INSTANCES.test(id.name)) continue;
    const variable = findVariable(id);
    const uses = (variable?.references ?? []).flatMap(({ identifier, init: first }) =>
      first === true ? [] : [identifier as TSESTree.Identifier],
    );
    const write = growthOf(uses, kindOf(init)!, id.name, file);
    if (write && !(isExported(parent) && isEmptiedElsewhere(id.name, file))) yield { name: id.name, node: init, write };
  }
}

const SERVICE =
  /(?:Service|Repository|Client|Provider|Manager|Store|Cache|Guard|Interceptor|Middleware|Registry|Controller|Gateway|Limiter)$/;

function* inClasses(file: BackendFile): Generator<GrowingCollection> {
  for (const node of file.index.classes) {
    for (const member of node.body.body) {
      if (member.type !== 'PropertyDefinition' || !member.value || !kindOf(member.value) || isFewByType(member.value))
        continue;
      const name = keyName(member.key, member.computed);
      if (name === null || !(member.static || isSingleton(node))) continue;
      const uses = (file.index.members.get(name) ?? []).filter(
        ({ object, range }) =>
          range[0] >= node.range[0] &&
          range[1] <= node.range[1] &&
          (object.type === 'ThisExpression' || (object.type === 'Identifier' && object.name === node.id?.name)),
      );
      const write = growthOf(uses, kindOf(member.value)!, name, file);
      if (write)
        yield {
          name: member.static ? `${node.id?.name ?? 'class'}.${name}` : `this.${name}`,
          node: member.value,
          write,
        };
    }
  }
}

/** One instance for the whole process: a Nest provider of the default scope, or a class that is named like one. */
function isSingleton(node: ClassNode): boolean {
  const injectable = decoratorsOf(node).find((each) =>
    /^(?:Injectable|Controller|Service|Singleton|injectable|singleton)$/.test(decoratorName(each) ?? ''),
  );
  if (injectable) {
    const scope =
      injectable.expression.type === 'CallExpression' ? argumentAt(injectable.expression, '0.scope') : 'absent';
    return typeof scope === 'string' || (scope.type === 'MemberExpression' && memberName(scope) === 'DEFAULT');
  }
  return SERVICE.test(node.id?.name ?? '');
}

const EMPTIES = /^(?:delete|clear|splice|shift|pop|size|length|slice|filter|fill|finalize)$/;
/** `{ count: seen.size }` tells how many there are; in a comparison it is a bound. */
const isCountTold = (count: Node, method: string): boolean =>
  /^(?:size|length)$/.test(method) && outward(count)?.type === 'Property';
const WRITES = /^(?:set|add|push|unshift)$/;
const READS = /^(?:get|has|includes|find|some|indexOf)$/;

/** The write by which requests fill a collection that nothing empties; null where something does, or nobody knows. */
function growthOf(
  uses: readonly Node[],
  kind: NonNullable<ReturnType<typeof kindOf>>,
  name: string,
  file: BackendFile,
): Node | null {
  const writes: { node: Node; key: Node | null }[] = [];
  const readers = new Set<FunctionNode | null>();
  for (const use of uses) {
    const up = outward(use);
    if (up?.type === 'MemberExpression' && unwrap(up.object) === use) {
      const method = memberName(up);
      const beyond = outward(up);
      if (method !== null && EMPTIES.test(method) && kind !== 'object' && !isCountTold(up, method)) return null;
      if (beyond?.type === 'CallExpression' && unwrap(beyond.callee) === up && kind !== 'object') {
        if (method !== null && WRITES.test(method))
          writes.push({ node: beyond, key: kind === 'array' ? null : (beyond.arguments[0] ?? null) });
        else if (method !== null && READS.test(method)) readers.add(enclosingFunction(use));
      } else if (beyond?.type === 'UnaryExpression' && beyond.operator === 'delete') return null;
      else if (beyond?.type === 'AssignmentExpression' && beyond.left === up) {
        if (up.computed) writes.push({ node: beyond, key: up.property });
        else if (kind === 'array') return null;
      } else if (up.computed) readers.add(enclosingFunction(use));
    } else if (up?.type === 'AssignmentExpression' && up.left === use) return null;
    else if (up?.type === 'CallExpression' || up?.type === 'NewExpression' || up?.type === 'SpreadElement') {
      // Handed on whole: to something that may empty it, unless it only lists it.
      const listed =
        up.type === 'CallExpression' && /^(?:keys|values|entries|from|stringify|log)$/.test(calleeName(up) ?? '');
      if (!listed && up.type !== 'SpreadElement') return null;
    } else if (up?.type === 'BinaryExpression' && up.operator === 'in') readers.add(enclosingFunction(use));
  }
  return writes.find((write) => isPerRequest(write, readers, name, kind, file))?.node ?? null;
}

const KEEPS =
  /cache|memo|seen|attempt|hits|session|recent|histor|visited|lookup|pending|inflight|requests|results|buffer|events|logs|store|byId|ById|users|tokens/i;
/** Keys of which there are only so many. */
const CLOSED =
  /locale|lang|currenc|country|region|type|kind|model|table|schema|template|class|ctor|constructor|env|level|file|path|module|plugin|provider|driver|queue|topic|channel|route|method|event|feature|flag|role|connector|adapter|format|strategy|version|package|dir|column|entity|unit|icon|font|asset|kid|symbol|timezone|integration|command|handler|metric|worker|service|suffix|period|policy|boundary|date|year|month|day|cert|options|config|name$/i;
const STARTS =
  /^(?:register|define|init|setup|bootstrap|configure|load[A-Z]?\w*(?:s|All|Config)$|onModuleInit|constructor|add(?:Handler|Listener|Plugin|Provider|Route|Hook|Rule|Command|Middleware)|use$|provide|install|seed|warm|preload|subscribe|mount|attach|connect|start)/;
const HANDED = /^(?:req|request|ctx|c|context|event|evt|message|msg|job|socket|client|payload|input|dto)$/;

function isPerRequest(
  { node, key }: { node: Node; key: Node | null },
  readers: ReadonlySet<FunctionNode | null>,
  name: string,
  kind: string,
  file: BackendFile,
): boolean {
  const fn = enclosingFunction(node);
  if (!fn || STARTS.test(nameOf(fn) ?? '')) return false;
  if (kind === 'array') return takesRequest(fn);
  if (!key || constantOf(key) !== undefined) return false;
  const written = file.text.slice(...key.range);
  const word = /([A-Za-z]+)\W*$/.exec(written)?.[1] ?? written;
  if (CLOSED.test(word) || /^new\b|\bconstructor\b/.test(written)) return false;
  // Objects as keys are a registry of instances; a WeakMap would be meant.
  if (/^(?:this|fn|target|instance|node|ast|file)$/.test(written)) return false;
  if (kind === 'Set') return takesRequest(fn) || (readers.has(fn) && KEEPS.test(name));
  return readers.has(fn)
    ? KEEPS.test(name) || IDENTITY.test(word) || takesRequest(fn)
    : (KEEPS.test(name) && fn.async) || takesRequest(fn) || /cache/i.test(name);
}

const IDENTITY = /(?:id|key|email|ip|token|url|hash|user|account|slug|query|phone|address|host|domain)$/i;

const takesRequest = (fn: FunctionNode): boolean => {
  for (let up: FunctionNode | null = fn; up; up = enclosingFunction(up))
    if (up.params.some((parameter) => parameter.type === 'Identifier' && HANDED.test(parameter.name))) return true;
  return false;
};

function nameOf(fn: FunctionNode): string | null {
  if (fn.type === 'FunctionDeclaration') return fn.id?.name ?? null;
  const { parent } = fn;
  if (parent.type === 'VariableDeclarator') return parent.id.type === 'Identifier' ? parent.id.name : null;
  return parent.type === 'MethodDefinition' || parent.type === 'Property' ? keyName(parent.key, parent.computed) : null;
}

function isEmptiedElsewhere(name: string, file: BackendFile): boolean {
  const empties = new RegExp(
    `\\b${name.replaceAll('$', '\\$')}\\.(?:delete|clear|splice|shift|length)\\b|delete ${name.replaceAll('$', '\\$')}\\[`,
  );
  return file.project.importersOf(file.path).some((path) => {
    const other = file.project.open(path);
    return other !== null && other.kind !== 'test' && empties.test(other.text);
  });
}

const BOUNDS = ['max', 'maxSize', 'ttl', 'maxAge', 'maxsize'];

/** `new LRUCache()` and `new LRUCache({ … })` with nothing that bounds it. */
function* unboundedCaches(file: BackendFile): Generator<GrowingCollection> {
  for (const { node, row, library } of cacheAccessesOf(file)) {
    if (row.does !== 'client' || library.name !== 'lru-cache' || node.type !== 'NewExpression') continue;
    const [options] = node.arguments;
    // Version 6 and before take the number itself.
    if (options && (constantOf(options) !== undefined || literalText(options) !== null)) continue;
    if (
      BOUNDS.every((name) => argumentAt(node, `0.${name}`) === 'absent') &&
      (!options || (options.type !== 'SpreadElement' && follow(options).type === 'ObjectExpression'))
    )
      yield { name: `new ${calleeName(node) ?? 'LRUCache'}`, node, write: null };
  }
}
