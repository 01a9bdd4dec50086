import { findProviderSecrets } from './providers/find.js';
import { splitWords } from './words.js';

interface PublishableName {
  readonly words: RegExp;
  readonly reason: string;
}

/** Names of keys that are made to be published; matched against the name's words joined by `_`. */
const PUBLISHABLE_NAMES: readonly PublishableName[] = [
  { words: /(?:^|_)(?:public|pub)(?:_|$)(?!.*private)/, reason: 'public key' },
  { words: /(?:^|_)publishable(?:_|$)/, reason: 'publishable key' },
  { words: /(?:^|_)anon(?:ymous)?(?:_|$)/, reason: 'Supabase anon key' },
  { words: /(?:recaptcha|captcha|turnstile|hcaptcha).*site_key|(?:^|_)site_key$/, reason: 'captcha site key' },
  { words: /sentry.*dsn|(?:^|_)dsn_public/, reason: 'Sentry DSN' },
  { words: /algolia.*search|search_only/, reason: 'Algolia search key' },
  { words: /posthog.*(?:key|token)$(?<!personal.*)/, reason: 'PostHog project key' },
  { words: /mapbox.*(?:token|key)$(?<!secret.*)/, reason: 'Mapbox public token' },
  { words: /(?:google_)?maps?_(?:api_)?key$|google_maps/, reason: 'Google Maps browser key' },
  { words: /firebase.*(?<!admin_|server_|private_|secret_)api_key$/, reason: 'Firebase web key' },
  {
    words:
      /(?:amplitude|mixpanel|segment|hotjar|intercom|pusher|growthbook|launchdarkly_client|logrocket|crisp|gtm|ga).*(?:app|write|api|client|project|site)_?(?:key|token|id)$|(?:mixpanel|logrocket).*token$/,
    reason: 'browser analytics key',
  },
  { words: /vapid.*public/, reason: 'Web Push public key' },
];

/** Neighbours of Firebase's web configuration: https://firebase.google.com/docs/projects/api-keys */
const FIREBASE_NEIGHBOURS = ['authDomain', 'messagingSenderId', 'measurementId', 'appId'];

/**
 * Why a key may be published, or null when nothing says so. `value` is the literal (null when unknown), `name` what it is given to,
 * `neighbours` the other properties of the same object: they show Firebase's web configuration.
 */
export function publishableReason(
  value: string | null,
  name: string | null = null,
  neighbours: readonly string[] = [],
): string | null {
  const token = value === null ? undefined : findProviderSecrets(value)[0];
  if (token !== undefined && token.publishable === true) return token.kind;
  if (token !== undefined && token.publishable === false) return null;
  if (isFirebaseWebKey(name, neighbours)) return 'Firebase web key';
  return name === null ? null : publishableNameReason(name);
}

function isFirebaseWebKey(name: string | null, neighbours: readonly string[]): boolean {
  return name !== null && /^api[-_]?key$/i.test(name) && neighbours.some((one) => FIREBASE_NEIGHBOURS.includes(one));
}

function publishableNameReason(name: string): string | null {
  const words = splitWords(name).join('_');
  if (/secret|private|personal/.test(words)) return null;
  return PUBLISHABLE_NAMES.find((row) => row.words.test(words))?.reason ?? null;
}
