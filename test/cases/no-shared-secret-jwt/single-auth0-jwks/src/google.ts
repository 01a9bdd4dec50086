// @complete: no-shared-secret-jwt
import { createRemoteJWKSet, jwtVerify } from 'jose';

const google = createRemoteJWKSet(new URL('https://www.googleapis.com/oauth2/v3/certs'));

// ok: no-shared-secret-jwt
export const readGoogleIdToken = (token: string) =>
  jwtVerify(token, google, { issuer: 'https://accounts.google.com', audience: process.env.GOOGLE_CLIENT_ID });
