import { isPlaceholder, isSequence } from './placeholders.js';
import { weakValues } from './placeholder-words.js';

/** `user:password@` inside a URL (RFC 3986, 3.2.1); offsets into the text. */
export interface UrlCredentials {
  readonly user: string;
  readonly password: string;
  readonly start: number;
  readonly end: number;
  readonly passwordStart: number;
  readonly passwordEnd: number;
}

/** scheme://user:password@host; the user may be missing (redis). A path, a query or a blank ends the authority. */
const WITH_CREDENTIALS =
  /\b([a-z][a-z0-9+.-]*):\/\/([^\s/?#:@"'`]*):([^\s/?#"'`]+)@(\[[\da-f:]+\]|[^\s/?#@:"'`,]+)[^\s"'`]*/gi;

/** Words that documentation writes for a password. */
const SAMPLE_PASSWORDS =
  /^(?:p|pw|pwd|pass|passw(?:or)?d|secret|token|key|user(?:name)?|credentials?|x-oauth-basic|p(?:a|@)ss(?:word)?|(?:db|my)[-_]?pass(?:word)?|(?:the|some|any)[-_ ]?password)$/i;

/** Users and hosts (RFC 2606) that documentation writes; together they are an example whatever the password. */
const SAMPLE_USER = /^(?:user(?:name)?|u|me|foo|alice|bob|login|admin)?$/i;
const SAMPLE_HOST =
  /^(?:h|host(?:name)?|server|domain|(?:.+\.)?example(?:\.(?:com|org|net))?|.+\.(?:example|invalid))$/i;

/** Reached from the developer's own machine or compose network only. */
const LOCAL_HOST = /^(?:localhost|127(?:\.\d+){3}|\[?::1\]?|0\.0\.0\.0|host\.docker\.internal|[a-z][a-z\d_-]*)$/i;

/**
 * The first credentials in a URL that are really there. Not for placeholders (`user:password@`, `<user>:<pass>@`), template holes
 * (`${…}`), and default words (`postgres:postgres`, `guest:guest`) on the developer's own machine or a one-word compose host.
 */
export function findUrlCredentials(text: string): UrlCredentials | null {
  if (!text.includes('://') || !text.includes('@')) return null;
  for (const match of text.matchAll(WITH_CREDENTIALS)) {
    const [whole, scheme, user, password, host] = match as unknown as [string, string, string, string, string];
    if (isSample(user, password, host)) continue;
    const passwordStart = match.index + scheme.length + 3 + user.length + 1;
    return {
      user,
      password,
      start: match.index,
      end: match.index + whole.length,
      passwordStart,
      passwordEnd: passwordStart + password.length,
    };
  }
  return null;
}

function isSample(user: string, password: string, host: string): boolean {
  if (/[<>{}]/.test(user + password) || /^\$[A-Z_]+$|\*{2}/.test(password)) return true;
  if (isPlaceholder(password) || SAMPLE_PASSWORDS.test(password)) return true;
  if (SAMPLE_HOST.test(host) && SAMPLE_USER.test(user)) return true;
  return LOCAL_HOST.test(host) && isDefaultPassword(user, password);
}

function isDefaultPassword(user: string, password: string): boolean {
  const word = password.toLowerCase();
  return (
    word === user.toLowerCase() ||
    weakValues.has(word) ||
    isSequence(word) ||
    /^(?:test|dev|local|development|example|demo|docker|prisma|app)$/.test(word)
  );
}
