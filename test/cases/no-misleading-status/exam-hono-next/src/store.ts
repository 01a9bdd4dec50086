export async function loadReturn(id: string): Promise<{ id: string } | null> {
  return id ? { id } : null;
}

export async function saveReturn(input: { orderId: string; reason: string }) {
  return { id: '1', ...input };
}
