import { configurationOf } from '../facts/tokens/configuration.js';
import { constantOf } from '../facts/values.js';
import type { BackendFile } from '../model/file.js';
import type { Node } from '../syntax/ast.js';
import { keyName, memberName, unwrap } from '../syntax/nodes.js';
import type { CollectedFile } from './collected.js';
import { rangeOf } from './place.js';

/** `process.env`, `Bun.env`, `import.meta.env`, `Deno.env`. */
function isEnvironment(node: Node): boolean {
  const value = unwrap(node);
  if (value.type !== 'MemberExpression' || memberName(value) !== 'env') return false;
  const object = unwrap(value.object);
  return object.type === 'MetaProperty' || (object.type === 'Identifier' && /^(?:process|Bun|Deno)$/.test(object.name));
}

const VARIABLE = /^[A-Za-z_]\w*$/;

/** Every read of an environment variable by its name: directly, by destructuring, by `Deno.env.get` or a config service. */
export function collectVariables(file: BackendFile): CollectedFile['variables'] {
  const found: { name: string; at: ReturnType<typeof rangeOf> }[] = [];
  const add = (name: string | null, node: Node): void => {
    if (name !== null && VARIABLE.test(name)) found.push({ name, at: rangeOf(node) });
  };
  for (const member of file.index.members.get('env') ?? []) {
    if (!isEnvironment(member)) continue;
    const { parent } = member;
    if (parent.type === 'MemberExpression' && parent.object === member) {
      const isGetter = memberName(parent) === 'get' && parent.parent.type === 'CallExpression';
      if (!isGetter) add(memberName(parent), parent);
    } else if (parent.type === 'VariableDeclarator' && parent.id.type === 'ObjectPattern') {
      for (const property of parent.id.properties)
        if (property.type === 'Property') add(keyName(property.key, property.computed), property);
    }
  }
  for (const name of ['get', 'getOrThrow'])
    for (const call of file.index.calls.get(name) ?? []) {
      const [first] = call.arguments;
      if (!first || first.type === 'SpreadElement' || typeof constantOf(first) !== 'string') continue;
      if (call.callee.type === 'MemberExpression' && isEnvironment(call.callee.object)) {
        add(String(constantOf(first)), call);
        continue;
      }
      const read = /config|env/i.test(file.text.slice(call.callee.range[0], call.callee.range[1]))
        ? configurationOf(call)
        : null;
      if (read && 'identity' in read && read.identity.kind === 'environment') add(read.identity.name, call);
    }
  return found;
}
