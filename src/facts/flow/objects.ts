import type { Origin } from '../../model/flow.js';
import { fileOf } from '../../model/file.js';
import type { ClassNode, FunctionNode, Node, TSESTree } from '../../syntax/ast.js';
import { isInside, memberName, unwrap, unwrapAwait } from '../../syntax/nodes.js';
import { findVariable, getBinding } from '../bindings.js';
import { denote, findCalled } from '../entities.js';
import { constructorOf } from '../members.js';

type Call = TSESTree.CallExpression | TSESTree.NewExpression;

/** Longest chain of calls that builds an object. */
const MOST_LINKS = 20;
/** An object that is used more often is a service, not built up by its user. */
const MOST_USES = 30;

/** The project's function that a call or a construction runs. */
export function calledBy(call: Call): FunctionNode | null {
  if (call.type === 'CallExpression') return findCalled(call);
  const entity = denote(call.callee);
  return entity?.kind === 'class' ? constructorOf(entity.node) : null;
}

/** The class whose objects a function is a method of. */
function classOf({ parent }: FunctionNode): ClassNode | null {
  const isMember = (parent.type === 'MethodDefinition' || parent.type === 'PropertyDefinition') && !parent.static;
  return isMember ? parent.parent.parent : null;
}

/** Whether an origin is what another method or the constructor put into the object that `fn` is a method of. */
export function isOfObject(fn: FunctionNode, { source }: Pick<Origin, 'source'>): boolean {
  if (source.kind !== 'parameter' || source.fn === fn) return false;
  const owner = classOf(source.fn);
  return owner !== null && owner === classOf(fn);
}

const built = new WeakMap<Node, readonly Call[]>();

/**
 * The calls that made the object whose method is called, its construction included: `new Command(a).arg(b)` of
 * `new Command(a).arg(b).run()`, also through a name. None where the object isn't made here.
 */
export function buildersOf(call: Call): readonly Call[] {
  if (call.type === 'NewExpression' || call.callee.type !== 'MemberExpression') return [];
  const receiver = unwrap(call.callee.object);
  let calls = built.get(receiver);
  if (!calls) built.set(receiver, (calls = findBuilders(receiver)));
  return calls;
}

function findBuilders(receiver: Node): readonly Call[] {
  const links: Node[] = [];
  let node = receiver;
  for (let i = 0; i < MOST_LINKS; i++) {
    node = unwrapAwait(node);
    links.push(node);
    if (node.type === 'NewExpression') return links.flatMap(callsOf);
    if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression') node = node.callee.object;
    else if (node.type === 'Identifier') {
      const binding = getBinding(node);
      if (binding.kind !== 'value' || !binding.init || binding.path.length > 0) return [];
      node = binding.init;
    } else return [];
  }
  return [];
}

/** A link of such a chain: a call itself, or the calls on a name. */
function callsOf(link: Node): readonly Call[] {
  if (link.type !== 'Identifier') return [link as Call];
  const references = findVariable(link)?.references ?? [];
  return references.length > MOST_USES ? [] : references.flatMap(({ identifier }) => callOn(identifier as Node));
}

/** `page.add(x)` of the name `page`. */
function callOn({ parent }: Node): TSESTree.CallExpression[] {
  const use = parent?.type === 'MemberExpression' ? parent.parent : null;
  return use?.type === 'CallExpression' && use.callee === parent ? [use] : [];
}

const growths = new WeakMap<ClassNode, Map<string, Node[]>>();
const GROWING = ['push', 'unshift', 'add', 'append', 'set'];

/** What the methods of a class add to a list of its own: `this.parts.push(value)`. */
export function addedTo(node: ClassNode, name: string): readonly Node[] {
  let all = growths.get(node);
  if (!all) {
    growths.set(node, (all = new Map<string, Node[]>()));
    const { calls } = fileOf(node).index;
    for (const call of GROWING.flatMap((method) => calls.get(method) ?? [])) {
      const list = call.callee.type === 'MemberExpression' ? unwrap(call.callee.object) : null;
      if (list?.type !== 'MemberExpression' || list.object.type !== 'ThisExpression' || !isInside(call, node)) continue;
      const field = memberName(list);
      if (field !== null) all.set(field, [...(all.get(field) ?? []), ...call.arguments]);
    }
  }
  return all.get(name) ?? [];
}
