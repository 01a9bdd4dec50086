// @complete: no-open-redirect
'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { allowedUrl } from '../../src/lib/return-to';

const schema = z.object({ plan: z.enum(['pro', 'team']), success: z.string().url(), cancel: z.string() });

export async function checkout(formData: FormData) {
  const { plan, success, cancel } = schema.parse(Object.fromEntries(formData));
  if (plan === 'team') {
    // bad: no-open-redirect -- any URL
    redirect(success);
  }
  if (cancel) {
    // ok-cross: no-open-redirect -- host allow-list in the helper
    redirect(allowedUrl(cancel));
  }
  // ok: no-open-redirect -- an enum
  redirect(`/billing/${plan}`);
}
