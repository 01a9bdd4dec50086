export const checks = { issuer: 'ledger', audience: 'api' };
