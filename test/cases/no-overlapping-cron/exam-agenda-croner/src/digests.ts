import { db, mailer } from './db.js';

export async function sendDigests(): Promise<void> {
  const people = await db('people').select('email').limit(1000);
  for (const { email } of people) await mailer.sendMail({ to: email, subject: 'Digest', text: 'News' });
}
