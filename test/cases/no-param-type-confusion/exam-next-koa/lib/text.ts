export const isText = (value: unknown): value is string => typeof value === 'string';
export const first = (value: string | string[] | undefined): string => (Array.isArray(value) ? value[0]! : value ?? '');
