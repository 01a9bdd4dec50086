// @complete: require-rate-limit
// ok: require-rate-limit
export async function GET() {
  return Response.json({ me: true });
}

// ok: require-rate-limit -- nothing secret, nothing costly
export async function PATCH(request: Request) {
  const { name } = await request.json();
  return Response.json({ name });
}
