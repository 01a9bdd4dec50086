export const send = async (_data: unknown): Promise<void> => undefined;
export const render = async (_job: unknown): Promise<void> => undefined;
