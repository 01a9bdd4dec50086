export const store = {
  find: async (id: string) => (id ? { id } : null),
  all: async () => [{ id: '1' }],
  add: async (item: unknown) => item,
  search: async (q: unknown) => ({ data: [q], error: null }),
};
