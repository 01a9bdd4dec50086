// @complete: no-jwt-in-web-storage
export const KEYS = {
  auth: 'wiki.access_token',
  font: 'wiki.font',
} as const;
