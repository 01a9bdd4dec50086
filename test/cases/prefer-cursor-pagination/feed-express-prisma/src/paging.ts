export function pageOf(query: Record<string, unknown>) {
  const take = Math.min(Number(query.limit) || 20, 100);
  const page = Number(query.page) || 1;
  return { take, skip: (page - 1) * take };
}
