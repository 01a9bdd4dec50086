import type { EffectKind } from '../../model/effect.js';
import type { Query } from '../../model/query.js';
import { analyseSql } from '../../sql/index.js';
import type { Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, findProperty, receiverOf, unwrap, unwrapAwait } from '../../syntax/nodes.js';
import { getBinding } from '../bindings.js';
import { denote } from '../entities.js';
import { piecesOf } from '../text.js';
import { argumentAt, constantOf, follow } from '../values.js';
import { deltaOf, deltaOfObject } from './deltas.js';
import { isGenerated } from './generated.js';

/** What a query changes: null for reads, and for what can't be told. */
export interface Write {
  readonly kind: Exclude<EffectKind, 'charge' | 'send' | 'enqueue' | 'publish' | 'call' | 'upload'>;
  /** The expression whose properties become the columns of a created row; null where it isn't known. */
  readonly data: Node | null;
  /** The table that SQL text names, or the model of a record that was made here. */
  readonly table: string | null;
}

const write = (kind: Write['kind'], data: Node | null = null, table: string | null = null): Write => ({
  kind,
  data,
  table,
});

/** What running a query changes. */
export function writeOf(query: Query): Write | null {
  if (query.text && (query.op === 'raw' || query.start.type === 'TaggedTemplateExpression' || query.op === 'read-one'))
    return ofText(query.text);
  switch (query.op) {
    case 'create':
      return ofCreate(query);
    case 'upsert': {
      const delta = deltaOf(query);
      return write(delta === 'set' ? 'upsert' : delta);
    }
    case 'update': {
      const own = query.start.type === 'CallExpression' ? receiverOf(query.start) : null;
      const isSave = query.start.type === 'CallExpression' && calleeName(query.start) === 'save';
      if (!isSave || !own) return write(deltaOf(query));
      const made = madeHere(own);
      const model = made?.callee.type === 'Identifier' ? made.callee.name : null;
      return made ? write('create', made.arguments[0] ?? null, model) : write(deltaOfObject(own));
    }
    case 'delete':
      return write('delete');
    default:
      return null;
  }
}

/** `const doc = new Model(data); await doc.save()`: the record was made here, so that saving it creates it. */
function madeHere(node: Node): TSESTree.NewExpression | null {
  if (node.type === 'NewExpression') return node;
  const binding = node.type === 'Identifier' ? getBinding(node) : null;
  const init = binding?.kind === 'value' && binding.init && binding.path.length === 0 ? unwrap(binding.init) : null;
  return init?.type === 'NewExpression' ? init : null;
}

function ofText(text: Node): Write | null {
  const pieces = piecesOf(text);
  const analysis = pieces && analyseSql(pieces);
  if (!pieces || !analysis?.writes) return null;
  const source = pieces.map((piece) => (piece.kind === 'text' ? piece.text : '?')).join('');
  const table = analysis.tables[0] ?? null;
  if (analysis.increments) return write('increment', null, table);
  if (analysis.upsert || /\bwhere\s+not\s+exists\b|\bmerge\s+into\b/i.test(source)) return write('upsert', null, table);
  if (analysis.kind === 'insert' || /\binsert\s+into\b/i.test(source)) return write('create', null, table);
  if (/array_append|array_prepend/i.test(source)) return write('append', null, table);
  return write(analysis.kind === 'delete' ? 'delete' : 'set', null, table);
}

/** Options that make an insert skip or take over the row that is there. */
const CONFLICT_OPTIONS = ['skipDuplicates', 'ignoreDuplicates', 'updateOnDuplicate', 'ignoreConflicts'];
const CONFLICT_LINKS = /^(?:onConflict|orIgnore|orUpdate|onDuplicate|ignoreDuplicates|ignore|merge|doNothing)/;

function ofCreate(query: Query): Write {
  if (query.links.some(({ name }) => CONFLICT_LINKS.test(name))) return write('upsert');
  if (query.start.type !== 'CallExpression') return write('create');
  for (const argument of query.start.arguments) {
    const options = follow(argument);
    if (options.type !== 'ObjectExpression') continue;
    for (const name of CONFLICT_OPTIONS) {
      const given = findProperty(options, name)?.value;
      if (given && constantOf(given) !== false) return write('upsert');
    }
  }
  if (query.library.name === 'dynamodb') return ofPut(query);
  const name = calleeName(query.start);
  if (name === 'save' || /^persist/.test(name ?? '')) return ofSave(query.start);
  return write('create', dataOf(query));
}

