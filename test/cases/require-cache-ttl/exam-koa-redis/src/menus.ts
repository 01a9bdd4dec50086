export interface Menu {
  name: string;
  price: number;
}

export async function fetchMenu(id: string): Promise<Menu> {
  return { name: `menu ${id}`, price: 12 };
}
