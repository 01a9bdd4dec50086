import { visitorKeys } from '@typescript-eslint/visitor-keys';

import type { FunctionNode, Node, TSESTree } from '../../syntax/ast.js';
import { hasBody, isClass, isFunction, unwrap } from '../../syntax/nodes.js';

/**
 * One step of running a function. Points stand for what does something: calls, awaits, assignments, declarations with a
 * value, `return` and `throw`, the head of a `for … of`, the beginning of a `catch`. A function in the code is none: its
 * body runs at another time.
 */
export interface Point {
  /** What is evaluated here; null where ways meet or end. */
  readonly node: Node | null;
  /** Of the two ways that leave a test: whether the test held. `node` is the test then. */
  readonly holds?: boolean;
  /** What runs next. */
  readonly next: Point[];
  /** Where an error goes that this point throws; null where it throws none. */
  readonly thrown: Point | null;
}

export interface Graph {
  readonly fn: FunctionNode;
  readonly entry: Point;
  /** The end of every run that throws nothing. */
  readonly exit: Point;
  /** The end of every run whose error nobody in the function catches. */
  readonly escape: Point;
  /** The points of a node; more than one in a `finally`, which stands once for each way through it. */
  readonly points: ReadonlyMap<Node, readonly Point[]>;
  /** Every way out of a test. */
  readonly assumptions: readonly Point[];
}

/** Where jumps lead from a place in the code. */
interface Targets {
  readonly returns: () => Point;
  readonly throws: () => Point;
  readonly jumps: readonly Jump[];
}

interface Jump {
  readonly kind: 'break' | 'continue';
  readonly label: string | null;
  readonly to: () => Point;
}

const KEYS = visitorKeys as Readonly<Record<string, readonly string[] | undefined>>;

const lazily = (make: () => Point): (() => Point) => {
  let made: Point | null = null;
  return () => (made ??= make());
};

/** Makes the graph of a function's body, from its end backwards: each part is given what runs after it. */
export class GraphBuilder {
  readonly points = new Map<Node, Point[]>();
  readonly assumptions: Point[] = [];

  static graphOf(fn: FunctionNode): Graph {
    const builder = new GraphBuilder();
    const exit: Point = { node: null, next: [], thrown: null };
    const escape: Point = { node: null, next: [], thrown: null };
    const targets: Targets = { returns: () => exit, throws: () => escape, jumps: [] };
    const entry = !hasBody(fn)
      ? exit
      : fn.body.type === 'BlockStatement'
        ? builder.statement(fn.body, exit, targets)
        : builder.expression(fn.body, exit, targets);
    return { fn, entry, exit, escape, points: builder.points, assumptions: builder.assumptions };
  }

  private point(node: Node | null, next: Point, thrown: Point | null = null): Point {
    const made: Point = { node, next: [next], thrown };
    if (node) {
      const list = this.points.get(node);
      if (list) list.push(made);
      else this.points.set(node, [made]);
    }
    return made;
  }

  private assume(test: Node, holds: boolean, next: Point): Point {
    const made: Point = { node: test, holds, next: [next], thrown: null };
    this.assumptions.push(made);
    return made;
  }

  private fork(...next: Point[]): Point {
    return { node: null, next, thrown: null };
  }

  private block(statements: readonly Node[], next: Point, targets: Targets): Point {
    return statements.reduceRight((after, each) => this.statement(each, after, targets), next);
  }

  statement(node: Node, next: Point, targets: Targets): Point {
    switch (node.type) {
      case 'BlockStatement':
      case 'StaticBlock':
        return this.block(node.body, next, targets);
      case 'ExpressionStatement':
        return this.expression(node.expression, next, targets);
      case 'VariableDeclaration':
        return node.declarations.reduceRight<Point>(
          (after, each) => (each.init ? this.expression(each.init, this.point(each, after), targets) : after),
          next,
        );
      case 'ReturnStatement': {
        const leave = this.point(node, targets.returns());
        return node.argument ? this.expression(node.argument, leave, targets) : leave;
      }
      case 'ThrowStatement':
        return this.expression(
          node.argument,
          this.pointTo(node, { node, next: [], thrown: targets.throws() }),
          targets,
        );
      case 'IfStatement':
        return this.test(
          node.test,
          this.statement(node.consequent, next, targets),
          node.alternate ? this.statement(node.alternate, next, targets) : next,
          targets,
        );
      case 'LabeledStatement':
        return this.labelled(node, next, targets);
      case 'BreakStatement':
      case 'ContinueStatement':
        return this.jump(node, targets) ?? next;
      case 'WhileStatement':
      case 'DoWhileStatement':
      case 'ForStatement':
      case 'ForOfStatement':
      case 'ForInStatement':
        return this.loop(node, null, next, targets);
      case 'SwitchStatement':
        return this.switch(node, null, next, targets);
      case 'TryStatement':
        return this.try(node, next, targets);
      case 'WithStatement':
        return this.statement(node.body, next, targets);
      default:
        return next;
    }
  }

