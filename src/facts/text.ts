import type { TSESTree } from '@typescript-eslint/utils';

import type { FunctionNode, Node } from '../syntax/ast.js';
import { calleeName, isFunction, keyName, literalText, memberName, unwrapAwait } from '../syntax/nodes.js';
import { allReturns } from '../syntax/walk.js';
import { findVariable, getBinding, getVariableBinding } from './bindings.js';
import { denote, findCalled } from './entities.js';
import { SQL_ESCAPERS } from './sql-escapers.js';
import { constantOf, follow } from './values.js';

/** Arguments that stand for the parameters of the helper functions that are being looked through. */
type Frame = ReadonlyMap<unknown, Node>;

/** A value inserted into a text; `frame` says what stands for the parameters where it is inserted. */
export interface TextHole {
  readonly kind: 'hole';
  readonly node: Node;
  readonly frame?: Frame;
}

/** A piece of a text under construction: what is written in the code, or a value inserted into it. */
export type TextPart = { readonly kind: 'text'; readonly text: string; readonly node: Node } | TextHole;

export interface BuiltText {
  readonly parts: readonly TextPart[];
  /** Values that get into the text at a place that can't be told: in another branch, through `replace`. */
  readonly loose: readonly TextHole[];
  /** The parts are all of the text, in order, on every path. */
  readonly exact: boolean;
}

const MAX_PARTS = 400;

/** What a text is put together from: templates, `+`, `+=`, `concat`, `join`, `format`, local helpers, other files' constants. */
export function builtText(node: Node): BuiltText {
  const builder = new Builder();
  builder.add(node);
  return { parts: builder.parts, loose: builder.loose, exact: builder.exact };
}

/** The pieces of a text for the analysis of its language; null when nothing of it is known. */
export function piecesOf(node: Node): ({ kind: 'text'; text: string } | { kind: 'hole' })[] | null {
  const { parts } = builtText(node);
  return parts.some((part) => part.kind === 'text')
    ? parts.map((part) => (part.kind === 'text' ? { kind: 'text', text: part.text } : { kind: 'hole' }))
    : null;
}

class Builder {
  readonly parts: TextPart[] = [];
  readonly loose: TextHole[] = [];
  exact = true;
  readonly #open = new Set<unknown>();
  #frame: Frame = new Map();

  add(node: Node): void {
    if (this.parts.length > MAX_PARTS) {
      this.exact = false;
      return;
    }
    const constant = constantOf(node);
    if (constant !== undefined) return this.#text(String(constant), node);
    const value = unwrapAwait(node);
    switch (value.type) {
      case 'TemplateLiteral':
        return this.#template(value);
      case 'BinaryExpression':
        if (value.operator === '+') {
          this.add(value.left);
          return this.add(value.right);
        }
        return this.#hole(node);
      case 'Identifier':
        return this.#name(value);
      case 'ConditionalExpression':
        return this.#choice([value.consequent, value.alternate]);
      case 'LogicalExpression':
        return this.#choice(value.operator === '&&' ? [value.right] : [value.left, value.right]);
      case 'CallExpression':
        return this.#call(value);
      case 'MemberExpression': {
        const followed = follow(value);
        return followed === value || this.#open.has(followed)
          ? this.#hole(node)
          : this.#within(followed, () => this.add(followed));
      }
      case 'AssignmentExpression':
        return this.add(value.right);
      default:
        return this.#hole(node);
    }
  }

