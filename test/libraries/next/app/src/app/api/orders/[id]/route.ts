export async function DELETE(request: Request, { params }: { params: Promise<{ id: string }> }) {
  return new Response((await params).id);
}
