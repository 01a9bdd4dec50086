// @complete: no-hardcoded-secrets, no-sql-concat, no-unpaginated-query, require-idempotency, no-jwt-in-web-storage, no-shared-secret-jwt
import { sign } from 'hono/jwt';

/** A link to an attachment that works for five minutes. */
export async function attachmentLink(ticketId: string, name: string) {
  const exp = Math.floor(Date.now() / 1000) + 300;
  // ok-cross: no-shared-secret-jwt -- only this service holds ATTACHMENT_SECRET
  const ticket = await sign({ ticketId, name, exp }, process.env.ATTACHMENT_SECRET!, 'HS256');
  return `/attachments?ticket=${ticket}`;
}

/** Tells the chat bot of a new ticket. */
export async function announce(subject: string) {
  const res = await fetch('https://chat.example.net/api/messages', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      // bad: no-hardcoded-secrets
      // fix: no-hardcoded-secrets
      authorization: 'Bearer 6f2d8b1c0e7a49538d4c1b0a9f8e7d6c',
    },
    body: JSON.stringify({ room: 'support', text: subject }),
    signal: AbortSignal.timeout(5000),
  });
  if (!res.ok) throw new Error(`the chat bot answered ${res.status}`);
}
