export const SORTS = { newest: 'created_at DESC', cheapest: 'cents ASC' } as const;

export function matching(name: string) {
  return `name ILIKE '%${name}%'`;
}

export function placeholders(values: unknown[], from = 1) {
  return values.map((_, i) => `$${i + from}`).join(', ');
}
