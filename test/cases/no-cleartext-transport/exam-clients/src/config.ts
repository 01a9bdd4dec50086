// @complete: no-cleartext-transport
export const PARTNER = 'http://api.partner-logistics.com';
export const SAFE_PARTNER = 'https://api.partner-logistics.com';
export const NAMESPACE = 'http://www.w3.org/2000/svg';
// ok: no-cleartext-transport
export const schema = 'http://json-schema.org/draft-07/schema#';
