export const anyOrigin = { origin: true, credentials: true };
export const ours = { origin: ['https://app.platform.example', 'https://admin.platform.example'], credentials: true };
export const isAllowed = (origin: string) => ['https://app.platform.example'].includes(origin);
