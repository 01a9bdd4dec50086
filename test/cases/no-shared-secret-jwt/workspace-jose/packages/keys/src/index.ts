export const ISSUER = 'https://studio.podcasts.example';

export const keyId = 'studio-2026-01';
