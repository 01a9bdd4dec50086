/** What is wrong with the address of a resource, one fault a route. */
export interface NamingFault {
  readonly kind: 'verb' | 'singular' | 'case' | 'slash' | 'depth';
  readonly segment: string;
  readonly better: string;
}

const VERBS =
  /^(?:get|fetch|list|create|add|new|make|insert|save|update|edit|modify|change|set|delete|remove|destroy|find|retrieve|read|load|put|post|patch|do|handle|process|submit|store|register)(?=[A-Z_-]|$)/;
/** Actions that have no resource, as most APIs name them. */
const ACTIONS =
  /^(?:log-?in|log-?out|sign-?in|sign-?up|sign-?out|auth|authenticate|authorize|register|refresh|verify|confirm|reset|forgot|forgot-password|reset-password|change-password|search|me|self|health\w*|ready|live|ping|status|metrics|docs|swagger|openapi|graphql|webhooks?|callback|oauth2?|token|tokens|introspect|revoke|upload|download|export|import|batch|bulk|cancel|approve|reject|publish|archive|restore|retry|resend|activate|deactivate|subscribe|unsubscribe|checkout|pay|refund|invite|accept|decline|share|admin|api|public|internal|private|stats|statistics|analytics|config|settings|profile|account|session|cart|dashboard|feed|inbox|history|count|summary|current|latest|random|version|info|static|assets|favicon\.ico|robots\.txt|system|app|web|mobile|app-info|sitemap\.xml)$/i;
/** Nouns without a plural, or whose plural looks like a singular. */
const UNCOUNTED =
  /(?:s|data|media|metadata|info|information|equipment|money|music|news|software|hardware|feedback|content|inventory|staff|people|children|men|women|series|species|sheep|fish|history|traffic|weather|knowledge|research|mail|email|billing|payroll|shipping|pricing|branding|onboarding|messaging|reporting|auditing|audit|search|auth|security|identity|storage|schema|cache|log|i18n|csv|json|xml|pdf|sso|saml|scim|ai|ui|mcp|rpc|ws|sse)$/i;

/** A whole address in the form that routers write: `/api/v1/users/:id`. */
export function findNamingFault(path: string, own: string, verb: string): NamingFault | null {
  if (own.length > 1 && own.endsWith('/')) return { kind: 'slash', segment: own, better: own.replace(/\/+$/, '') };
  const segments = path.split('/').filter((segment) => segment !== '');
  const names = segments.filter(
    (segment) => !isParameter(segment) && !/^(?:api|rest|v\d+.*|\d{4}-\d\d-\d\d)$/i.test(segment),
  );
  const mine = own.split('/').filter((segment) => segment !== '' && !isParameter(segment));
  for (const segment of mine.length > 0 ? mine : names.slice(-1)) {
    if (ACTIONS.test(segment) || /[.*()]/.test(segment)) continue;
    const word = VERBS.exec(segment);
    if (word) return { kind: 'verb', segment, better: nounOf(segment.slice(word[0].length)) };
    if (/[A-Z_]/.test(segment)) return { kind: 'case', segment, better: kebab(segment) };
  }
  if (names.filter((name) => !ACTIONS.test(name)).length > 3) return { kind: 'depth', segment: path, better: '' };
  const last = segments.at(-1);
  // `/user/:id`, and a `POST /user`: a collection by its use. What follows a parameter is as often an action.
  const collection =
    last && isParameter(last)
      ? verb === 'POST'
        ? undefined
        : segments.at(-2)
      : verb === 'POST' && names.length === 1
        ? last
        : undefined;
  if (
    collection &&
    !isParameter(collection) &&
    !ACTIONS.test(collection) &&
    /^[a-z][a-z-]*$/.test(collection) &&
    !UNCOUNTED.test(collection) &&
    mine.includes(collection)
  )
    return { kind: 'singular', segment: collection, better: pluralOf(collection) };
  return null;
}

const isParameter = (segment: string): boolean => /^[:{[*]/.test(segment);

const kebab = (name: string): string =>
  name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1-$2')
    .replaceAll('_', '-')
    .toLowerCase();

const nounOf = (rest: string): string => {
  const noun = kebab(rest).replace(/^-+|-+$/g, '');
  return noun === '' ? 'the resource' : UNCOUNTED.test(noun) ? noun : pluralOf(noun);
};

const pluralOf = (noun: string): string =>
  /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : /(?:s|x|z|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
