import { allMountings, type Host } from '../hosts.js';
import { joinPaths } from '../paths.js';
import { argumentAt, textOf } from '../values.js';
import { calleeName } from '../../syntax/nodes.js';
import { fileOf } from '../../model/file.js';

const MOST_LEVELS = 5;

/** The prefixes under which a router's routes can be called; null stands for one that can't be told. */
export function addressesOfHost(host: Host, level = 0): readonly (string | null)[] {
  const own = prefixOf(host);
  const mountings = level > MOST_LEVELS ? [] : allMountings(host).slice(0, 8);
  if (mountings.length === 0) return [own];
  return mountings.flatMap(({ parent, prefix }) =>
    addressesOfHost(parent, level + 1).map((above) =>
      above === null || prefix === null || own === null ? null : joinPaths(above, prefix, own),
    ),
  );
}

/** The prefix that a router is made with, or given later: `new Router({ prefix })`, `router.prefix('/users')`. */
function prefixOf({ node }: Host): string | null {
  if (node.type !== 'NewExpression' && node.type !== 'CallExpression') return '';
  const prefix = argumentAt(node, '0.prefix');
  if (typeof prefix !== 'string') return textOf(prefix);
  const file = fileOf(node);
  if (node.type === 'NewExpression')
    for (const call of file.index.calls.get('prefix') ?? []) {
      const receiver = call.callee.type === 'MemberExpression' ? call.callee.object : null;
      const first = call.arguments[0];
      if (receiver?.type === 'Identifier' && first && calleeName(call) === 'prefix' && isNamed(node, receiver.name))
        return textOf(first);
    }
  return '';
}

const isNamed = (node: Host['node'], name: string): boolean =>
  node.parent?.type === 'VariableDeclarator' && node.parent.id.type === 'Identifier' && node.parent.id.name === name;

/** Whether a router is reached from any application: something mounts it, or it is none. */
export const isMountedAnywhere = (host: Host): boolean => allMountings(host).length > 0;
