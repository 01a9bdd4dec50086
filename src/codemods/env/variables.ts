import { secretNameKind } from '../../libraries/secrets/index.js';
import { sourceText } from '../../model/file.js';
import type { Node } from '../../syntax/ast.js';
import { outward, wrapped } from '../../syntax/nodes.js';
import type { Read } from './reads.js';

/** A variable of the environment module. */
export interface Variable {
  readonly name: string;
  readonly as:
    | { readonly type: 'text'; readonly presence: 'required' | 'optional'; readonly fallback: string | null }
    | { readonly type: 'number'; readonly isWhole: boolean; readonly fallback: number | null }
    | { readonly type: 'boolean'; readonly word: string; readonly isEqual: boolean };
}

/** Services that watch, and do nothing where they are not configured. */
const WATCHERS = /SENTRY|OTEL|DATADOG|^DD_|NEW_RELIC|PROXY|WEBHOOK|SLACK|ANALYTICS|POSTHOG|CDN/i;
/** A backend that reads one of these can't do without it, also where it goes into an object of settings first. */
const VITAL = /^(?:DATABASE|DB|MONGO\w*|POSTGRES\w*|PG|MYSQL)_UR[IL]$|JWT|SESSION|COOKIE/;
const LOCATION = /(?:_|^)(?:URL|URI|DSN|CONNECTION_STRING)$/;

/**
 * What a variable is, by all of its reads: a number or a switch where each of them makes the same of it, else a text.
 * @param isNeeded it takes the place of a literal secret
 */
export function variableOf(name: string, reads: readonly Read[], isNeeded: boolean): Variable {
  const [first] = reads;
  if (first && !isNeeded && reads.every((read) => isSame(read, first))) {
    const { use } = first;
    if (use.kind === 'number') return { name, as: { ...use, type: 'number' } };
    if (use.kind === 'boolean') return { name, as: { ...use, type: 'boolean' } };
    if (use.fallback !== null) return { name, as: { type: 'text', presence: 'optional', fallback: use.fallback } };
  }
  const presence = isNeeded || isRequired(name, reads) ? 'required' : 'optional';
  return { name, as: { type: 'text', presence, fallback: null } };
}

const isSame = ({ use, pattern }: Read, { use: other }: Read): boolean =>
  pattern === null && JSON.stringify(use) === JSON.stringify(other);

function isRequired(name: string, reads: readonly Read[]): boolean {
  if (reads.some(({ presence, use }) => presence === 'optional' || use.kind !== 'text' || use.fallback !== null))
    return false;
  if (reads.some(({ presence }) => presence === 'needed')) return true;
  if (WATCHERS.test(name) || !(secretNameKind(name) !== null || LOCATION.test(name))) return false;
  const own = reads.filter(({ pattern }) => pattern === null);
  return VITAL.test(name)
    ? own.some(({ node }) => outward(wrapped(node))?.type === 'Property' || isHandedToCall(node))
    : own.some(({ node }) => isHandedToCall(node));
}

/** Whether a value goes straight into a call, alone or in an object there. */
function isHandedToCall(node: Node): boolean {
  let use = wrapped(node);
  for (let up = outward(use); up; up = outward(up)) {
    if (up.type === 'CallExpression' || up.type === 'NewExpression')
      return !/^(?:console|logger|log)\b|^(?:String|Boolean)$/.test(sourceText(up.callee)) && up.callee !== use;
    if (up.type !== 'Property' && up.type !== 'ObjectExpression') return false;
    use = up;
  }
  return false;
}

/** What a read becomes: which node, and whether the code round it is still needed. */
export function replacedAt(read: Read, { as }: Variable): Node {
  if (as.type !== 'text' || as.fallback !== null) return read.whole;
  return as.presence === 'required' ? read.asserted : read.node;
}
