export async function render(id: string): Promise<string> {
  const res = await fetch(`${process.env.RENDER_URL}/${id}`, { signal: AbortSignal.timeout(5_000) });
  return res.text();
}
