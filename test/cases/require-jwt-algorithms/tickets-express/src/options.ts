export const verifyOptions = { algorithms: ['ES256' as const], issuer: 'tickets' };
