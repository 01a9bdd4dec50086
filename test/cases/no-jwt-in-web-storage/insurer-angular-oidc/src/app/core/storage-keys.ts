// @complete: no-jwt-in-web-storage
export const StorageKeys = {
  ACCESS: 'portal_access_token',
  CLAIM_DRAFT: 'portal_claim_draft',
  PKCE_VERIFIER: 'portal_pkce_verifier',
  OAUTH_STATE: 'portal_oauth_state',
} as const;
