export const LEGACY = 'md5';
export const MODERN = 'sha256';
export const CIPHER = 'aes-256-gcm';
export const OLD_CIPHER = 'des-ede3-cbc';
export const ZERO_IV = Buffer.alloc(16, 0);
