import { isBrowserCode } from '../facts/browser.js';
import { jobCallsOf, jobHandlersOf } from '../facts/jobs/jobs.js';
import { originOf, outgoingOf } from '../facts/outgoing/calls.js';
import { timeLimitOf } from '../facts/outgoing/time-limit.js';
import { tokensOf } from '../facts/tokens.js';
import { textOf } from '../facts/values.js';
import type { BackendFile } from '../model/file.js';
import type { SecretIdentity } from '../model/token.js';
import { keyName } from '../syntax/nodes.js';
import type { CollectedFile } from './collected.js';
import { rangeOf } from './place.js';

/** Where tokens are signed, checked or set up. */
export const collectTokens = (file: BackendFile): CollectedFile['tokens'] =>
  tokensOf(file).map(({ does, library, algorithm, identity, node }) => ({
    does,
    library: library.name,
    algorithms: [...(algorithm?.names ?? [])],
    isDefaultAlgorithm: algorithm?.how === 'default',
    key: { kind: identity.kind, name: nameOf(identity) },
    at: rangeOf(node),
  }));

/** The name of a literal is its text: the secret itself. */
const nameOf = (identity: SecretIdentity): string | null =>
  identity.kind === 'literal' || !('name' in identity) ? null : identity.name;

/** Queues, what is put into them, and what runs because of that or by the clock. */
export function collectJobs(file: BackendFile): CollectedFile['jobs'] {
  const calls = jobCallsOf(file).map(({ call, row, library }) => {
    const [first] = call.arguments;
    return {
      library,
      does: row.does,
      name: first && first.type !== 'SpreadElement' ? textOf(first) : null,
      at: rangeOf(call),
    };
  });
  const decorated = jobHandlersOf(file).flatMap(({ call, does, library, node }) =>
    call === null
      ? [
          {
            library,
            does,
            name: node.type === 'MethodDefinition' ? keyName(node.key, node.computed) : null,
            at: rangeOf(node),
          },
        ]
      : [],
  );
  return [...calls, ...decorated];
}

const LIMITS = { set: 'yes', none: 'no', client: 'no', unknown: 'unknown' } as const;

/** Requests to other services; databases and caches are told by their queries. */
export const collectOutgoing = (file: BackendFile): CollectedFile['outgoing'] =>
  (isBrowserCode(file) ? [] : outgoingOf(file))
    .filter(({ row, proof }) => row.does === 'request' && !row.database && proof !== 'name')
    .map((call) => ({
      library: call.library.name,
      address: addressOf(originOf(call)),
      hasTimeLimit: LIMITS[timeLimitOf(call, file)],
      at: rangeOf(call.node),
    }));

/** Scheme, host and path: neither who logs in nor what is asked. */
const addressOf = (text: string | null): string | null =>
  text === null ? null : text.replace(/\/\/[^/@]*@/, '//').replace(/[?#].*$/s, '') || null;
