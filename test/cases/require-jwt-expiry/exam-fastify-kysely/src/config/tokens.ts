// @complete: require-jwt-expiry
export const ACCESS_TTL = '15m';
export const LONG_TTL = '7d';
export const REFRESH_TTL = '14d';
export const YEAR = 365 * 24 * 60 * 60;
export const accessOptions = { algorithm: 'ES256', expiresIn: ACCESS_TTL } as const;
export const plainOptions = { algorithm: 'ES256', issuer: 'accounts' } as const;
