export const charge = async (_what: unknown): Promise<unknown[]> => [];
export const release = async (_what: unknown): Promise<void> => undefined;
