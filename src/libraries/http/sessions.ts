import type { ExportRow, Library } from '../../model/library.js';

/** OAuth strategies take one options object with the client's secret in it. */
const oauth: ExportRow = { construct: { secrets: ['0.clientSecret'] } };

/** A strategy is the module itself, or its `Strategy`. */
const strategy: Readonly<Record<string, ExportRow>> = { default: oauth, Strategy: oauth };

/** A provider of NextAuth and Auth.js. */
const provider: ExportRow = { secrets: ['0.clientSecret'] };

const fastifySession: ExportRow = {
  secrets: ['1.secret'],
  cookie: { options: '1.cookie', sets: ['httpOnly', 'secure'] },
};
const fastifySecureSession: ExportRow = {
  secrets: ['1.secret', '1.key'],
  cookie: { options: '1.cookie', sets: ['httpOnly'] },
};
const serializeCookie: ExportRow = { cookie: { name: '0', value: '1', options: '2' } };

/** What signs or seals cookies and sessions, and the sign-in strategies beside them. */
export const sessions: readonly Library[] = [
  {
    // https://expressjs.com/en/resources/middleware/session.html
    name: 'express-session',
    kind: 'http',
    modules: ['express-session'],
    exports: {
      default: { secrets: ['0.secret'], cookie: { options: '0.cookie', sets: ['httpOnly'], auto: "'auto'" } },
    },
  },
  {
    // https://expressjs.com/en/resources/middleware/cookie-session.html
    name: 'cookie-session',
    kind: 'http',
    modules: ['cookie-session'],
    exports: {
      default: { secrets: ['0.keys', '0.secret'], cookie: { options: '0', sets: ['httpOnly', 'secure'] } },
    },
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
      getIronSession: {
        secrets: ['1.password', '2.password'],
        cookie: { options: '1.cookieOptions', sets: ['httpOnly', 'secure', 'sameSite'] },
      },
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
    modules: ['@fastify/cookie', '@fastify/oauth2'],
    exports: {
      default: { secrets: ['1.secret', '1.credentials.client.secret'] },
      fastifyCookie: { secrets: ['1.secret'] },
      fastifyOauth2: { secrets: ['1.credentials.client.secret'] },
    },
  },
  {
    // https://github.com/fastify/session (types of version 11): secure and httpOnly unless said otherwise.
    name: 'fastify-session',
    kind: 'http',
    modules: ['@fastify/session'],
    exports: { default: fastifySession, fastifySession },
  },
  {
    // https://github.com/fastify/fastify-secure-session (types of version 8): httpOnly unless said otherwise.
    name: 'fastify-secure-session',
    kind: 'http',
    modules: ['@fastify/secure-session'],
    exports: { default: fastifySecureSession, fastifySecureSession },
  },
  {
    // https://github.com/koajs/session (version 7): httpOnly, secure by the connection.
    name: 'koa-session',
    kind: 'http',
    modules: ['koa-session'],
    exports: { default: { cookie: { options: '0', sets: ['httpOnly', 'secure'] } } },
  },
  {
    // https://github.com/jshttp/cookie, https://github.com/unjs/cookie-es
    name: 'cookie',
    kind: 'http',
    modules: ['cookie', 'cookie-es'],
    exports: { serialize: serializeCookie, 'default.serialize': serializeCookie },
  },
  {
    // https://github.com/pillarjs/cookies, which Koa's are.
    name: 'cookies',
    kind: 'http',
    modules: ['cookies'],
    exports: { default: { new: 'koa.Cookies' } },
  },
  {
    // https://nextjs.org/docs/app/api-reference/functions/cookies
    name: 'next-headers',
    kind: 'http',
    modules: ['next/headers'],
    exports: { cookies: { returns: 'next.Cookies' } },
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
      setSignedCookie: { secrets: ['3'], cookie: { name: '1', value: '2', options: '4' } },
      getSignedCookie: { secrets: ['1'] },
      generateSignedCookie: { secrets: ['2'] },
      bearerAuth: { secrets: ['0.token'] },
      basicAuth: { secrets: ['0.password', '1.password', '2.password'] },
    },
  },
];
