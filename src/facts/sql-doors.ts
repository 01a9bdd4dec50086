import type { TSESTree } from '@typescript-eslint/utils';

import { findLibrary, findType, namesWith } from '../libraries/registry.js';
import type { Entity } from '../model/entity.js';
import type { BackendFile } from '../model/file.js';
import type { Library, SqlRow } from '../model/library.js';
import type { Proof } from '../model/proof.js';
import { isSqlTemplate } from '../sql/index.js';
import type { Node } from '../syntax/ast.js';
import { calleeName, findProperty, isFunction, receiverOf, unwrap } from '../syntax/nodes.js';
import { allReturns } from '../syntax/walk.js';
import { denote, libraryOf, proofOf, rowOf, superOf } from './entities.js';
import { findPassing } from './sql-wrappers.js';
import { builtText, isBuilding, type BuiltText } from './text.js';
import { argumentAt, follow } from './values.js';

/** A place where SQL text is handed to a client as it is, or to a function of the project that hands it on. */
export interface SqlDoor {
  readonly call: TSESTree.CallExpression;
  /** The text as it is handed over. */
  readonly text: Node;
  readonly row: SqlRow;
  readonly library: Library | null;
  /** `name`: only the text itself says that this is a client of a database. */
  readonly proof: Proof;
  /** The project's own function or method that stands between. */
  readonly wrapped: boolean;
}

/** Every raw door of a file. */
export const sqlDoorsOf = (file: BackendFile): readonly SqlDoor[] => file.memo(findDoors);

const texts = new WeakMap<SqlDoor, BuiltText>();

/** What the text of a door is put together from. */
export function textOfDoor(door: SqlDoor): BuiltText {
  let text = texts.get(door);
  if (!text) texts.set(door, (text = builtText(door.text)));
  return text;
}

function findDoors(file: BackendFile): SqlDoor[] {
  const doors = new Map<Node, SqlDoor>();
  for (const name of namesWith('sql'))
    for (const call of name === '' ? [] : (file.index.calls.get(name) ?? []))
      for (const door of doorsAt(call, denote(call.callee))) doors.set(door.text, door);
  for (const calls of file.index.calls.values())
    for (const call of calls)
      for (const door of doorsByText(call)) if (!doors.has(door.text)) doors.set(door.text, door);
  return [...doors.values()].sort((a, b) => a.text.range[0] - b.text.range[0]);
}

function doorsAt(call: TSESTree.CallExpression, callee: Entity | null): SqlDoor[] {
  const row = rowOf(callee)?.sql;
  if (!row) return [];
  return textsAt(call, row).map((text) => ({
    call,
    text,
    row,
    library: libraryOf(callee),
    proof: proofOf(callee),
    wrapped: false,
  }));
}

/** The texts of a call by its row; of a function given there, what it gives back; of a list, its elements. */
function textsAt(call: TSESTree.CallExpression, row: SqlRow): Node[] {
  for (const position of row.text) {
    const [index, star, ...rest] = position.split('.');
    if (star === '*') {
      const list = call.arguments[Number(index)];
      const value = list && follow(list);
      const elements = value?.type === 'ArrayExpression' ? value.elements : [];
      const found = elements.flatMap((element) => textOfElement(element, rest[0]));
      if (found.length > 0) return found;
      continue;
    }
    const found = argumentAt(call, position);
    if (typeof found === 'string') continue;
    return isFunction(found) ? allReturns(found).filter((each) => isBuilding(each)) : [found];
  }
  return [];
}

function textOfElement(element: Node | null, name: string | undefined): Node[] {
  const value = element && unwrap(element);
  if (!value || value.type === 'SpreadElement') return [];
  if (value.type !== 'ObjectExpression') return [value];
  const property = name === undefined ? null : findProperty(value, name);
  return property ? [property.value] : [];
}

/** What clients that aren't known call it. */
const UNTYPED =
  /^(?:query|execute|exec|raw|run|all|get|each|prepare|unsafe|executeSql|executeQuery|runQuery|rawQuery|queryRaw|queryRawUnsafe|executeRaw|\$queryRawUnsafe|\$executeRawUnsafe|any|many|one|oneOrNone|manyOrNone|none|result|queryOne|queryMany|batch|stream)$/;
