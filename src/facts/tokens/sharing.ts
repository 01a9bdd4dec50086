import type { Service } from '../../model/deployment.js';
import type { BackendFile } from '../../model/file.js';
import type { SecretIdentity, TokenUse } from '../../model/token.js';
import { isNamed, isNamedIssuer, isSameService, isServiceName, isThirdParty } from './issuers.js';
import { findOwnKeySet } from './key-sets.js';
import { servicesHolding, servicesOf, usesOf, type SecretUse } from './holders.js';
import { findTransport } from './transports.js';

/** Why more than one service must be taken to hold a secret. */
export interface Sharing {
  readonly how: 'manifest' | 'code' | 'claim' | 'transport' | 'key-set' | 'told';
  /** For a message, as a clause: `docker-compose.yml gives JWT_SECRET to auth and parcels`. */
  readonly detail: string;
}

/** What only its own service ever checks, by the name of the secret: links sent by mail, state, refresh tokens. */
const PRIVATE_PURPOSE =
  /(?:^|[_.-])(?:e?mail|invit\w*|reset|verif\w*|confirm\w*|unsubscribe|state|csrf|xsrf|refresh|session|cookie|magic|preview|download|upload|oauth|password|activation|otp|mfa|2fa)(?:$|[_.-])/i;

/**
 * Whether, and how it is known that, another service holds the secret of a token use. Where the project shows its services
 * (packages, compose files, manifests) these decide; where it shows only itself, the claims of its tokens, a transport to
 * other services, or a JWKS of its own system tell that there are others.
 * @param isTold the user says that the system is distributed
 */
export function findSharing(use: TokenUse, file: BackendFile, isTold: boolean): Sharing | null {
  const { identity } = use;
  if (!('name' in identity) || identity.name === null || identity.kind === 'key-pair') return null;
  if (identity.kind !== 'literal' && isThirdParty(identity.name)) return null;
  const uses = usesOf(identity, file);
  const services = servicesOf(file);
  const claimed = byClaim(use, uses, file, services);
  if (services.length >= 2) return byServices(use, uses, file, services) ?? claimed;
  if (claimed) return claimed;
  if (identity.kind !== 'literal' && PRIVATE_PURPOSE.test(identity.name)) return null;
  if (isTold) return { how: 'told', detail: 'this system is said to be distributed (option architecture)' };
  const transport = findTransport(file);
  if (transport)
    return {
      how: 'transport',
      detail: `${relative(transport.path, file)} talks to other services over ${transport.name}`,
    };
  return byKeySet(uses, file);
}

type Named = SecretIdentity & { readonly name: string };

function byServices(
  use: TokenUse,
  uses: readonly SecretUse[],
  file: BackendFile,
  services: readonly Service[],
): Sharing | null {
  const { identity } = use;
  const { name } = identity as Named;
  const own = new Set(
    uses.filter(({ path }) => path === file.path).flatMap((each) => [...servicesHolding(each, file, services)]),
  );
  const isOther = (service: Service): boolean => !own.has(service) && isSameSource(name, own, service);
  const manifest = byManifest(identity, own, services);
  if (manifest) return manifest;
  for (const each of uses) {
    for (const service of servicesHolding(each, file, services)) {
      if (own.size === 0) own.add(service);
      else if (isOther(service))
        return { how: 'code', detail: `${service.name} (${relative(each.path, file)}) holds ${called(identity)} too` };
    }
  }
  if (own.size < 2) return null;
  // Shared code that several services run.
  const [first, ...rest] = [...own].filter((service) => isSameSource(name, own, service));
  return first && rest.length > 0
    ? { how: 'code', detail: `${enumerate([...own].map((each) => each.name))} run this code with ${called(identity)}` }
    : null;
}

/** Whether nothing says that two services' variables of the same name are set from different secrets. */
function isSameSource(name: string, own: ReadonlySet<Service>, other: Service): boolean {
  const source = other.variables.get(name);
  if (typeof source !== 'string') return true;
  for (const service of own) {
    const mine = service.variables.get(name);
    if (typeof mine === 'string' && mine !== source) return false;
  }
  return true;
}

