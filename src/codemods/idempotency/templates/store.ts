/** What the stores of all kinds have in common: one template with the store's own four steps in it. */

/** The steps of one store, as code. */
export interface StoreCode {
  /** Imports that the steps need, and constants of theirs. */
  readonly head: string;
  /** The type of the `db` that every step takes first, or null where the client is the module's own. */
  readonly db: { readonly type: string; readonly value: string | null } | null;
  /** `claim`, `write` and `release`. */
  readonly steps: string;
  /** What the head comment says of the store's guarantee. */
  readonly guarantee: string;
}

export function storeTemplate({ head, db, steps, guarantee }: StoreCode): string {
  const first = db === null ? '' : 'db, ';
  const parameter = db === null ? '' : `, db«: Db»${db.value === null ? '' : ` = ${db.value}`}`;
  const other = db === null ? '' : ', other«: Db» = db';
  return `import { createHash, randomUUID } from 'node:crypto';
${head}
/**
 * Which requests were made already, and what was answered. The first request with a key claims it in one atomic step; what
 * it answers is kept for a day and given to every repeat. A claim lives as long as the process that made it, and
 * LEASE_MS longer: a repeat after that does the work again.
${guarantee}
 */
const LEASE_MS = 30_000;
const KEPT_MS = 24 * 60 * 60 * 1000;
/** No work takes longer: what is still unanswered then hangs, and its claim is given up. */
const LONGEST_WORK_MS = 10 * 60 * 1000;

//ts
${db === null ? '' : `/** The client, or a transaction of it. */\ntype Db = ${db.type};\n\n`}export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The bytes in Base64. */
  readonly body: string;
}

/** The one request that does the work. */
export interface Work {
  /** The key with its caller and route, hashed: unique for this piece of work, and the same in every repeat of it. */
  readonly id: string;
  keep(answer: Answer${db === null ? '' : ', other?: Db'}): Promise<void>;
  release(): Promise<void>;
}

export interface Problem {
  readonly status: 400 | 409 | 422;
  readonly title: string;
}

type Begun = { work: Work } | { answer: Answer } | { problem: Problem };

interface KeyedRequest {
  readonly key: string;
  readonly caller: string;
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

interface Entry {
  readonly fingerprint: string;
  /** Made by whoever holds the claim: nobody else may change the entry. */
  readonly token: string;
  readonly answer: Answer | null;
}

//end
/** Whether the request is the first with its key: the work to do, the answer to repeat, or what is wrong with it. */
export async function begin(request«: KeyedRequest»${parameter})«: Promise<Begun>» {
  const { key, caller, method, path, body } = request;
  if (key.length === 0 || key.length > 255) return problem(400, 'An Idempotency-Key has 1 to 255 characters');
  // Another caller's key, or the same one on another route, is another key.
  const id = hash([caller, method, path, key]);
  const entry«: Entry» = { fingerprint: hash(body), token: randomUUID(), answer: null };
  // Twice, for an entry that expires between the two questions.
  for (let attempt = 0; attempt < 2; attempt++) {
    const known = await claim(${first}id, entry);
    if (known === 'claimed') return { work: startWork(${first}id, entry) };
    if (known === null) continue;
    if (known.fingerprint !== entry.fingerprint)
      return problem(422, 'This Idempotency-Key was used for another request');
    if (known.answer) return { answer: known.answer };
    break;
  }
  return problem(409, 'A request with this Idempotency-Key is still being worked on');
}

const problem = (status«: Problem['status']», title«: string»)«: { problem: Problem }» => ({
  problem: { status, title },
});

const hash = (value«: unknown»)«: string» =>
  createHash('sha256')
    .update(JSON.stringify(value ?? null))
    .digest('hex');

function startWork(${db === null ? '' : 'db«: Db», '}id«: string», entry«: Entry»)«: Work» {
  const deadline = Date.now() + LONGEST_WORK_MS;
  const renewal = setInterval(() => {
    if (Date.now() > deadline) clearInterval(renewal);
    // A renewal that fails is tried again before the lease ends.
    else write(${first}id, entry, LEASE_MS).catch(() => undefined);
  }, LEASE_MS / 3);
  renewal.unref();
  return {
    id,
    async keep(answer${other}) {
      clearInterval(renewal);
      await write(${db === null ? '' : 'other, '}id, { ...entry, answer }, KEPT_MS);
    },
    async release() {
      clearInterval(renewal);
      await release(${first}id, entry.token);
    },
  };
}

${steps}`;
}
