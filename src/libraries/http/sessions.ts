import type { ExportRow, Library } from '../../model/library.js';

/** OAuth strategies take one options object with the client's secret in it. */
const oauth: ExportRow = { construct: { secrets: ['0.clientSecret'] } };

/** A strategy is the module itself, or its `Strategy`. */
const strategy: Readonly<Record<string, ExportRow>> = { default: oauth, Strategy: oauth };

/** A provider of NextAuth and Auth.js. */
const provider: ExportRow = { secrets: ['0.clientSecret'] };

/** What signs or seals cookies and sessions, and the sign-in strategies beside them. */
export const sessions: readonly Library[] = [
  {
    // https://expressjs.com/en/resources/middleware/session.html
    name: 'express-session',
    kind: 'http',
    modules: ['express-session'],
    exports: { default: { secrets: ['0.secret'] } },
  },
  {
    // https://expressjs.com/en/resources/middleware/cookie-session.html
    name: 'cookie-session',
    kind: 'http',
    modules: ['cookie-session'],
    exports: { default: { secrets: ['0.keys', '0.secret'] } },
  },
  {
    // https://expressjs.com/en/resources/middleware/cookie-parser.html
    name: 'cookie-parser',
    kind: 'http',
    modules: ['cookie-parser'],
    exports: { default: { secrets: ['0'] }, signedCookie: { secrets: ['1'] }, signedCookies: { secrets: ['1'] } },
  },
  {
    // https://github.com/crypto-utils/keygrip
    name: 'keygrip',
    kind: 'http',
    modules: ['keygrip'],
    exports: { default: { secrets: ['0'], construct: { secrets: ['0'] } } },
  },
  {
    // https://github.com/vvo/iron-session: `getIronSession(cookies, options)` or `(request, response, options)`.
    name: 'iron-session',
    kind: 'http',
    modules: ['iron-session'],
    exports: {
      getIronSession: { secrets: ['1.password', '2.password'] },
      sealData: { secrets: ['1.password'] },
      unsealData: { secrets: ['1.password'] },
      SessionOptions: { annotation: 'Options' },
    },
    types: { Options: { members: { password: { secrets: [''] } } } },
  },
  {
    // https://github.com/fastify/fastify-cookie, -session, -secure-session, -oauth2: options of `register`.
    name: 'fastify-sessions',
    kind: 'http',
    modules: ['@fastify/cookie', '@fastify/session', '@fastify/secure-session', '@fastify/oauth2'],
    exports: {
      default: { secrets: ['1.secret', '1.key', '1.credentials.client.secret'] },
      fastifyCookie: { secrets: ['1.secret'] },
      fastifySession: { secrets: ['1.secret'] },
      fastifySecureSession: { secrets: ['1.secret', '1.key'] },
      fastifyOauth2: { secrets: ['1.credentials.client.secret'] },
    },
  },
  {
    // https://next-auth.js.org/configuration/options#secret, https://authjs.dev/reference/core#secret: options written apart.
    name: 'auth-js-options',
    kind: 'http',
    modules: ['next-auth', '@auth/core', '@auth/express', '@auth/sveltekit'],
    exports: {
      NextAuthOptions: { annotation: 'Options' },
      AuthOptions: { annotation: 'Options' },
      NextAuthConfig: { annotation: 'Options' },
      AuthConfig: { annotation: 'Options' },
      ExpressAuthConfig: { annotation: 'Options' },
      SvelteKitAuthConfig: { annotation: 'Options' },
    },
    types: { Options: { members: { secret: { secrets: [''] } } } },
  },
  {
    name: 'next-auth-providers',
    kind: 'http',
    modules: ['next-auth/providers/*', '@auth/core/providers/*'],
    exports: { default: provider },
  },
  {
    // https://docs.nestjs.com/recipes/passport: the mixin is a subclass of the strategy given to it.
    name: 'nestjs-passport',
    kind: 'http',
    modules: ['@nestjs/passport'],
    exports: { PassportStrategy: { wraps: '0' } },
  },
  {
    // https://www.passportjs.org/packages/, OAuth 1 and 2 strategies.
    name: 'passport',
    kind: 'http',
    modules: [
      'passport-oauth2',
      'passport-google-oauth20',
      'passport-github',
      'passport-github2',
      'passport-gitlab2',
      'passport-facebook',
      'passport-linkedin-oauth2',
      'passport-microsoft',
      'passport-discord',
      'passport-slack-oauth2',
      'passport-spotify',
      'passport-auth0',
      'passport-bitbucket-oauth2',
      'passport-azure-ad',
    ],
    exports: {
      ...strategy,
      OAuth2Strategy: oauth,
      OIDCStrategy: oauth,
    },
  },
  {
    name: 'passport-twitter',
    kind: 'http',
    modules: ['passport-twitter', 'passport-oauth1'],
    exports: {
      default: { construct: { secrets: ['0.consumerSecret'] } },
      Strategy: { construct: { secrets: ['0.consumerSecret'] } },
    },
  },
  {
    // https://www.passportjs.org/packages/passport-openidconnect
    name: 'passport-openidconnect',
    kind: 'http',
    modules: ['passport-openidconnect'],
    exports: strategy,
  },
  {
    // https://hono.dev/docs/helpers/cookie, https://hono.dev/docs/middleware/builtin/bearer-auth, …/basic-auth
    name: 'hono-credentials',
    kind: 'http',
    modules: ['hono/cookie', 'hono/bearer-auth', 'hono/basic-auth'],
    exports: {
      setSignedCookie: { secrets: ['3'] },
      getSignedCookie: { secrets: ['1'] },
      generateSignedCookie: { secrets: ['2'] },
      bearerAuth: { secrets: ['0.token'] },
      basicAuth: { secrets: ['0.password', '1.password', '2.password'] },
    },
  },
];
