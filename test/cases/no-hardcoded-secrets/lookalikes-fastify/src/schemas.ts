// @complete: no-hardcoded-secrets
import type { FastifyPluginAsync } from 'fastify';
import { pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { z } from 'zod';

// ok: no-hardcoded-secrets -- columns
export const users = pgTable('users', {
  id: uuid('id').primaryKey(),
  passwordHash: text('password_hash').notNull(),
  resetToken: text('reset_token'),
  mfaSecret: text('mfa_secret'),
  resetTokenExpiresAt: timestamp('reset_token_expires_at'),
});

// ok: no-hardcoded-secrets -- validation
export const signUp = z.object({
  email: z.string().email(),
  password: z.string().min(12, 'Password must have at least 12 characters').regex(/[A-Z]/, 'Password needs a capital'),
  passwordAgain: z.string().describe('The same password again'),
});

// ok: no-hardcoded-secrets
export const PASSWORD_PATTERN = '^(?=.*[A-Za-z])(?=.*\\d)[A-Za-z\\d@$!%*#?&]{12,}$';
// ok: no-hardcoded-secrets
export const tokenRegex = /^[A-Za-z0-9_-]{43}$/;

// ok: no-hardcoded-secrets -- GraphQL
export const typeDefs = `#graphql
  type Token { accessToken: String! refreshToken: String! }
  input SignInInput { email: String! password: String! }
  type Mutation { signIn(input: SignInInput!): Token! rotateSecret(clientSecret: String!): Boolean! }
`;

// ok: no-hardcoded-secrets -- an SQL text
export const FIND_BY_TOKEN = 'SELECT id FROM sessions WHERE token = $1 AND secret_version = $2';

export const login: FastifyPluginAsync = async (app) => {
  app.post(
    '/login',
    {
      schema: {
        // ok: no-hardcoded-secrets -- JSON Schema and OpenAPI texts
        body: {
          type: 'object',
          required: ['email', 'password'],
          properties: { email: { type: 'string' }, password: { type: 'string', description: 'The password in plain text' } },
        },
        // ok: no-hardcoded-secrets
        security: [{ apiKey: [], bearerToken: [] }],
      },
    },
    async () => ({ ok: true }),
  );
};
