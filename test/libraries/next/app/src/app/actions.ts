'use server';

export async function placeOrder(form: FormData) {
  return form.get('sku');
}
