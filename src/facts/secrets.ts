import { isWeakLiteral, judgeSecretLiteral, publishableReason, type Judgement } from '../libraries/secrets/index.js';
import { fileOf, type BackendFile } from '../model/file.js';
import type { Secret } from '../model/secret.js';
import type { Node } from '../syntax/ast.js';
import { isInside } from '../syntax/nodes.js';
import { isFallback, isTestOnly } from './secret-fallbacks.js';
import { allNamedSinks, type NamedSink } from './secret-names.js';
import { namePathOf, neighboursOf } from './secret-paths.js';
import { allSecretPositions, type SecretPosition } from './secret-positions.js';
import { allSources, type SecretSource } from './secret-sources.js';
import { isForLocalServer } from './secret-servers.js';
import { textSecretsOf } from './secret-texts.js';

/**
 * Every secret written out in a file, and every use of one that another file writes out under a name that doesn't give
 * it away. Each is there once. Fallbacks are marked; what only runs in tests is left out, live tokens excepted.
 */
export const secretsOf = (file: BackendFile): readonly Secret[] => file.memo(findSecrets);

function findSecrets(file: BackendFile): Secret[] {
  const { own, foreign } = file.memo(collect);
  const borrowed = foreign.filter(({ origin }) => origin !== null && !isKnownThere(origin));
  return [...own, ...borrowed].sort((a, b) => a.node.range[0] - b.node.range[0]);
}

/** Whether a literal of another file is found in its own file. */
function isKnownThere(origin: Node): boolean {
  const there = fileOf(origin);
  return (
    hasOwnReports(there) && there.memo(collect).own.some(({ node }) => isInside(origin, node) || isInside(node, origin))
  );
}

/** Files in which a literal is a report of its own; in the others it is test data. */
const hasOwnReports = ({ kind }: BackendFile): boolean => !isTestData(kind);

/** Files whose secrets are made up for tests and examples. */
export const isTestData = (kind: BackendFile['kind']): boolean =>
  /^(?:test|fixture|mock|seed|example|story|generated)$/.test(kind);

/** What a file writes out itself, and what it takes from other files: without asking any of them for its secrets. */
function collect(file: BackendFile): { own: Secret[]; foreign: Secret[] } {
  const own = new Map<Node, Secret>();
  const tokens = textSecretsOf(file).filter((secret) => secret.isLive || !isTestOnly(secret.node));
  const foreign = new Map<Node, Secret>();
  const isCovered = (node: Node): boolean =>
    tokens.some((known) => isInside(node, known.node) || isInside(known.node, node));
  const add = (source: SecretSource, secret: Secret): void => {
    const place = secret.origin ? foreign : own;
    if (!place.has(source.node) && !isCovered(source.node) && !isTestOnly(secret.node)) place.set(source.node, secret);
  };
  for (const position of allSecretPositions(file))
    for (const source of allSources(position.value, true)) {
      const secret = inPosition(position, source, file);
      if (secret) add(source, secret);
    }
  for (const sink of allNamedSinks(file))
    for (const source of allSources(sink.value, false)) {
      const secret = underName(sink, source, file);
      if (secret) add(source, secret);
    }
  return { own: [...tokens, ...withoutParts([...own.values()])], foreign: [...foreign.values()] };
}

/** A literal that is found as a part of a found concatenation says nothing more. */
function withoutParts(secrets: readonly Secret[]): Secret[] {
  return secrets.filter(
    (one) => !secrets.some((other) => other !== one && one.node !== other.node && isInside(one.node, other.node)),
  );
}

function inPosition(position: SecretPosition, source: SecretSource, file: BackendFile): Secret | null {
  const { names, object } = namePathOf(source.node);
  const name = names.at(-1) ?? position.name;
  const judged = judgeSecretLiteral(name, source.text, 'position');
  if (!judged.secret || judged.reason === 'empty') return null;
  if (publishableReason(source.text, name, neighboursOf(object)) !== null) return null;
  if (isForLocalServer(position.at, object) && !judgeSecretLiteral(name, source.text, 'named').secret) return null;
  const isForeign = fileOf(source.node) !== file;
  return make(source, judged, {
    node: isForeign ? placeOfUse(position.value, source) : source.node,
    evidence: 'position',
    path: isForeign || names.length === 0 ? [...(position.name === null ? [] : [position.name])] : names,
    provider: position.provider,
    taker: position.taker,
    origin: isForeign ? source.node : null,
  });
}

function underName(sink: NamedSink, source: SecretSource, file: BackendFile): Secret | null {
  // A header is named by itself, whatever holds it: `headers.common.Authorization`.
  const name = sink.names.slice(sink.isHeader ? -1 : -2).join('.');
  const judged = judgeSecretLiteral(name, source.text, sink.isHeader ? 'header' : 'named');
  if (!judged.secret || judged.reason === 'empty') return null;
  if (sink.isCompared && judged.reason !== 'literal secret') return null;
  const { object } = namePathOf(source.node);
  if (publishableReason(source.text, sink.names.at(-1), neighboursOf(object)) !== null) return null;
  if (judged.reason === 'weak' && isForLocalServer(null, object)) return null;
  const isForeign = fileOf(source.node) !== file;
  return make(source, judged, {
    node: isForeign ? placeOfUse(sink.value, source) : source.node,
    evidence: 'name',
    path: sink.names,
    provider: null,
    taker: null,
    origin: isForeign ? source.node : null,
  });
}

/** The report stands in the call that uses the secret, as near to it as can be. */
const placeOfUse = (value: Node, { local }: SecretSource): Node => (isInside(local, value) ? local : value);

type Place = Pick<Secret, 'node' | 'evidence' | 'path' | 'provider' | 'taker' | 'origin'>;

function make(source: SecretSource, judged: Judgement, place: Place): Secret {
  const scheme = /^(?:Bearer|Basic|Token|ApiKey|Bot|Key)\s+/i.exec(source.text)?.[0].length ?? 0;
  return {
    ...place,
    what: judged.reason === 'weak' || judged.reason === 'literal secret' ? 'secret' : judged.reason,
    kind: 'value',
    isWeak: judged.reason === 'weak' && isWeakLiteral(source.text),
    isLive: false,
    isFallback: isFallback(source.node) || (place.origin !== null && isFallback(place.node)),
    text: source.text,
    start: place.evidence === 'name' ? scheme : 0,
    end: source.text.length,
  };
}
