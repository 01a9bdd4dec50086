// @complete: require-secure-cookies
export const isProduction = process.env.NODE_ENV === 'production';
export const SESSION_COOKIE = 'portal_session';
export const THEME_COOKIE = 'theme';
export const hardened = { httpOnly: true, secure: isProduction, sameSite: 'lax', path: '/' } as const;
export const bare = { path: '/', maxAge: 60 * 60 * 24 * 7 };

export function cookieOptions(maxAge: number) {
  return { httpOnly: true, secure: process.env.NODE_ENV === 'production', sameSite: 'strict' as const, maxAge };
}
