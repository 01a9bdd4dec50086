/**
 * Names and hosts of those who issue or take tokens in a form that they dictate: identity providers, and products that
 * are handed a signed token. What is shared with them is their choice.
 */
const THIRD_PARTY = new Set(
  'auth0 google googleapis gserviceaccount appleid apple clerk okta cognito amazonaws microsoft microsoftonline azure b2clogin supabase firebase workos kinde stytch descope fusionauth frontegg onelogin pingone cloudflare cloudflareaccess github githubusercontent gitlab facebook linkedin zitadel logto hanko oryapis keycloak realms discord slack zoom metabase livekit intercom zendesk canny frill getstream streamchat twilio vonage nexmo mux agora jitsi tableau looker helpscout gleap crisp chatwoot hubspot salesforce docusign plaid enablebanking shopify stripe paypal apns appstore cloudinary pusher ably pubnub onlyoffice headway featurebase productboard userpilot appcues novu knock velt liveblocks tiptap'.split(
    ' ',
  ),
);

/** Whether a name, host or variable is one of a third party. */
export const isThirdParty = (text: string): boolean =>
  text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .some((word) => THIRD_PARTY.has(word));

/** Words of an audience or issuer that name no service: kinds of users and clients, what a token is for. */
const GENERIC =
  /^(?:api|apis|app|apps|application|service|services|svc|server|backend|core|internal|web|website|site|mobile|ios|android|browser|client|clients|frontend|dashboard|widget|desktop|cli|user|users|customer|customers|member|members|admin|admins|public|anon|authenticated|everyone|all|me|self|access|refresh|session|sessions|login|auth|authentication|signup|email|password|reset|forgot|verify|verification|verified|confirm|confirmation|unsubscribe|invite|invites|invitation|magic|link|links|download|upload|share|preview|oauth|oidc|state|token|tokens|jwt|otp|mfa|2fa|totp|csrf|account|activation|default|local|localhost|dev|development|staging|prod|production|test|com|io|org|net|dev|example|www|https|http|the|my|v1|v2)$/;

/** The words of a name that could name a service: `invoice-service` gives `invoice`. */
export function wordsOf(name: string): ReadonlySet<string> {
  const words = name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !GENERIC.test(word));
  return new Set(words);
}

/** Whether two names mean the same service: one has no word that the other lacks. */
export function isSameService(a: string, b: string): boolean {
  const [first, second] = [wordsOf(a), wordsOf(b)];
  if (first.size === 0 || second.size === 0) return false;
  return [...first].every((word) => second.has(word)) || [...second].every((word) => first.has(word));
}

const isUrl = (text: string): boolean => /^(?:https?|urn|wss?):/i.test(text);

/** Whether a name says itself that it is a service: `ledger-service`, `billing.svc`, a host of one's own network. */
export const isServiceName = (text: string): boolean =>
  isUrl(text)
    ? isInternalHost(text)
    : /[-_.:](?:service|svc|api|gateway|server|backend|worker)$|^(?:service|svc)[-_.:/]/i.test(text);

/** A host without dots, of a private range, or under a name that no registrar gives out. */
export function isInternalHost(text: string): boolean {
  const host = /^(?:https?|wss?|grpc):\/\/([^/:?#]+)/i.exec(text)?.[1];
  if (host === undefined || /^localhost$|^127\./.test(host)) return false;
  return (
    !host.includes('.') ||
    /\.(?:internal|local|svc|lan|cluster\.local|corp|intranet)$|^10\.|^192\.168\.|^172\.(?:1[6-9]|2\d|3[01])\./.test(
      host,
    )
  );
}

/** Whether an audience can name somebody at all; an outer host may be anyone's API. */
export const isNamed = (text: string): boolean =>
  wordsOf(text).size > 0 && !isThirdParty(text) && (!isUrl(text) || isInternalHost(text));

/** Whether an issuer names somebody: an outer host does as well, since it is the one who signs. */
export const isNamedIssuer = (text: string): boolean => wordsOf(text).size > 0 && !isThirdParty(text);