  private pointTo(node: Node, made: Point): Point {
    this.points.set(node, [...(this.points.get(node) ?? []), made]);
    return made;
  }

  private jump(node: TSESTree.BreakStatement | TSESTree.ContinueStatement, { jumps }: Targets): Point | null {
    const kind = node.type === 'BreakStatement' ? 'break' : 'continue';
    const label = node.label?.name ?? null;
    const found = jumps.filter((each) => each.kind === kind && (label === null || each.label === label));
    return found.at(-1)?.to() ?? null;
  }

  private labelled(node: TSESTree.LabeledStatement, next: Point, targets: Targets): Point {
    const { body } = node;
    const label = node.label.name;
    if (body.type === 'SwitchStatement') return this.switch(body, label, next, targets);
    if (/^(?:While|DoWhile|For|ForOf|ForIn)Statement$/.test(body.type))
      return this.loop(body as TSESTree.WhileStatement, label, next, targets);
    // `break` without a label never means a labelled block.
    return this.statement(body, next, {
      ...targets,
      jumps: [{ kind: 'break', label, to: () => next }, ...targets.jumps],
    });
  }

  private loop(
    node:
      | TSESTree.WhileStatement
      | TSESTree.DoWhileStatement
      | TSESTree.ForStatement
      | TSESTree.ForOfStatement
      | TSESTree.ForInStatement,
    label: string | null,
    next: Point,
    targets: Targets,
  ): Point {
    const again: Point = { node: null, next: [], thrown: null };
    const inner: Targets = {
      ...targets,
      jumps: [...targets.jumps, { kind: 'break', label, to: () => next }, { kind: 'continue', label, to: () => again }],
    };
    if (node.type === 'ForOfStatement' || node.type === 'ForInStatement') {
      const isAsync = node.type === 'ForOfStatement' && node.await;
      const head = this.point(node, this.statement(node.body, again, inner), isAsync ? targets.throws() : null);
      head.next.push(next);
      again.next.push(head);
      return this.expression(node.right, head, targets);
    }
    const isEndless = !node.test || (node.test.type === 'Literal' && node.test.value === true);
    if (node.type === 'ForStatement') {
      const update = node.update ? this.expression(node.update, again, inner) : again;
      const body = this.statement(node.body, update, {
        ...inner,
        jumps: [...inner.jumps, { kind: 'continue', label, to: () => update }],
      });
      again.next.push(isEndless ? body : this.test(node.test!, body, next, targets));
      if (!node.init) return again;
      return node.init.type === 'VariableDeclaration'
        ? this.statement(node.init, again, targets)
        : this.expression(node.init, again, targets);
    }
    if (node.type === 'WhileStatement') {
      const body = this.statement(node.body, again, inner);
      again.next.push(isEndless ? body : this.test(node.test, body, next, targets));
      return again;
    }
    const first: Point = { node: null, next: [], thrown: null };
    again.next.push(isEndless ? first : this.test(node.test, first, next, targets));
    first.next.push(this.statement(node.body, again, inner));
    return first;
  }

  private switch(node: TSESTree.SwitchStatement, label: string | null, next: Point, targets: Targets): Point {
    const inner: Targets = {
      ...targets,
      jumps: [...targets.jumps, { kind: 'break', label, to: () => next }],
    };
    const bodies: Point[] = [];
    node.cases.reduceRight((after, each, index) => (bodies[index] = this.block(each.consequent, after, inner)), next);
    const byDefault = node.cases.findIndex((each) => each.test === null);
    let tests = byDefault < 0 ? next : bodies[byDefault]!;
    for (let i = node.cases.length - 1; i >= 0; i--) {
      const { test } = node.cases[i]!;
      if (test) tests = this.expression(test, this.fork(this.assume(node.cases[i]!, true, bodies[i]!), tests), targets);
    }
    return this.expression(node.discriminant, tests, targets);
  }

