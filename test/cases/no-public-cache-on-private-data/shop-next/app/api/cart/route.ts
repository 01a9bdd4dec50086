// @complete: no-public-cache-on-private-data
import { cookies } from 'next/headers';

export async function GET() {
  const cart = (await cookies()).get('cart');
  return Response.json(
    { cart: cart?.value },
    {
      headers: {
        // bad: no-public-cache-on-private-data
        'Cache-Control': 'public, s-maxage=30',
      },
    },
  );
}
