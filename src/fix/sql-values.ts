import type { TSESLint } from '@typescript-eslint/utils';

import type { SqlDoor } from '../facts/sql-doors.js';
import type { Binding } from '../sql/index.js';
import type { Node, TSESTree } from '../syntax/ast.js';
import { findProperty, isFunction, memberName, outward, unwrap, wrapped } from '../syntax/nodes.js';
import type { SourceEdit } from './sql-text.js';

type SourceCode = Readonly<TSESLint.SourceCode>;

/** The values that a call passes already, and where new ones are written. */
export interface ValuePlace {
  /** Their sources, in order. */
  readonly existing: readonly string[];
  /** The edit that writes all values, in the order of their positions. */
  write(values: readonly string[]): SourceEdit;
}

/** The same for named values. */
export interface NamedPlace {
  readonly names: readonly string[];
  write(entries: readonly string[]): SourceEdit;
}

const CALLBACKS = /^(?:cb|callback|done|next|fn|resolve|handler)$|Callback$/;

const isCallback = (node: Node): boolean => {
  const value = unwrap(node);
  return isFunction(value) || (value.type === 'Identifier' && CALLBACKS.test(value.name));
};

/** Where a call takes the values of its text by position; null where that can't be told for sure. */
export function findValuePlace(door: SqlDoor, placeholders: number, source: SourceCode): ValuePlace | null {
  const { call, row } = door;
  if (call.arguments.some((argument) => argument.type === 'SpreadElement')) return null;
  if (row.bind) return inLaterCall(call, row.bind, source);
  const index = Number(row.values ?? 1);
  const first = unwrap(call.arguments[0]!);
  if (row.option !== undefined && first.type === 'ObjectExpression') return inOption(first, row.option, source);
  if (!Number.isInteger(index)) return null;
  if (row.spread) return asArguments(call, index, source);
  const given = call.arguments[index];
  if (!given) {
    if (call.arguments.length !== index) return null;
    const last = call.arguments.at(-1)!;
    return { existing: [], write: (values) => after(last, `, [${values.join(', ')}]`, source) };
  }
  if (unwrap(given).type === 'ArrayExpression') return inArray(unwrap(given) as TSESTree.ArrayExpression, source);
  // `query(text, done)`: what stands there is no list of values.
  return placeholders === 0 && isCallback(given)
    ? {
        existing: [],
        write: (values) => ({ range: [given.range[0], given.range[0]], text: `[${values.join(', ')}], ` }),
      }
    : null;
}

/** After an argument, parentheses round it included. */
function after(node: Node, text: string, source: SourceCode): SourceEdit {
  let end = node.range[1];
  for (let token = source.getTokenAfter(node); token?.value === ')'; token = source.getTokenAfter(token)) {
    const call = node.parent as Node;
    if (token.range[1] >= call.range[1]) break;
    end = token.range[1];
  }
  return { range: [end, end], text };
}

function inArray(list: TSESTree.ArrayExpression, source: SourceCode): ValuePlace | null {
  if (list.elements.some((element) => !element || element.type === 'SpreadElement')) return null;
  if (source.getCommentsInside(list).length > 0) return null;
  return {
    existing: list.elements.map((element) => source.getText(element!)),
    write: (values) => ({ range: list.range, text: `[${values.join(', ')}]` }),
  };
}

function inOption(object: TSESTree.ObjectExpression, name: string, source: SourceCode): ValuePlace | null {
  if (object.properties.some((property) => property.type === 'SpreadElement')) return null;
  const property = findProperty(object, name);
  if (property) {
    const value = unwrap(property.value);
    return value.type === 'ArrayExpression' ? inArray(value, source) : null;
  }
  const last = object.properties.at(-1)!;
  return {
    existing: [],
    write: (values) => ({ range: [last.range[1], last.range[1]], text: `, ${name}: [${values.join(', ')}]` }),
  };
}