/** A manifest that gives the secret, under whatever name, to several services which don't run the same image. */
function byManifest(identity: SecretIdentity, own: ReadonlySet<Service>, services: readonly Service[]): Sharing | null {
  if (identity.kind !== 'environment') return null;
  const { name } = identity;
  const given = services.filter(({ variables }) => variables.has(name));
  const mine = given.filter((service) => own.size === 0 || own.has(service));
  for (const holder of mine) {
    const source = holder.variables.get(name);
    const holders = services.filter(
      (other) =>
        other === holder ||
        (typeof source === 'string'
          ? [...other.variables].some(
              ([variable, value]) => value === source && (isReference(source) || variable === name),
            )
          : other.variables.has(name)),
    );
    const what = holders.every(({ variables }) => variables.has(name)) ? name : `the value of ${name}`;
    if (new Set(holders.map(({ image }) => image)).size >= 2)
      return {
        how: 'manifest',
        detail: `${holder.manifest ?? 'a manifest'} gives ${what} to ${enumerate(holders.map((each) => each.name))}`,
      };
  }
  return null;
}

const isReference = (source: string): boolean => /\$\{\w+\}|^(?:Secret|ConfigMap)\/|#/.test(source);

/** A token that names another service as the one who issued it or shall check it. */
function byClaim(
  use: TokenUse,
  uses: readonly SecretUse[],
  file: BackendFile,
  services: readonly Service[],
): Sharing | null {
  const signs = uses.filter(({ does }) => does !== 'verify');
  const checks = uses.filter(({ does }) => does !== 'sign');
  const ownNames = [
    ...namesOf(file),
    ...signs.flatMap(({ issuers }) => issuers),
    ...checks.flatMap(({ audiences }) => audiences),
  ];
  const isOwn = (name: string): boolean => ownNames.some((own) => own === name || isSameService(own, name));
  for (const { does, issuers, audiences } of [use, ...uses]) {
    const isSigner = does !== 'verify';
    for (const audience of isSigner ? audiences : []) {
      if (isOwn(audience) || !isNamed(audience)) continue;
      const isVisible = services.some((service) => service.name === audience);
      if (isServiceName(audience) || isVisible || !uses.some((other) => other.does === 'verify'))
        return { how: 'claim', detail: `tokens signed with ${called(use.identity)} are for ${audience} to check` };
    }
    for (const issuer of does === 'sign' ? [] : issuers) {
      if (isOwn(issuer) || !isNamedIssuer(issuer)) continue;
      const isForeign =
        signs.length === 0 || (isServiceName(issuer) && signs.every((other) => other.issuers.length > 0));
      if (isForeign)
        return { how: 'claim', detail: `tokens checked with ${called(use.identity)} are issued by ${issuer}` };
    }
  }
  return null;
}

/** What the project itself is called. */
function namesOf(file: BackendFile): string[] {
  const name = file.project.findPackage(file.path)?.name;
  if (name === null || name === undefined) return [];
  const [, scope, bare] = /^(?:@([^/]+)\/)?(.*)$/.exec(name) ?? [];
  return [bare ?? name, ...(scope === undefined ? [] : [scope])];
}

/** With a JWKS of its own system about, tokens that are only signed here are checked elsewhere, and the other way round. */
function byKeySet(uses: readonly SecretUse[], file: BackendFile): Sharing | null {
  const isOneSided = uses.every(({ does }) => does === 'sign') || uses.every(({ does }) => does === 'verify');
  const found = isOneSided ? findOwnKeySet(file) : null;
  if (!found) return null;
  const where = relative(found.path, file);
  return {
    how: 'key-set',
    detail:
      found.how === 'published'
        ? `${where} publishes a JWKS for the services that check its tokens`
        : `${where} reads the JWKS of another service`,
  };
}

/** The secret as a message calls it. */
export const called = (identity: SecretIdentity): string =>
  identity.kind === 'environment' || identity.kind === 'configuration' || identity.kind === 'file'
    ? identity.name
    : 'this secret';

function relative(path: string, file: BackendFile): string {
  const root = file.project.findPackage(file.path)?.workspaceRoot ?? '';
  if (path.startsWith(root))
    return path
      .slice(root.length)
      .replace(/^[\\/]+/, '')
      .replaceAll('\\', '/');
  return path.split(/[\\/]/).slice(-3).join('/');
}

/** `a`, `a and b`, `a, b and c`, `a, b and 4 more`. */
function enumerate(names: readonly string[]): string {
  if (names.length > 4) return `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`;
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
