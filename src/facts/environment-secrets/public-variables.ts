import { secretNameKind } from '../../libraries/secrets/index.js';
import type { BackendFile } from '../../model/file.js';
import type { Node } from '../../syntax/ast.js';
import { keyName } from '../../syntax/nodes.js';
import { follow } from '../values.js';

/** A secret whose name has a bundler write it into what browsers are sent. */
export interface PublicSecret {
  readonly node: Node;
  readonly name: string;
  /** The prefix, or the part of the configuration, that publishes it. */
  readonly prefix: string;
}

/** https://nextjs.org/docs/app/guides/environment-variables, https://vite.dev/guide/env-and-mode and the like. */
const PREFIX = /^(NEXT_PUBLIC_|NUXT_PUBLIC_|NUXT_ENV_|PUBLIC_|VITE_|REACT_APP_|EXPO_PUBLIC_|GATSBY_|VUE_APP_)(?=[A-Z])/;
/** Keys that their makers want in browsers: they name an application, and are limited by domain or by what they may do. */
const PUBLISHABLE =
  /PUBLISH|ANON|GOOGLE_\w*API_KEY|PEXELS|TOLGEE|STRIPE_(?:PK|KEY)\b|PUBLIC|SITE_?KEY|MAPS?_|MAPBOX|FIREBASE|POSTHOG|ALGOLIA|SEARCH_(?:API_)?KEY|TURNSTILE|CAPTCHA|AMPLITUDE|MIXPANEL|SEGMENT|WRITE_?KEY|SENTRY|DATADOG|CLIENT_TOKEN|LAUNCHDARKLY|INTERCOM|GROWTHBOOK|STATSIG|CLARITY|GIPHY|PUSHER|ABLY|STREAM_|TYPESENSE|MEILI\w*_SEARCH|WALLET|INFURA|ALCHEMY|HEAP|LOGROCKET|BUGSNAG|ROLLBAR|TINYMCE|UNSPLASH|WEATHER|VAPID|PAYPAL_CLIENT|RUDDER|CUSTOMER_?IO|KNOCK|LIVEBLOCKS|TAWK|CRISP|HOTJAR|GTM|CSRF|UPLOADTHING_APP|IMAGEKIT|PADDLE_CLIENT/;

/** Each such variable of a file, once, where it is first named. */
export function publicSecretsOf(file: BackendFile): PublicSecret[] {
  const found = new Map<string, PublicSecret>();
  const add = (name: string, node: Node): void => {
    const prefix = prefixOf(name);
    const known = found.get(name);
    if (prefix !== null && (!known || known.node.range[0] > node.range[0])) found.set(name, { node, name, prefix });
  };
  for (const [name, members] of file.index.members)
    if (PREFIX.test(name)) for (const member of members) add(name, member);
  for (const object of file.index.objects)
    for (const property of object.properties) {
      if (property.type !== 'Property') continue;
      const name = keyName(property.key, property.computed) ?? '';
      add(name, property);
      if (name === 'public') for (const secret of inRuntimeConfig(property.value, file)) found.set(secret.name, secret);
    }
  for (const { id } of file.index.declarators)
    if (id.type === 'ObjectPattern')
      for (const property of id.properties)
        if (property.type === 'Property') add(keyName(property.key, property.computed) ?? '', property);
  for (const string of file.index.strings) if (string.type === 'Literal') add(string.value, string);
  for (const statement of file.ast.body)
    if (statement.type === 'ImportDeclaration' && /^\$env\/(?:static|dynamic)\/public$/.test(statement.source.value))
      for (const specifier of statement.specifiers)
        if (specifier.type === 'ImportSpecifier') add(keyName(specifier.imported, false) ?? '', specifier);
  return [...found.values()].sort((a, b) => a.node.range[0] - b.node.range[0]);
}

/** The prefix by which a name publishes a secret, or null. */
function prefixOf(name: string): string | null {
  const prefix = PREFIX.exec(name)?.[1];
  if (prefix === undefined) return null;
  const own = name.slice(prefix.length);
  // Of an account that everybody may use.
  if (/^(?:DEMO|EXAMPLE|SAMPLE)_/.test(own)) return null;
  if (PUBLISHABLE.test(own) && !/SECRET|PRIVATE|PASSWORD|SERVICE_ROLE|ADMIN/.test(own)) return null;
  return secretNameKind(own) === null ? null : prefix;
}

/** Nuxt's `runtimeConfig: { public: { … } }` is sent to browsers. */
function* inRuntimeConfig(value: Node, file: BackendFile): Generator<PublicSecret> {
  if (!/\bruntimeConfig\b/.test(file.text)) return;
  const object = follow(value);
  if (object.type !== 'ObjectExpression') return;
  for (const property of object.properties) {
    const name = property.type === 'Property' ? keyName(property.key, property.computed) : null;
    const own = name?.replaceAll(/([a-z\d])([A-Z])/g, '$1_$2').toUpperCase() ?? '';
    if (name !== null && !PUBLISHABLE.test(own) && secretNameKind(name) !== null)
      yield { node: property, name, prefix: 'runtimeConfig.public' };
  }
}
