import type { CacheAccess } from '../model/cache.js';
import { type BackendFile, sourceText } from '../model/file.js';
import type { FunctionNode, Node, TSESTree } from '../syntax/ast.js';
import { calleeName, enclosingFunction, isInside, keyName, literalText, unwrap, unwrapAwait } from '../syntax/nodes.js';
import { allOf } from '../syntax/walk.js';
import { findVariable, getBinding } from './bindings.js';
import { cacheAccessesOf } from './cache/accesses.js';
import { expiryOf } from './cache/expiry.js';
import { queriesOf } from './queries.js';
import { answersOf } from './responses.js';

/** Why an implementation of idempotency does not hold. */
export type BrokenHow = 'forever' | 'race' | 'unscoped' | 'notReplayed' | 'made' | 'unfinished';

export interface BrokenIdempotency {
  readonly node: Node;
  readonly how: BrokenHow;
  readonly access: CacheAccess | null;
}

const HEADER = /idempoten(?:cy|t)[-_]?key/i;
const MAKERS = /^(?:randomUUID|uuid|uuidv4|uuidv7|v4|v7|nanoid|ulid|cuid|createId|randomBytes|now)$/;
const SCOPE = /user|tenant|account|org|caller|client|customer|merchant|apiKey|owner|subject|\bsub\b|\bip\b/i;
const ATOMIC = /\bnx\b|setnx|onlyIfNotExists|watch\(|\.multi\(|lock|eval\(/i;

/** Everything in a file that breaks the handling of idempotency keys. */
export function brokenIdempotencyOf(file: BackendFile): BrokenIdempotency[] {
  if (!/idempot/i.test(file.text)) return [];
  const found = [...madeKeys(file)];
  const byFunction = new Map<FunctionNode, CacheAccess[]>();
  for (const access of cacheAccessesOf(file)) {
    if (access.proof === 'name' || !access.key || !isOfKey(access.key)) continue;
    const fn = ownerOf(access.key);
    if (!fn) continue;
    const list = byFunction.get(fn);
    if (list) list.push(access);
    else byFunction.set(fn, [access]);
  }
  for (const [fn, accesses] of byFunction) {
    // A key that never comes again makes everything else about it idle.
    const made = accesses.flatMap(({ key }) => madeIn(key!))[0];
    if (made) found.push({ node: made, how: 'made', access: null });
    else found.push(...faultsIn(fn, accesses, file));
  }
  found.push(...racesOnTables(file));
  return found.sort((a, b) => a.node.range[0] - b.node.range[0]);
}

/** What a name was given where it was declared; the node itself where it was given otherwise. */
function definition(node: Node): Node {
  const value = unwrap(node);
  const binding = value.type === 'Identifier' ? getBinding(value) : null;
  return binding?.kind === 'value' && binding.init && binding.path.length === 0 ? unwrap(binding.init) : value;
}

/** The function that makes the key: a middleware may store the answer from inside an overridden `res.json`. */
const ownerOf = (key: Node): FunctionNode | null => enclosingFunction(definition(key));

/** Whether a cache's key is made of a request's idempotency key. */
function isOfKey(key: Node): boolean {
  const written = definition(key);
  if (/idem/i.test(sourceText(key)) || /idem/i.test(sourceText(written))) return true;
  return allOf(written, ['Identifier']).some((name) => HEADER.test(sourceText(definition(name))));
}

function faultsIn(fn: FunctionNode, accesses: readonly CacheAccess[], file: BackendFile): BrokenIdempotency[] {
  const found: BrokenIdempotency[] = [];
  const reads = accesses.filter(({ row }) => row.does === 'read');
  const writes = accesses.filter(({ row }) => row.does === 'write');
  const body = sourceText(fn.body);
  const isAtomic = ATOMIC.test(body);
  for (const access of writes)
    if (expiryOf(access, file) === 'none' || isKeptForEver(access))
      found.push({ node: access.node, how: 'forever', access });
  const [read] = reads;
  if (read && writes.some(({ node }) => node.range[0] > read.node.range[0]) && !isAtomic)
    found.push({ node: read.node, how: 'race', access: read });
  else if (read && answersOf(file).some(({ fn: owner }) => owner === fn) && isOnlyTested(read.node))
    found.push({ node: read.node, how: 'notReplayed', access: read });
  const first = accesses[0]!;
  if (writes.length > 0 && isUnscoped(first.key!))
    found.push({ node: definition(first.key!), how: 'unscoped', access: first });
  const mark = writes[0];
  if (isAtomic && mark && writes.length === 1 && reads.length === 0 && isUnfinished(mark, accesses, fn, body))
    found.push({ node: mark.node, how: 'unfinished', access: mark });
  return found;
}

/** `set(key, value, 'NX')`: claimed, and never let go. */
function isKeptForEver({ node }: CacheAccess): boolean {
  const words = node.arguments.slice(2).map((argument) => literalText(argument));
  return words.includes('NX') && words.every((word) => word !== null && !/^(?:EX|PX|EXAT|PXAT|KEEPTTL)$/i.test(word));
}

/** Whether nothing of what was read goes anywhere but into tests. */
function isOnlyTested(node: Node): boolean {
  let up = node.parent;
  while (up && (up.type === 'AwaitExpression' || unwrap(up) !== up)) up = up.parent;
  if (up?.type === 'IfStatement' || (up?.type === 'UnaryExpression' && up.operator === '!')) return true;
  if (up?.type !== 'VariableDeclarator' || up.id.type !== 'Identifier') return false;
  const uses = (findVariable(up.id)?.references ?? []).filter((each) => !each.isWrite());
  return (
    uses.length > 0 &&
    uses.every(({ identifier }) => {
      const { parent } = identifier as Node as TSESTree.Identifier;
      return (
        parent.type === 'IfStatement' ||
        (parent.type === 'UnaryExpression' && parent.operator === '!') ||
        parent.type === 'BinaryExpression'
      );
    })
  );
}

/** Whether a key holds the request's own key and nothing of who sends it; a key that a parameter gives is not judged. */
function isUnscoped(key: Node): boolean {
  const written = definition(key);
  if (
    !/^(?:TemplateLiteral|BinaryExpression|Identifier|CallExpression|MemberExpression|LogicalExpression)$/.test(
      written.type,
    )
  )
    return false;
  const names = written.type === 'Identifier' ? [written] : allOf(written, ['Identifier']);
  const texts = [sourceText(written), ...names.map((name) => sourceText(definition(name)))];
  if (texts.some((text) => SCOPE.test(text))) return false;
  if (written.type === 'CallExpression' && !HEADER.test(sourceText(written))) return false;
  return texts.some((text) => HEADER.test(text) && /header|get\(|\[/.test(text));
}

/** A mark that is set before the work, stays when the work fails, and never says that it is done. */
function isUnfinished(mark: CacheAccess, accesses: readonly CacheAccess[], fn: FunctionNode, body: string): boolean {
  if (accesses.some(({ row }) => row.does === 'delete') || /\.(?:del|unlink|delete)\(/.test(body)) return false;
  return allOf(fn.body, ['AwaitExpression'], { own: true }).some(
    (each) => each.range[0] > mark.node.range[1] && !isInside(mark.node, each),
  );
}

/** Where a cache's key is made of something new: `const key = randomUUID()`, then `idem:${key}`. */
function madeIn(key: Node): Node[] {
  const written = definition(key);
  if (isMade(written)) return [written];
  return allOf(written, ['Identifier']).flatMap((name) => {
    const value = definition(name);
    return value !== name && isMade(value) ? [value] : [];
  });
}

/** A table of keys that is asked first and written later, with nothing that refuses the second of two at once. */
function racesOnTables(file: BackendFile): BrokenIdempotency[] {
  const ofKeys = queriesOf(file).filter(
    ({ entity, text, proof }) => proof !== 'name' && /idempot/i.test(`${entity ?? ''} ${text ? sourceText(text) : ''}`),
  );
  return ofKeys.flatMap(({ op, start, text }) => {
    const fn = enclosingFunction(start);
    const isRead =
      op === 'read-one' || op === 'read-many' || (text !== null && /^[`'"\s]*select/i.test(sourceText(text)));
    if (!fn || !isRead || REFUSED.test(sourceText(fn.body))) return [];
    const isWrittenLater = ofKeys.some(
      (other) =>
        other.start.range[0] > start.range[1] &&
        enclosingFunction(other.start) === fn &&
        (other.op === 'create' || (other.text !== null && /^[`'"\s]*insert/i.test(sourceText(other.text)))),
    );
    return isWrittenLater ? [{ node: start, how: 'race' as const, access: null }] : [];
  });
}

const REFUSED =
  /on\s+conflict|on\s+duplicate|insert\s+ignore|for\s+update|23505|P2002|ER_DUP_ENTRY|11000|[uU]nique|[cC]onflict\w*\(|\$?transaction\(|ignoreDuplicates|skipDuplicates|advisory|lock/i;

function isMade(node: Node): boolean {
  const value = unwrapAwait(node);
  if (value.type === 'TemplateLiteral') return value.expressions.some(isMade);
  return value.type === 'CallExpression' && MAKERS.test(calleeName(value) ?? '');
}

/** Keys that the server makes up: a repeat brings another one. */
function madeKeys(file: BackendFile): BrokenIdempotency[] {
  const found: BrokenIdempotency[] = [];
  for (const { init } of file.index.declarators) {
    const value = init && unwrap(init);
    if (
      value?.type === 'LogicalExpression' &&
      value.operator !== '&&' &&
      HEADER.test(sourceText(value.left)) &&
      isMade(value.right)
    )
      found.push({ node: value.right, how: 'made', access: null });
  }
  for (const object of file.index.objects)
    for (const property of object.properties) {
      if (property.type !== 'Property' || object.parent.type !== 'CallExpression') continue;
      const name = keyName(property.key, property.computed) ?? '';
      if (/^idempotency_?key$/i.test(name) && isMade(definition(property.value)))
        found.push({ node: property.value, how: 'made', access: null });
    }
  return found;
}
