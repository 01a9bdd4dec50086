import bcrypt from 'bcryptjs';
import postgres from 'postgres';
import { Resend } from 'resend';

const sql = postgres(process.env.DATABASE_URL!);
const resend = new Resend(process.env.RESEND_API_KEY);

export async function checkPassword(email: string, password: string) {
  const [user] = await sql`select id, hash from users where email = ${email}`;
  return user && (await bcrypt.compare(password, user.hash)) ? user.id : null;
}

export async function register(email: string, password: string) {
  const hash = await bcrypt.hash(password, 12);
  await sql`insert into users (email, hash) values (${email}, ${hash})`;
}

export async function mailResetLink(email: string) {
  await resend.emails.send({ from: 'no-reply@members.example', to: email, subject: 'Reset', html: '<a>Reset</a>' });
}