  private try(node: TSESTree.TryStatement, next: Point, targets: Targets): Point {
    const { handler, finalizer } = node;
    let inner = targets;
    let after = next;
    if (finalizer) {
      const through = (to: () => Point): (() => Point) => lazily(() => this.statement(finalizer, to(), targets));
      after = this.statement(finalizer, next, targets);
      inner = {
        returns: through(targets.returns),
        throws: through(targets.throws),
        jumps: targets.jumps.map((each) => ({ ...each, to: through(each.to) })),
      };
    }
    if (!handler) return this.statement(node.block, after, inner);
    const caught = this.point(handler, this.statement(handler.body, after, inner));
    return this.statement(node.block, after, { ...inner, throws: () => caught });
  }

  /** A condition with its two ways on; `&&`, `||` and `!` are taken apart. */
  private test(node: Node, yes: Point, no: Point, targets: Targets): Point {
    const value = unwrap(node);
    if (value.type === 'UnaryExpression' && value.operator === '!') return this.test(value.argument, no, yes, targets);
    if (value.type === 'LogicalExpression' && value.operator !== '??') {
      const right = this.test(value.right, yes, no, targets);
      return value.operator === '&&'
        ? this.test(value.left, right, no, targets)
        : this.test(value.left, yes, right, targets);
    }
    return this.expression(value, this.fork(this.assume(value, true, yes), this.assume(value, false, no)), targets);
  }

  private expression(node: Node, next: Point, targets: Targets): Point {
    if (isFunction(node) || isClass(node)) return next;
    switch (node.type) {
      case 'LogicalExpression': {
        const right = this.expression(node.right, next, targets);
        if (node.operator === '??') return this.expression(node.left, this.fork(right, next), targets);
        return node.operator === '&&'
          ? this.test(node.left, right, next, targets)
          : this.test(node.left, next, right, targets);
      }
      case 'ConditionalExpression':
        return this.test(
          node.test,
          this.expression(node.consequent, next, targets),
          this.expression(node.alternate, next, targets),
          targets,
        );
      case 'ChainExpression':
        return this.fork(this.expression(node.expression, next, targets), next);
      case 'CallExpression':
      case 'NewExpression':
      case 'ImportExpression':
      case 'TaggedTemplateExpression':
      case 'AwaitExpression':
        return this.parts(node, this.point(node, next, targets.throws()), targets);
      case 'YieldExpression':
      case 'UpdateExpression':
        return this.parts(node, this.point(node, next), targets);
      case 'AssignmentExpression': {
        const write = this.point(node, next);
        const right = this.expression(node.right, write, targets);
        const isShort = /^(?:\|\||&&|\?\?)=$/.test(node.operator);
        return node.left.type === 'MemberExpression'
          ? this.expression(node.left, isShort ? this.fork(right, next) : right, targets)
          : isShort
            ? this.fork(right, next)
            : right;
      }
      default:
        return this.parts(node, next, targets);
    }
  }

  private parts(node: Node, next: Point, targets: Targets): Point {
    const children: Node[] = [];
    for (const key of KEYS[node.type] ?? []) {
      const value = (node as unknown as Record<string, unknown>)[key];
      if (Array.isArray(value)) children.push(...(value as (Node | null)[]).filter((each) => each !== null));
      else if (value) children.push(value as Node);
    }
    return children.reduceRight(
      (after, child) => (child.type.startsWith('TSType') ? after : this.expression(child, after, targets)),
      next,
    );
  }

  /** Whether a statement, once begun, always leaves by `return`, `throw`, `break` or `continue`. */
  static endsAlways(node: Node): boolean {
    const builder = new GraphBuilder();
    const after: Point = { node: null, next: [], thrown: null };
    const gone: Point = { node: null, next: [], thrown: null };
    const entry = builder.statement(node, after, {
      returns: () => gone,
      throws: () => gone,
      jumps: [
        { kind: 'break', label: null, to: () => gone },
        { kind: 'continue', label: null, to: () => gone },
      ],
    });
    const seen = new Set<Point>([entry]);
    for (const point of seen) {
      if (point === after) return false;
      for (const each of point.next) seen.add(each);
      // What a `catch` inside the statement does counts; errors that leave it do not come back.
      if (point.thrown && point.thrown !== gone) seen.add(point.thrown);
    }
    return true;
  }
}