function asArguments(call: TSESTree.CallExpression, index: number, source: SourceCode): ValuePlace | null {
  if (call.arguments.length < index) return null;
  const existing = call.arguments.slice(index);
  const before = call.arguments[index - 1];
  return {
    existing: existing.map((argument) => source.getText(argument)),
    write: (values) => {
      const text = values.join(', ');
      const [first] = existing;
      if (first) return { range: [first.range[0], existing.at(-1)!.range[1]], text };
      return before ? after(before, `, ${text}`, source) : { range: [call.range[1] - 1, call.range[1] - 1], text };
    },
  };
}

/** `db.prepare(text).bind(a, b)`, `db.prepare(text).all(a, b)`. */
function inLaterCall(call: TSESTree.CallExpression, names: readonly string[], source: SourceCode): ValuePlace | null {
  const member = outward(call);
  if (member?.type !== 'MemberExpression' || member.object !== wrapped(call)) return null;
  const use = outward(member);
  const name = memberName(member);
  if (use?.type !== 'CallExpression' || name === null) return null;
  if (!names.includes(name)) {
    if (!names.includes('bind')) return null;
    return {
      existing: [],
      write: (values) => ({ range: [call.range[1], call.range[1]], text: `.bind(${values.join(', ')})` }),
    };
  }
  // A lone list or object may hold all the values; a callback is none.
  if (use.arguments.some((argument) => argument.type === 'SpreadElement' || isCallback(argument))) return null;
  const [only] = use.arguments;
  const list = only && unwrap(only);
  if (list?.type === 'ArrayExpression') return inArray(list, source);
  return list?.type === 'ObjectExpression' ? null : asArguments(use, 0, source);
}

/** Where a call takes named values: `where(text, { name })`, `query(text, { replacements: { name } })`. */
export function findNamedPlace(door: SqlDoor, source: SourceCode): NamedPlace | null {
  const { call, row } = door;
  if (call.arguments.some((argument) => argument.type === 'SpreadElement')) return null;
  const [at, option] = (row.values ?? '').split('.');
  const index = Number(at);
  if (at === undefined || at === '' || call.arguments.length < index) return null;
  const given = call.arguments[index];
  const object = given && unwrap(given);
  if (option === undefined) {
    if (object) return object.type === 'ObjectExpression' ? inObject(object, '') : null;
    return { names: [], write: (entries) => after(call.arguments.at(-1)!, `, { ${entries.join(', ')} }`, source) };
  }
  if (!object)
    return {
      names: [],
      write: (entries) => after(call.arguments.at(-1)!, `, { ${option}: { ${entries.join(', ')} } }`, source),
    };
  if (object.type !== 'ObjectExpression' || object.properties.some((property) => property.type === 'SpreadElement'))
    return null;
  if (findProperty(object, 'bind')) return null;
  const property = findProperty(object, option);
  if (!property) return inObject(object, `${option}: `);
  const values = unwrap(property.value);
  return values.type === 'ObjectExpression' ? inObject(values, '') : null;
}

/** Adds entries to an object literal; with a prefix they become an object of their own in it. */
function inObject(object: TSESTree.ObjectExpression, prefix: string): NamedPlace {
  const names = object.properties.flatMap((property) =>
    property.type === 'Property' && property.key.type === 'Identifier' ? [property.key.name] : [],
  );
  const last = object.properties.at(-1);
  const first = object.properties[0];
  return {
    names: prefix ? [] : names,
    write: (entries) => {
      const text = prefix ? `${prefix}{ ${entries.join(', ')} }` : entries.join(', ');
      if (!last || !first) return { range: object.range, text: `{ ${text} }` };
      return prefix
        ? { range: [first.range[0], first.range[0]], text: `${text}, ` }
        : { range: [last.range[1], last.range[1]], text: `, ${text}` };
    },
  };
}

/** All values in the order of their positions; null where one position stays empty. */
export function inOrder(
  existing: readonly string[],
  renumbered: ReadonlyMap<number, number>,
  bindings: readonly Binding[],
  codes: readonly string[],
): string[] | null {
  const all: string[] = [];
  for (const [index, code] of existing.entries()) all[renumbered.get(index) ?? index] = code;
  for (const [n, binding] of bindings.entries()) all[binding.index] = codes[n]!;
  for (let i = 0; i < all.length; i++) if (all[i] === undefined) return null;
  return all;
}
