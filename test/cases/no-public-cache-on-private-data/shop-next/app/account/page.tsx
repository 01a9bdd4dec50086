// @complete: no-public-cache-on-private-data
import { cookies } from 'next/headers';

// bad: no-public-cache-on-private-data -- without effect
export const revalidate = 60;

export default async function Page() {
  const session = (await cookies()).get('session');
  return <p>{session?.value}</p>;
}
