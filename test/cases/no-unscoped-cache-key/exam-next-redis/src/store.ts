export async function loadBoard(id: string) {
  return { id };
}
export async function loadSettings(userId: string) {
  return { userId, theme: 'dark' };
}
export async function search(query: unknown) {
  return { query };
}
