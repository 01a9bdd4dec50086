export const DELETE = async () => new Response(null, { status: 204 });