  #text(text: string, node: Node): void {
    this.parts.push({ kind: 'text', text, node });
  }

  #hole(node: Node): void {
    this.parts.push(this.#holeAt(node));
  }

  #holeAt(node: Node): TextHole {
    return { kind: 'hole', node, frame: this.#frame };
  }

  #within(key: unknown, work: () => void): void {
    this.#open.add(key);
    work();
    this.#open.delete(key);
  }

  #template(node: TSESTree.TemplateLiteral): void {
    for (const [i, quasi] of node.quasis.entries()) {
      if (quasi.value.cooked !== '') this.#text(quasi.value.cooked ?? '', quasi);
      const hole = node.expressions[i];
      if (hole) this.add(hole);
    }
  }

  #name(id: TSESTree.Identifier): void {
    const variable = findVariable(id);
    if (!variable || this.#open.has(variable)) return variable ? undefined : this.#hole(id);
    const handed = this.#frame.get(variable);
    if (handed) return this.#within(variable, () => this.add(handed));
    const binding = getVariableBinding(variable);
    if (binding.kind !== 'value' || binding.path.length > 0) return this.#hole(id);
    const writes = variable.references.filter((reference) => reference.isWrite() && !reference.init);
    if (!binding.init && writes.length === 0) return this.#hole(id);
    // A name for one value that is no text under construction stays a hole under its own name.
    if (writes.length === 0 && binding.init && !isBuilding(binding.init)) return this.#hole(id);
    this.#within(variable, () => {
      const assignments = writes.map(({ identifier }) => (identifier as Node).parent);
      // `order = 'name'` takes the place of what was there; `sql += …` and `sql = sql + …` add to it.
      const starts: Node[] = binding.init ? [binding.init] : [];
      const additions: TSESTree.AssignmentExpression[] = [];
      for (const assignment of assignments) {
        if (assignment?.type !== 'AssignmentExpression') this.exact = false;
        else if (assignment.operator === '+=' || mentions(assignment.right, id.name)) additions.push(assignment);
        else starts.push(assignment.right);
      }
      if (starts.length > 1) this.#choice(starts);
      else if (starts[0]) this.add(starts[0]);
      for (const assignment of additions) {
        this.exact &&= assignment.operator === '+=' && isUnconditional(assignment, variable.defs[0]!.node);
        this.add(assignment.right);
      }
    });
  }

  /** One branch gives the shape of the text; values of the others are loose. */
  #choice(options: readonly Node[]): void {
    this.exact = false;
    const built = options.map((option) => {
      const inner = new Builder();
      inner.#frame = this.#frame;
      for (const key of this.#open) inner.#open.add(key);
      inner.add(option);
      return inner;
    });
    const holes = (builder: Builder): number =>
      builder.parts.filter((part) => part.kind === 'hole').length + builder.loose.length;
    const shown = built.reduce((best, next) =>
      holes(next) > holes(best) || (holes(next) === holes(best) && size(next) > size(best)) ? next : best,
    );
    this.parts.push(...shown.parts);
    this.loose.push(...shown.loose);
    for (const other of built)
      if (other !== shown) {
        for (const part of other.parts) if (part.kind === 'hole') this.loose.push(part);
        this.loose.push(...other.loose);
      }
  }

  #call(call: TSESTree.CallExpression): void {
    const name = calleeName(call) ?? '';
    const callee = call.callee.type === 'MemberExpression' ? call.callee : null;
    if (callee) {
      switch (name) {
        case 'concat':
          if (!isText(callee.object)) return this.#hole(call);
          this.add(callee.object);
          for (const argument of call.arguments) this.add(argument);
          return;
        case 'join':
          return this.#join(callee.object, call);
        case 'trim':
        case 'trimEnd':
        case 'trimStart':
        case 'toString':
        case 'replace':
        case 'replaceAll':
          if (!isText(callee.object)) return this.#hole(call);
          this.add(callee.object);
          if (name.startsWith('replace') && call.arguments[1]) {
            this.exact = false;
            if (constantOf(call.arguments[1]) === undefined) this.loose.push(this.#holeAt(call.arguments[1]));
          }
          return;
      }
    }
    if (name === 'format' && call.arguments[0] && isFormat(call)) return this.#format(call);
    // What an escaper gives is no text of the statement's, whatever it is put together of.
    const fn = SQL_ESCAPERS.test(name) ? null : findCalled(call);
    if (fn && this.#function(fn, call)) return;
    this.#hole(call);
  }

  /** `util.format('… %s', value)`. */
  #format(call: TSESTree.CallExpression): void {
    const [template, ...values] = call.arguments;
    const pieces = String(constantOf(template!)).split(/%[sdifjoO]/);
    for (const [i, piece] of pieces.entries()) {
      if (piece !== '') this.#text(piece, template!);
      const value = values[i];
      if (i < pieces.length - 1 && value) this.add(value);
    }
  }

  #join(list: Node, call: TSESTree.CallExpression): void {
    const separator = call.arguments[0] ? constantOf(call.arguments[0]) : ',';
    const elements = this.#elements(list);
    if (!elements || typeof separator !== 'string') return this.#hole(call);
    for (const [i, element] of elements.entries()) {
      if (i > 0) this.#text(separator, call);
      this.add(element);
    }
  }

  /** The elements of a list under construction: a literal, what is pushed to it, or what a `map` makes of each item. */
  #elements(node: Node): Node[] | null {
    const list = follow(node);
    if (list.type === 'CallExpression') {
      const name = calleeName(list);
      const callback = list.arguments[0];
      if (name === 'fill' && callback && list.callee.type === 'MemberExpression') return [callback];
      if (name === 'filter' && list.callee.type === 'MemberExpression') return this.#elements(list.callee.object);
      if (name === 'from' && list.arguments[1] && isFunction(list.arguments[1])) return mapped(list.arguments[1]);
      if (name !== 'map' || !callback || !isFunction(callback)) return null;
      this.exact = false;
      return mapped(callback);
    }
    const elements =
      list.type === 'ArrayExpression'
        ? list.elements.flatMap((element) => (element && element.type !== 'SpreadElement' ? [element] : []))
        : null;
    if (list.type === 'ArrayExpression' && list.elements.some((element) => element?.type === 'SpreadElement'))
      return null;
    if (node.type !== 'Identifier') return elements;
    const variable = findVariable(node);
    if (!variable || getBinding(node).kind !== 'value') return null;
    const pushed = variable.references.flatMap(({ identifier }) => {
      const member = (identifier as Node).parent;
      if (member?.type !== 'MemberExpression' || member.object !== (identifier as Node)) return [];
      const use = member.parent;
      return use.type === 'CallExpression' &&
        use.callee === member &&
        /^(?:push|unshift)$/.test(memberName(member) ?? '')
        ? use.arguments
        : [];
    });
    if (pushed.length > 0) this.exact = false;
    return elements ? [...elements, ...pushed] : null;
  }

  /** Looks through a function of the project that makes text of its parameters. */
  #function(fn: FunctionNode, call: TSESTree.CallExpression): boolean {
    if (this.#open.has(fn) || this.#open.size > 12) return false;
    const returned = allReturns(fn);
    if (!returned.some((each) => isBuilding(each))) return false;
    const outer = this.#frame;
    const frame = new Map(outer);
    for (const [i, parameter] of fn.params.entries()) {
      const argument = call.arguments[i];
      const id = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
      if (id.type !== 'Identifier') continue;
      const variable = findVariable(id);
      const given = argument ?? (parameter.type === 'AssignmentPattern' ? parameter.right : null);
      if (variable && given && given.type !== 'SpreadElement') frame.set(variable, given);
    }
    this.#frame = frame;
    this.#within(fn, () => (returned.length === 1 ? this.add(returned[0]!) : this.#choice(returned)));
    this.#frame = outer;
    return true;
  }
}

