export const IV = Buffer.from('0123456789abcdef');