/** DynamoDB's put writes over the row of its key: it creates anew only under a key that the server makes up. */
function ofPut(query: Query): Write {
  if (query.start.type !== 'CallExpression') return write('create');
  const item = [argumentAt(query.start, '0.0.Item'), argumentAt(query.start, '0.Item')].find(
    (given) => typeof given !== 'string',
  );
  const condition = [
    argumentAt(query.start, '0.0.ConditionExpression'),
    argumentAt(query.start, '0.ConditionExpression'),
  ];
  if (condition.some((given) => typeof given !== 'string')) return write('upsert');
  const object = item && typeof item !== 'string' ? follow(item) : null;
  if (object?.type !== 'ObjectExpression') return write('upsert');
  const isNew = object.properties.some((property) => property.type === 'Property' && isGenerated(property.value));
  return write(isNew ? 'create' : 'upsert', object);
}

/** `save(entity)`: creates an entity that was made here, and updates one that was read. */
function ofSave(call: TSESTree.CallExpression): Write {
  const own = receiverOf(call);
  if (call.arguments.length === 0) {
    // `new Model(data).save()`
    const made = own && madeHere(own);
    return made?.callee.type === 'Identifier'
      ? write('create', made.arguments[0] ?? null, made.callee.name)
      : write('create', own);
  }
  // With a manager the class may stand first: `manager.save(Order, order)`.
  const given = call.arguments.length > 1 && isClassName(call.arguments[0]!) ? call.arguments[1]! : call.arguments[0]!;
  return savedKind(given, 0);
}

function isClassName(node: Node): boolean {
  const kind = denote(node)?.kind;
  return kind === 'class' || kind === 'export';
}

function savedKind(node: Node, hops: number): Write {
  const value = unwrapAwait(follow(node));
  switch (value.type) {
    case 'ArrayExpression': {
      const first = value.elements[0];
      return first && first.type !== 'SpreadElement' ? savedKind(first, hops + 1) : write('create');
    }
    case 'ObjectExpression': {
      // `save({ id, …})` and `save({ ...loaded, … })` write over a row.
      const id = findProperty(value, 'id') ?? findProperty(value, 'uuid') ?? findProperty(value, '_id');
      if (id && !isGenerated(id.value)) return write('upsert');
      const spread = value.properties.find((property) => property.type === 'SpreadElement');
      if (spread && hops < 6) {
        const inner = savedKind(spread.argument, hops + 1);
        if (inner.kind !== 'create') return inner;
      }
      return write('create', value);
    }
    case 'NewExpression':
      return write('create', value.arguments[0] ?? null);
    case 'CallExpression': {
      const name = calleeName(value) ?? '';
      if (/^(?:create|build|new|make|from|map|instantiate|to[A-Z]|plainTo)/.test(name)) {
        const data = value.arguments.find((argument) => follow(argument).type === 'ObjectExpression');
        return write('create', data ?? value.arguments.at(-1) ?? null);
      }
      if (/^(?:merge|assign)$/.test(name) && value.arguments[0] && hops < 6)
        return savedKind(value.arguments[0], hops + 1);
      return write(deltaOfObject(node));
    }
    case 'Identifier': {
      const binding = getBinding(value);
      if (binding.kind === 'value' && binding.init && binding.path.length === 0 && hops < 6) {
        const delta = deltaOfObject(value);
        const made = unwrap(unwrapAwait(binding.init)) === value ? null : savedKind(binding.init, hops + 1);
        if (made?.kind === 'create') return made;
        return write(delta);
      }
      // A parameter: what the callers hand in can't be told from here.
      return write(binding.kind === 'parameter' ? 'upsert' : deltaOfObject(value));
    }
    default:
      return write('set');
  }
}

/** The object that holds a created row's columns. */
function dataOf(query: Query): Node | null {
  if (query.start.type !== 'CallExpression') return null;
  const given = argumentAt(query.start, '0.data');
  if (typeof given !== 'string') return given;
  const values = query.links.find(({ name }) => /^(?:values|insert|set)$/.test(name));
  if (values?.call.arguments[0]) return values.call.arguments[0];
  return query.start.arguments.find((argument) => !isClassName(argument)) ?? null;
}
