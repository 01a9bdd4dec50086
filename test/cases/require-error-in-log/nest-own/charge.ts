export const charge = async (): Promise<void> => undefined;
