// @complete: no-hardcoded-secrets
// ok: no-hardcoded-secrets -- patterns that find tokens
export const TOKEN_PATTERNS = [/ghp_[A-Za-z0-9]{36}/g, /sk_live_[A-Za-z0-9]{24,}/g, /xox[abp]-[A-Za-z0-9-]{10,}/g, /AKIA[0-9A-Z]{16}/g];

// ok: no-hardcoded-secrets
export const PRIVATE_KEY = new RegExp('-----BEGIN [A-Z ]*PRIVATE KEY-----');

// ok: no-hardcoded-secrets
export const redact = (text) => TOKEN_PATTERNS.reduce((out, pattern) => out.replace(pattern, '[token removed]'), text);

// ok: no-hardcoded-secrets -- ids that only look random
export const DATASET_ID = '0b7f6f86-1f0a-4f6f-9c83-6d7a5b1f2c34';
// ok: no-hardcoded-secrets
export const COMMIT = '179ae84efec61b14206d0305d941daed6c6d07f9';
// ok: no-hardcoded-secrets -- subresource integrity
export const SRI = 'sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC';
