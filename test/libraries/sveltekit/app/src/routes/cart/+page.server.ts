import type { Actions } from './$types';

export const actions: Actions = {
  default: async ({ request }) => ({ sku: (await request.formData()).get('sku') }),
};
