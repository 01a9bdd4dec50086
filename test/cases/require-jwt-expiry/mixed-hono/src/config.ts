export const signOptions = { algorithm: 'HS256' as const, expiresIn: '10m' as const };
export const lifetime = process.env.ACCESS_TOKEN_TTL ?? '15m';
