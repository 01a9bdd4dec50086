// @complete: require-transaction
import postgres from 'postgres';

const sql = postgres(process.env.DATABASE_URL!);

// bad: require-transaction
export async function move(from: string, to: string, cents: number) {
  await sql`update accounts set cents = cents - ${cents} where id = ${from}`;
  await sql`update accounts set cents = cents + ${cents} where id = ${to}`;
}

// ok: require-transaction
export async function moveSafely(from: string, to: string, cents: number) {
  await sql.begin(async (tx) => {
    await tx`update accounts set cents = cents - ${cents} where id = ${from}`;
    await tx`update accounts set cents = cents + ${cents} where id = ${to}`;
  });
}

// bad: require-transaction
export async function open(owner: string) {
  const [account] = await sql`insert into accounts (owner, cents) values (${owner}, 0) returning id`;
  await sql`insert into entries (account_id, cents) values (${account!.id}, 0)`;
}

// ok: require-transaction -- one statement does both
export async function openAtOnce(owner: string) {
  await sql`with a as (insert into accounts (owner) values (${owner}) returning id) insert into entries (account_id) select id from a`;
}