const UNTYPED_FUNCTIONS = /^(?:query|execute|executeQuery|executeSql|runQuery|rawQuery|queryDb|dbQuery)$/;

/** Calls that are doors because of the text that they are given: wrappers of the project, and clients of unknown type. */
function doorsByText(call: TSESTree.CallExpression): SqlDoor[] {
  const texts = allSqlTexts(call);
  if (texts.length === 0) return [];
  const callee = denote(call.callee);
  if (callee?.kind === 'instance') return doorsAt(call, callee);
  if (callee?.kind === 'function') {
    const passing = findPassing(callee.node);
    const text = passing && textsAt(call, passing.row)[0];
    if (!passing || !text || !texts.includes(text)) return [];
    return [{ call, text, row: passing.row, library: passing.library, proof: passing.proof, wrapped: true }];
  }
  const first = texts[0]!;
  if (!isUntypedDoor(call, callee)) return [];
  // Nobody else's methods have these names.
  const library = PRISMA_DOORS.test(calleeName(call) ?? '') ? findLibrary('prisma') : null;
  const row = library && findType('Client', library)?.findMember(calleeName(call)!)?.sql;
  return row
    ? [{ call, text: first, row, library, proof: 'convention', wrapped: false }]
    : [{ call, text: first, row: UNKNOWN_CLIENT, library: null, proof: 'name', wrapped: false }];
}

const PRISMA_DOORS = /^\$(?:query|execute)RawUnsafe$/;

const UNKNOWN_CLIENT: SqlRow = { text: ['0'], placeholder: null };

/** The arguments that are SQL under construction for sure, directly or as an option. */
function allSqlTexts(call: TSESTree.CallExpression): Node[] {
  const found: Node[] = [];
  for (const argument of call.arguments) {
    const value = unwrap(argument);
    if (value.type === 'ObjectExpression') {
      for (const name of ['text', 'sql', 'query']) {
        const property = findProperty(value, name);
        if (property && isSqlUnderConstruction(property.value)) found.push(property.value);
      }
    } else if (isSqlUnderConstruction(value)) found.push(argument);
  }
  return found;
}

function isSqlUnderConstruction(node: Node): boolean {
  const value = unwrap(node);
  if (value.type === 'Literal' || value.type === 'MemberExpression' || !isBuilding(value)) return false;
  const { parts } = builtText(value);
  if (!parts.some((part) => part.kind === 'hole') || !parts.some((part) => part.kind === 'text')) return false;
  return isSqlTemplate(parts.map((part) => (part.kind === 'text' ? part : { kind: 'hole' })));
}

/** A call of that name on something that isn't known to be anything else. */
function isUntypedDoor(call: TSESTree.CallExpression, callee: Entity | null): boolean {
  const name = calleeName(call) ?? '';
  const receiver = receiverOf(call);
  if (!receiver) return UNTYPED_FUNCTIONS.test(name) && (callee === null || isForeign(callee));
  if (!UNTYPED.test(name)) return false;
  const owner = denote(receiver);
  switch (owner?.kind) {
    case undefined:
      return !/regex|pattern|^re$/i.test(receiver.type === 'Identifier' ? receiver.name : '') && !isPattern(receiver);
    case 'shape':
      return true;
    case 'export':
      return isForeign(owner);
    case 'object':
      // Its base class is a package's that isn't known.
      return owner.node.superClass !== null && superOf(owner.node)?.kind !== 'class';
    default:
      return false;
  }
}

const isPattern = (node: Node): boolean => {
  const value = follow(node);
  return value.type === 'Literal' && 'regex' in value;
};

/** A package's export of which nothing is known. */
const isForeign = (entity: Entity): boolean =>
  entity.kind === 'export' &&
  entity.module !== 'global' &&
  libraryOf(entity) === null &&
  !/^node:|^child_process$/.test(entity.module);
