export const verify = async (token: string | null) => token !== null;
