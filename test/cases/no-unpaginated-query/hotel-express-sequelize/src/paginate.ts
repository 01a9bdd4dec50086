const MAX = 100;

export function paginate(query: Record<string, unknown>) {
  const limit = Math.min(Number(query.limit) || 20, MAX);
  return { limit, offset: (Math.max(Number(query.page) || 1, 1) - 1) * limit };
}
