import { fileOf, type BackendFile } from '../../model/file.js';
import type { Outgoing, TimeLimit } from '../../model/outgoing.js';
import type { Node, TSESTree } from '../../syntax/ast.js';
import { classOfThis, unwrap } from '../../syntax/nodes.js';
import { allCallers } from '../callers.js';
import { denote, findRow, rowOf } from '../entities.js';
import { argumentAt, constantOf } from '../values.js';
import { outgoingOf } from './calls.js';
import { hasDefaultLimit, moduleLimitOf } from './defaults.js';
import { limitInOptions } from './limits.js';
import { isBoundedOutside } from './surroundings.js';

/** Why a call has no time limit, where it has none. `client`: the client that it goes through has none, which is said there. */
export type TimeLimitAnswer = 'set' | 'unknown' | 'none' | 'client';

/**
 * What bounds the time that a call waits: its own options, those of the client that it goes through, those of the
 * library for the whole package, its callers, or the code round it.
 */
export function timeLimitOf(outgoing: Outgoing, file: BackendFile): TimeLimitAnswer {
  const own = resolve(limitInOptions(outgoing));
  if (own !== 'none') return own;
  if (outgoing.row.does === 'client') return limitOfUses(outgoing, file);
  const inherited = inheritedLimit(outgoing, file);
  if (inherited === 'set' || inherited === 'unknown') return inherited;
  if (isBoundedOutside(outgoing.node, outgoing.row.link)) return 'set';
  return inherited;
}

/** What callers give counts: all of them nothing, and there is no limit. */
function resolve(limit: TimeLimit): 'set' | 'unknown' | 'none' {
  if (limit.state !== 'caller') return limit.state;
  const callers = allCallers(limit.fn);
  if (!callers) return 'unknown';
  return callers.some((call) => isGiven(call, limit.position, limit.names)) ? 'unknown' : 'none';
}

function isGiven(call: TSESTree.CallExpression, position: string, names: readonly string[]): boolean {
  const positions = names.length === 0 ? [position] : names.map((name) => `${position}.${name}`);
  return positions.some((each) => {
    const given = argumentAt(call, each);
    if (given === 'absent') return false;
    return given === 'unknown' || constantOf(given) !== 0;
  });
}

/** A client of which every call in sight has a limit of its own needs none. */
function limitOfUses(client: Outgoing, file: BackendFile): TimeLimitAnswer {
  if (hasOwnDefaults(client, file)) return 'set';
  const uses = outgoingOf(file).filter((use) => use.row.does === 'request' && madeAt(use) === client.node);
  const isBounded = (use: Outgoing): boolean =>
    resolve(limitInOptions(use)) !== 'none' || isBoundedOutside(use.node, use.row.link);
  return uses.length > 0 && uses.every(isBounded) ? 'set' : 'none';
}

/** Where the client of a request was made; resources of an SDK are members of it: `client.chat.completions.create()`. */
function madeAt({ node, owner }: Outgoing): Node | null {
  if (!owner?.via) return owner?.at ?? null;
  for (let up = unwrap(node.callee); up.type === 'MemberExpression'; up = unwrap(up.object)) {
    const entity = denote(up.object);
    if (entity?.kind === 'instance' && !entity.via) return entity.at;
  }
  return null;
}

/** `client.defaults.timeout = 5000`, or an interceptor that sets it, beside where the client is made. */
const hasOwnDefaults = (client: Outgoing, file: BackendFile): boolean =>
  client.library.name === 'axios' &&
  /\.defaults\.timeout\s*=|\.interceptors\.request\.use\([^]{0,400}?\.timeout\s*(?:\?\?|\|\|)?=/.test(file.text);

function inheritedLimit({ owner, library, node }: Outgoing, file: BackendFile): TimeLimitAnswer {
  if (library.name === 'nestjs-axios') {
    if (hasDefaultLimit(library.name, file)) return 'set';
    return moduleLimitOf(classOfThis(node), file);
  }
  if (owner?.at) return limitOfClient(owner.at);
  // `axiosRef` of a service, a client known by its annotation: made elsewhere, with options that can't be seen.
  if (owner?.via || (owner && owner.proof !== 'import')) return 'unknown';
  return hasDefaultLimit(library.name, file) ? 'set' : 'none';
}

/** The limit of the client that a value came from, in whichever file it was made. */
function limitOfClient(at: Node): TimeLimitAnswer {
  if (at.type !== 'CallExpression' && at.type !== 'NewExpression') return 'unknown';
  const callee = denote(at.callee);
  const row =
    at.type === 'NewExpression' ? (callee?.kind === 'export' ? findRow(callee)?.row.construct : null) : rowOf(callee);
  if (row?.outgoing?.does !== 'client') return 'unknown';
  const made = outgoingOf(fileOf(at)).find((each) => each.node === at);
  if (!made) return 'unknown';
  const own = resolve(limitInOptions(made));
  if (own !== 'none') return own;
  if (hasOwnDefaults(made, fileOf(at))) return 'set';
  // `base.extend({…})` keeps the options of `base`.
  const base = made.owner?.at ? limitOfClient(made.owner.at) : 'none';
  return base === 'set' || base === 'unknown' ? base : 'client';
}
