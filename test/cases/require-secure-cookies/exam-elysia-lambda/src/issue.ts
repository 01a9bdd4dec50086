import { randomUUID } from 'node:crypto';
export const issue = () => randomUUID();
