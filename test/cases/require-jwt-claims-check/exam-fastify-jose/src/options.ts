// @complete: require-jwt-claims-check
export const checked = { issuer: 'https://id.example', audience: 'checks' };
export const unchecked = { clockTolerance: 5 };
