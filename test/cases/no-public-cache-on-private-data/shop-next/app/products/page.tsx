// @complete: no-public-cache-on-private-data
// ok: no-public-cache-on-private-data
export const revalidate = 60;

export default async function Page() {
  return <p>Products</p>;
}
