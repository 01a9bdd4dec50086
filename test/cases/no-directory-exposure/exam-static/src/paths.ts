import path from 'node:path';

export const ROOT = path.resolve(__dirname, '..');
export const PUBLIC_DIR = path.join(ROOT, 'public');
export const UPLOADS = path.join(ROOT, 'uploads');
