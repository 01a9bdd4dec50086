import type { BackendFile } from '../../model/file.js';
import type { Node } from '../../syntax/ast.js';
import { memberName, unwrap } from '../../syntax/nodes.js';
import { isSameWorkspace } from './holders.js';
import { isInternalHost, isThirdParty } from './issuers.js';
import { alternatives, argumentAt, findArgument, textOf } from '../values.js';

/** A JWKS of the project's own system: one that it publishes, or one of another service of its own that it reads. */
export interface OwnKeySet {
  readonly path: string;
  readonly how: 'published' | 'read';
}

const MENTIONED = /jwks/i;
const PATH = /^\/?(?:[\w.-]+\/)*(?:\.well-known\/)?jwks(?:\.json)?$/i;
const ROUTES = /^(?:get|all|route|on|use|Get|All|addRoute)$/;
/** Readers of a key set, each with where its address stands. */
const READERS: Readonly<Record<string, readonly string[]>> = {
  createRemoteJWKSet: ['0'],
  jwk: ['0.jwks_uri'],
  passportJwtSecret: ['0.jwksUri'],
  expressJwtSecret: ['0.jwksUri'],
  koaJwtSecret: ['0.jwksUri'],
  jwksClient: ['0.jwksUri'],
  JwksClient: ['0.jwksUri'],
};

/** The first sign of a JWKS of one's own in the workspace of a file. A third party's proves nothing and is passed over. */
export function findOwnKeySet(file: BackendFile): OwnKeySet | null {
  const { project } = file;
  for (const path of project.filesMentioning(file.path, MENTIONED)) {
    if (!isSameWorkspace(path, file)) continue;
    const other = path === file.path ? file : project.open(path);
    const how = other?.kind === 'source' ? other.memo(keySetIn) : null;
    if (how !== null) return { path, how };
  }
  return null;
}

function keySetIn(file: BackendFile): OwnKeySet['how'] | null {
  if (
    /(?:^|\/)(?:app|pages|routes|server)\/(?:.*\/)?(?:\.well-known\/)?jwks(?:\.json)?(?:\/route|\/\+server|\.get)?\.[cm]?[jt]s$/.test(
      file.path,
    )
  )
    return 'published';
  for (const [name, calls] of file.index.calls) {
    const positions = Object.hasOwn(READERS, name) ? READERS[name] : undefined;
    if (!positions && !ROUTES.test(name)) continue;
    for (const call of calls) {
      if (positions) {
        const address = findArgument(call, positions);
        if (address && isOwnAddress(address)) return 'read';
        continue;
      }
      const path = argumentAt(call, '0');
      const text = typeof path === 'string' ? null : textOf(path);
      // `axios.get('https://…/jwks.json')` has a host; a route has none, and something to run.
      if (text !== null && PATH.test(text) && (call.arguments.length > 1 || call.parent.type === 'Decorator'))
        return 'published';
    }
  }
  for (const node of file.index.news) {
    const name = node.callee.type === 'Identifier' ? node.callee.name : '';
    const address = name === 'JwksClient' ? findArgument(node, ['0.jwksUri']) : null;
    if (address && isOwnAddress(address)) return 'read';
  }
  return null;
}

/** A host of one's own network, or a variable that names a service. */
function isOwnAddress(node: Node): boolean {
  return alternatives(node).some((value) => {
    if (value.type === 'NewExpression') {
      const [path, base] = value.arguments;
      const last = base ?? path;
      return last !== undefined && last.type !== 'SpreadElement' && isOwnAddress(last);
    }
    const text = textOf(value);
    if (text !== null) return !isThirdParty(text) && isInternalHost(text);
    if (value.type === 'TemplateLiteral') {
      const [first] = value.expressions;
      return first !== undefined && value.quasis[0]?.value.raw === '' && isOwnAddress(first);
    }
    const name = value.type === 'MemberExpression' ? memberName(unwrap(value) as typeof value) : null;
    return (
      name !== null && /(?:^|_)(?:SERVICE|SVC|INTERNAL|IDENTITY|AUTH_SERVER)(?:_|$)/.test(name) && !isThirdParty(name)
    );
  });
}
