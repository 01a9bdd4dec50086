export async function transfer(from: string, to: string, cents: number) {
  return { from, to, cents };
}
export const sessions = new Map<string, string>();
