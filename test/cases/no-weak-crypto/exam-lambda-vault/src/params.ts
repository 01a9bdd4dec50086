// @complete: no-weak-crypto
export const LEGACY_CIPHER = 'aes-256-ecb';
export const CIPHER = 'aes-256-gcm';
export const FIXED_IV = Buffer.from('0123456789abcdef');
export const DIGEST = 'md5';
export const GOOD_DIGEST = 'sha256';
