import axios from 'axios';

const client = axios.create({ timeout: 5000 });

export async function download(address: string) {
  const { data } = await client.get(address, { responseType: 'arraybuffer' });
  return data;
}
