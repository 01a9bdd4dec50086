export const userOf = async (header: string | undefined) => (header ? { id: header } : null);
