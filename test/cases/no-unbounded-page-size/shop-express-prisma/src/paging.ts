const MAX_PAGE_SIZE = 100;

export function pageOf(query: Record<string, unknown>) {
  const size = Number(query.pageSize) || 20;
  return { take: Math.min(size, MAX_PAGE_SIZE), skip: (Number(query.page) || 0) * size };
}

export function rawPageOf(query: Record<string, unknown>) {
  const size = Number(query.pageSize) || 20;
  return { take: size, skip: (Number(query.page) || 0) * size };
}
