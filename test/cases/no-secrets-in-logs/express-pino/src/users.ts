export interface Reset {
  userId: string;
}
export const users = {
  verify: async (_email: string, _password: string): Promise<{ id: string } | null> => null,
  startReset: async (_email: string): Promise<Reset> => ({ userId: '1' }),
};
