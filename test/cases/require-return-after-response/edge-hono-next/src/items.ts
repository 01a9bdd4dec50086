const all = new Map<string, unknown>();
export const items = {
  find: async (id: string) => all.get(id),
  remove: async (id: string) => all.delete(id),
  save: async (id: string, item: unknown) => all.set(id, item),
};
