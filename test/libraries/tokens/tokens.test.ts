import * as parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { expect, it } from 'vitest';
import { tokensOf } from '../../../src/facts/tokens.js';
import { findLintedFile } from '../../../src/project/linted.js';

/** The token uses of a text, one a line: `sign jsonwebtoken JWT_SECRET default HS256`. */
function tokensIn(code: string): string[] {
  let found: string[] = [];
  const rule = {
    create: (context: unknown) => ({
      Program() {
        found = tokensOf(findLintedFile(context as never)!).map(({ does, library, identity, algorithm }) => {
          const secret = 'name' in identity ? (identity.name ?? identity.kind) : identity.kind;
          const chosen = algorithm ? `${algorithm.how} ${algorithm.names.join(' ')}` : 'none named';
          return `${does} ${library.name} ${secret} ${chosen}`;
        });
      },
    }),
  };
  new Linter({ cwd: '/tmp/no-project' }).verify(
    code,
    {
      files: ['**/*.ts'],
      plugins: { test: { rules: { facts: rule as never } } },
      rules: { 'test/facts': 'error' },
      languageOptions: { parser: parser as Linter.Parser },
    },
    { filename: '/tmp/no-project/src/app.ts' },
  );
  return found;
}

it.each([
  ["import jwt from 'jsonwebtoken'; jwt.sign(p, process.env.A_SECRET);", 'sign jsonwebtoken A_SECRET default HS256'],
  [
    "import jwt from 'jsonwebtoken'; jwt.verify(t, Buffer.from(process.env.A_SECRET!, 'base64'), { algorithms: ['HS256', 'RS256'] });",
    'verify jsonwebtoken A_SECRET named HS256 RS256',
  ],
  [
    "import jwt from 'jsonwebtoken'; import { promisify } from 'node:util'; promisify(jwt.verify)(t, process.env.A_SECRET);",
    'verify jsonwebtoken A_SECRET none named',
  ],
  [
    "import { SignJWT } from 'jose'; new SignJWT(p).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(process.env.A_SECRET));",
    'sign jose A_SECRET named HS256',
  ],
  [
    "import { jwtVerify, createRemoteJWKSet } from 'jose'; jwtVerify(t, createRemoteJWKSet(new URL('https://a.example/jwks')));",
    'verify jose key-set none named',
  ],
  [
    "import { jwtVerify, importSPKI } from 'jose'; jwtVerify(t, await importSPKI(process.env.A_KEY, 'ES256'), { algorithms: ['ES256'] });",
    'verify jose A_KEY named ES256',
  ],
  [
    "import { JwtModule } from '@nestjs/jwt'; JwtModule.registerAsync({ useFactory: (c) => ({ secret: c.getOrThrow('A_SECRET'), signOptions: { algorithm: 'HS512' } }) });",
    'configure nestjs-jwt A_SECRET named HS512',
  ],
  [
    "import fastifyJwt from '@fastify/jwt'; app.register(fastifyJwt, { secret: process.env.A_SECRET });",
    'configure fastify-jwt A_SECRET default HS256',
  ],
  [
    "import fastifyJwt from '@fastify/jwt'; app.register(fastifyJwt, { secret: { private: a, public: b }, sign: { algorithm: 'ES256' } });",
    'configure fastify-jwt key-pair named ES256',
  ],
  [
    "import { verify } from 'hono/jwt'; verify(t, process.env.A_SECRET, { alg: 'HS256', iss: 'a' });",
    'verify hono-jwt A_SECRET named HS256',
  ],
  [
    "import { jwt } from 'hono/jwt'; jwt({ secret: process.env.A_SECRET, alg: 'RS256' });",
    'verify hono-jwt A_SECRET named RS256',
  ],
  [
    "import { expressjwt } from 'express-jwt'; expressjwt({ secret: process.env.A_SECRET, algorithms: ['HS256'] });",
    'verify express-jwt A_SECRET named HS256',
  ],
  ["const jwt = require('koa-jwt'); jwt({ secret: process.env.A_SECRET });", 'verify koa-jwt A_SECRET none named'],
  [
    "import { Strategy } from 'passport-jwt'; import { PassportStrategy } from '@nestjs/passport'; class S extends PassportStrategy(Strategy) { constructor() { super({ secretOrKey: process.env.A_SECRET, algorithms: ['HS256'] }); } }",
    'verify passport-jwt A_SECRET named HS256',
  ],
  [
    "import { decode } from 'jwt-simple'; decode(t, process.env.A_SECRET, false, 'HS512');",
    'verify jwt-simple A_SECRET named HS512',
  ],
  [
    "import { createSigner } from 'fast-jwt'; createSigner({ key: process.env.A_SECRET });",
    'sign fast-jwt A_SECRET default HS256',
  ],
  [
    "import { jwt } from '@elysiajs/jwt'; jwt({ name: 'jwt', secret: process.env.A_SECRET! });",
    'configure elysia-jwt A_SECRET default HS256',
  ],
])('%s', (code, fact) => {
  expect(tokensIn(code)).toEqual([fact]);
});