const size = (builder: Builder): number =>
  builder.parts.reduce((sum, part) => sum + (part.kind === 'text' ? part.text.length : 1), 0);

const mapped = (callback: FunctionNode): Node[] | null => {
  const returned = allReturns(callback);
  return returned.length === 1 ? returned : null;
};

const isFormat = (call: TSESTree.CallExpression): boolean => {
  const entity = denote(call.callee);
  return (
    entity?.kind === 'export' &&
    /^(?:node:)?util$/.test(entity.module) &&
    typeof constantOf(call.arguments[0]!) === 'string'
  );
};

/** Whether an expression is text for sure: written as such somewhere in it. */
function isText(node: Node): boolean {
  const value = follow(node);
  return isBuilding(value) || literalText(value) !== null || typeof constantOf(value) === 'string';
}

/** Whether an expression puts text together, rather than naming a value that comes from elsewhere. */
export function isBuilding(node: Node): boolean {
  const value = unwrapAwait(node);
  switch (value.type) {
    case 'TemplateLiteral':
      return true;
    case 'Literal':
      return typeof value.value === 'string';
    case 'BinaryExpression':
      return value.operator === '+' && (isBuilding(value.left) || isBuilding(value.right));
    case 'ConditionalExpression':
      return isBuilding(value.consequent) || isBuilding(value.alternate);
    case 'LogicalExpression':
      return isBuilding(value.right);
    case 'Identifier': {
      const binding = getBinding(value);
      return (
        binding.kind === 'value' &&
        binding.path.length === 0 &&
        binding.init !== null &&
        binding.init !== value &&
        isBuildingShallow(binding.init)
      );
    }
    case 'CallExpression': {
      const name = calleeName(value) ?? '';
      if (
        value.callee.type === 'MemberExpression' &&
        /^(?:concat|trim|trimEnd|trimStart|replace|replaceAll|join)$/.test(name)
      )
        return name === 'join' || isBuilding(value.callee.object);
      if (name === 'format') return isFormat(value);
      return findCalled(value) !== null && allReturns(findCalled(value)!).some((each) => isBuildingShallow(each));
    }
    default:
      return false;
  }
}

const isBuildingShallow = (node: Node): boolean => {
  const value = unwrapAwait(node);
  return (
    value.type === 'TemplateLiteral' ||
    (value.type === 'Literal' && typeof value.value === 'string') ||
    (value.type === 'BinaryExpression' && value.operator === '+') ||
    (value.type === 'CallExpression' &&
      value.callee.type === 'MemberExpression' &&
      keyName(value.callee.property, value.callee.computed) === 'join') ||
    (value.type === 'ConditionalExpression' &&
      (isBuildingShallow(value.consequent) || isBuildingShallow(value.alternate)))
  );
};

/** Whether an expression reads the name that it is assigned to. */
const mentions = (node: Node, name: string): boolean => {
  const value = unwrapAwait(node);
  if (value.type === 'BinaryExpression') return mentions(value.left, name) || mentions(value.right, name);
  if (value.type === 'TemplateLiteral') return value.expressions.some((each) => mentions(each, name));
  if (value.type === 'CallExpression')
    return value.callee.type === 'MemberExpression' && mentions(value.callee.object, name);
  return value.type === 'Identifier' && value.name === name;
};

/** Whether a statement runs whenever the declaration before it does: no branch or loop stands between them. */
function isUnconditional(node: Node, declaration: Node): boolean {
  for (let up = node.parent; up; up = up.parent) {
    if (up.range[0] <= declaration.range[0] && up.range[1] >= declaration.range[1]) return true;
    if (/^(?:If|For|While|DoWhile|Switch|Try|Conditional|Logical)|Function/.test(up.type)) return false;
  }
  return false;
}
