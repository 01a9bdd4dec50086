// @complete: no-hardcoded-secrets
import type { NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import GitHubProvider from 'next-auth/providers/github';
import GoogleProvider from 'next-auth/providers/google';

export const authOptions: NextAuthOptions = {
  providers: [
    GitHubProvider({
      clientId: 'Iv1.8a61f9b3a7aba766',
      // bad: no-hardcoded-secrets
      // fix: no-hardcoded-secrets
      clientSecret: '7d1f3bc0a95e48826fd90e1ac4b7733f5be20c61',
    }),
    // ok: no-hardcoded-secrets
    GoogleProvider({ clientId: process.env.GOOGLE_CLIENT_ID!, clientSecret: process.env.GOOGLE_CLIENT_SECRET! }),
    CredentialsProvider({
      name: 'Email',
      // ok: no-hardcoded-secrets -- labels of a form
      credentials: {
        email: { label: 'Email', type: 'email', placeholder: 'you@company.com' },
        password: { label: 'Password', type: 'password' },
      },
      authorize: async () => null,
    }),
  ],
  // bad: no-hardcoded-secrets
  // fix: no-hardcoded-secrets
  secret: 'Basil-Canyon-Whistle',
  session: { strategy: 'jwt', maxAge: 60 * 60 },
  // ok: no-hardcoded-secrets
  cookies: { sessionToken: { name: '__Secure-next-auth.session-token', options: { httpOnly: true, secure: true, sameSite: 'lax', path: '/' } } },
  pages: { signIn: '/login', error: '/login/error' },
};
