export const strict = { httpOnly: true, secure: process.env.NODE_ENV === 'production', sameSite: 'strict' as const };
export const loose = { path: '/' };
