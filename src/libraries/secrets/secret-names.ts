import {
  actionWords,
  errorWords,
  publicWords,
  questionWords,
  secretHeads,
  secretKeyQualifiers,
  trailingWords,
} from './name-words.js';
import { harmlessTokenWords, tokenAdjectives } from './token-words.js';
import { splitWords } from './words.js';

/** What kind of secret a name promises. `connection` is an address that may carry credentials. */
export type SecretNameKind = 'password' | 'secret' | 'token' | 'api-key' | 'private-key' | 'credential' | 'connection';

/** Owners whose members are texts about secrets: `errors.password`, `routes.token`. */
const TEXT_OWNER =
  /^(?:errors?|messages?|msgs?|labels?|i18n|intl|translations?|locales?|texts?|validation|validators?|schemas?|types?|fields?|columns?|placeholders?|events?|routes?|paths?|urls?|endpoints?|scopes?|permissions?|hints?|titles?|icons?|patterns?|regex(?:es)?|limits?)$/i;

const REJECTED: ReadonlySet<string> = new Set([
  'placeholder',
  'placeholders',
  'forbidden',
  'insecure',
  'weak',
  'denied',
  'blocked',
  'banned',
  'rejected',
  'disallowed',
  'common',
]);

const DATABASE =
  /^(?:database|db|postgres|postgresql|pg|mysql|mariadb|mssql|mongo|mongodb|redis|amqp|rabbitmq|rabbit|cache|broker|nats|kafka|smtp|clickhouse|cockroach|elastic|elasticsearch)$/;

/**
 * What kind of secret an identifier, property, environment variable or header is named for; null when it is named for none. English
 * compounds end in what they are, so `passwordField`, `tokenUrl` and `SECRET_HEADER` name a field, a URL and a header. For a dotted
 * path the last part counts, unless an earlier one (`errors.password`) says that texts are meant.
 */
export function secretNameKind(name: string): SecretNameKind | null {
  const parts = name.split('.');
  const last = parts.pop()!;
  if (parts.some((part) => TEXT_OWNER.test(part) || isRejectList(part))) return null;
  return kindOfWords(splitWords(last));
}

/** `PLACEHOLDER_SECRETS.JWT_SECRET`, `forbiddenPasswords.admin`: values a program refuses to run with. */
function isRejectList(owner: string): boolean {
  return splitWords(owner).some((word) => REJECTED.has(word));
}

function kindOfWords(all: readonly string[]): SecretNameKind | null {
  const connection = connectionKind(all);
  if (connection !== null) return connection;
  const words = withoutTrailing(all);
  const head = words.at(-1);
  if (head === undefined || words.some((word) => publicWords.has(word))) return null;
  const first = words[0]!;
  if (words.length > 1 && (questionWords.has(first) || errorWords.has(first))) return null;
  const kind =
    head === 'key' || head === 'keys' ? keyKind(words) : Object.hasOwn(secretHeads, head) ? secretHeads[head]! : null;
  if (kind === null || isAction(words, head, kind)) return null;
  return kind === 'token' && words.slice(0, -1).some((word) => harmlessTokenWords.has(word)) ? null : kind;
}

function withoutTrailing(words: readonly string[]): readonly string[] {
  let end = words.length;
  while (end > 1 && (trailingWords.has(words[end - 1]!) || /^(?:v?\d+)$/.test(words[end - 1]!))) end--;
  const kept = words.slice(0, end);
  return kept.map((word) =>
    /^(?:password|passwd|secret|token|key|pass)\d+$/.test(word) ? word.replace(/\d+$/, '') : word,
  );
}

function keyKind(words: readonly string[]): SecretNameKind | null {
  const qualifier = words.at(-2);
  if (qualifier === 'or' && words.includes('secret')) return 'secret';
  if (qualifier === undefined || !Object.hasOwn(secretKeyQualifiers, qualifier)) return null;
  if (words.includes('private')) return 'private-key';
  return words.includes('secret') && words.includes('access') ? 'secret' : secretKeyQualifiers[qualifier]!;
}

function connectionKind(words: readonly string[]): SecretNameKind | null {
  const head = words.at(-1) ?? '';
  const before = words.at(-2);
  if (head === 'dsn') return words.includes('sentry') ? null : 'connection';
  if ((head === 'string' || head === 'str') && /^(?:connection|conn|connect)$/.test(before ?? '')) return 'connection';
  if (/^(?:connstr|connectionstring)$/.test(head)) return 'connection';
  if (before === undefined || !/^(?:url|uri)$/.test(head)) return null;
  return DATABASE.test(before) || before === 'connection' ? 'connection' : null;
}

/** `resetPassword`, `generateToken`: what is done with a secret, not the secret. */
function isAction(words: readonly string[], head: string, kind: SecretNameKind): boolean {
  const first = words[0]!;
  if (words.length < 2 || !actionWords.has(first)) return false;
  if (kind !== 'token' && words.length > 2 && (head === 'secret' || head === 'key')) return false;
  return !(kind === 'token' && (tokenAdjectives.has(first) || (words.length > 2 && first === 'reset')));
}
