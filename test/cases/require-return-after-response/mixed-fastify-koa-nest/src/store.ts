export const load = async (id: string): Promise<{ id: string } | null> => (id === '' ? null : { id });
