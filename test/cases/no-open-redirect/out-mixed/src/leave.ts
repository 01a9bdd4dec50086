export const leave = (url: string): Response => new Response(null, { status: 302, headers: { Location: url } });
