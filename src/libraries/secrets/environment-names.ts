import type { SecretNameKind } from './secret-names.js';
import { splitWords } from './words.js';

/** What is known of a secret's surroundings when its variable is named. */
export interface EnvironmentNameContext {
  /** The provider's name as {@link findProviderSecrets} says it, or the name of a library (`jsonwebtoken`, `express-session`). */
  readonly provider?: string;
  /** What the secret belongs to: the object's or client's name. */
  readonly owner?: string;
  /** Used where nothing else gives a name. */
  readonly kind?: SecretNameKind;
}

/** The variable that the provider's own documentation reads, by the provider's name in lower-case letters and digits. */
const PROVIDER_VARIABLES: Readonly<Record<string, string>> = {
  aws: 'AWS_SECRET_ACCESS_KEY',
  google: 'GOOGLE_API_KEY',
  azure: 'AZURE_STORAGE_CONNECTION_STRING',
  sqlserver: 'DATABASE_URL',
  stripe: 'STRIPE_SECRET_KEY',
  openai: 'OPENAI_API_KEY',
  anthropic: 'ANTHROPIC_API_KEY',
  openrouter: 'OPENROUTER_API_KEY',
  huggingface: 'HF_TOKEN',
  github: 'GITHUB_TOKEN',
  gitlab: 'GITLAB_TOKEN',
  slack: 'SLACK_BOT_TOKEN',
  discord: 'DISCORD_TOKEN',
  telegram: 'TELEGRAM_BOT_TOKEN',
  twilio: 'TWILIO_AUTH_TOKEN',
  sendgrid: 'SENDGRID_API_KEY',
  mailgun: 'MAILGUN_API_KEY',
  mailchimp: 'MAILCHIMP_API_KEY',
  resend: 'RESEND_API_KEY',
  npm: 'NPM_TOKEN',
  supabase: 'SUPABASE_SERVICE_ROLE_KEY',
  sentry: 'SENTRY_AUTH_TOKEN',
  notion: 'NOTION_TOKEN',
  linear: 'LINEAR_API_KEY',
  vercel: 'VERCEL_TOKEN',
  netlify: 'NETLIFY_AUTH_TOKEN',
  cloudflare: 'CLOUDFLARE_API_TOKEN',
  digitalocean: 'DIGITALOCEAN_TOKEN',
  hashicorpvault: 'VAULT_TOKEN',
  doppler: 'DOPPLER_TOKEN',
  databricks: 'DATABRICKS_TOKEN',
  datadog: 'DD_API_KEY',
  newrelic: 'NEW_RELIC_API_KEY',
  shopify: 'SHOPIFY_ACCESS_TOKEN',
  square: 'SQUARE_ACCESS_TOKEN',
  jwt: 'JWT_SECRET',
  jsonwebtoken: 'JWT_SECRET',
  expresssession: 'SESSION_SECRET',
  session: 'SESSION_SECRET',
  cookieparser: 'COOKIE_SECRET',
  cookie: 'COOKIE_SECRET',
};

const KIND_VARIABLES: Readonly<Record<SecretNameKind, string>> = {
  password: 'PASSWORD',
  secret: 'SECRET',
  token: 'TOKEN',
  'api-key': 'API_KEY',
  'private-key': 'PRIVATE_KEY',
  credential: 'CREDENTIAL',
  connection: 'DATABASE_URL',
};

/** Names that say nothing of whose secret it is. */
const GENERIC =
  /^(?:(?:api|access|auth|secret|private|client)_)?(?:key|token|secret|password|pass|passwd|pwd)$|^secret_or_(?:private_)?key$|^(?:value|material|options?|config|data|connection_string|url|uri|credentials?|authorization)$/;

/** First words that only say where a name was found. */
const CONTAINERS =
  /^(?:(?:this|self|process|env|import|meta|config|configs|configuration|settings|options|opts|default|defaults|constants)_)+(?=.)/;

/**
 * The environment variable to suggest for a secret: `jwtSecret` → JWT_SECRET, `stripe.apiKey` → STRIPE_API_KEY. A name that says
 * nothing of its own takes the provider's usual variable, else the owner's name in front.
 */
export function environmentName(name: string | readonly string[] | null, context: EnvironmentNameContext = {}): string {
  const words =
    name === null ? [] : typeof name === 'string' ? splitWords(name) : name.flatMap((part) => splitWords(part));
  const own = words.join('_').replace(CONTAINERS, '');
  if (own !== '' && !GENERIC.test(own)) return variable(own);
  const usual =
    context.provider === undefined
      ? undefined
      : PROVIDER_VARIABLES[context.provider.toLowerCase().replace(/[^a-z0-9]/g, '')];
  if (usual !== undefined) return usual;
  const last = own === '' ? KIND_VARIABLES[context.kind ?? 'secret'] : own;
  const owner = splitWords(context.owner ?? context.provider ?? '')
    .join('_')
    .replace(CONTAINERS, '');
  return variable(owner === '' || last.toLowerCase().startsWith(`${owner}_`) ? last : `${owner}_${last}`);
}

/** POSIX names of environment variables are capitals, digits and `_`, and don't begin with a digit. */
function variable(words: string): string {
  const name = words.toUpperCase();
  return /^\d/.test(name) ? `_${name}` : name;
}
