// @complete: require-retry-limit
import { setTimeout as sleep } from 'node:timers/promises';
import { DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import retry from 'async-retry';
import pRetry from 'p-retry';
import { crm } from './clients.js';
import { FOREVER, POLICY } from './policy.js';

const sqs = new SQSClient({});

export async function pushContact(contact: unknown): Promise<void> {
  // bad: require-retry-limit -- for ever, at once
  while (true) {
    try {
      await crm.post('/contacts', contact);
      return;
    } catch (error) {
      console.error(error);
    }
  }
}

export async function pushDeal(deal: unknown): Promise<void> {
  // bad: require-retry-limit -- no wait between the attempts
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      await crm.post('/deals', deal);
      return;
    } catch (error) {
      if (attempt === 4) throw error;
    }
  }
}

export async function pushNote(note: unknown): Promise<void> {
  // ok: require-retry-limit
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      await crm.post('/notes', note);
      return;
    } catch (error) {
      const status = (error as { response?: { status: number } }).response?.status;
      if (attempt === 4 || (status !== undefined && status < 500)) throw error;
      await sleep(2 ** attempt * 200);
    }
  }
}

export async function pushTask(task: unknown): Promise<void> {
  try {
    await crm.post('/tasks', task);
  } catch {
    // bad: require-retry-limit -- calls itself for ever
    return pushTask(task);
  }
}

export async function pushCall(call: unknown): Promise<void> {
  // bad-cross: require-retry-limit
  await retry(() => crm.post('/calls', call), FOREVER);
  // ok-cross: require-retry-limit
  await retry(() => crm.post('/calls', call), POLICY);
  // ok: require-retry-limit
  await pRetry(() => crm.post('/calls', call), { retries: 3 });
}

export async function consume(): Promise<void> {
  // ok: require-retry-limit -- a consumer
  while (true) {
    try {
      const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl: process.env.QUEUE_URL, WaitTimeSeconds: 20 }));
      for (const message of Messages) {
        await pushNote(JSON.parse(message.Body ?? '{}'));
        await sqs.send(new DeleteMessageCommand({ QueueUrl: process.env.QUEUE_URL, ReceiptHandle: message.ReceiptHandle }));
      }
    } catch (error) {
      console.error(error);
      await sleep(1_000);
    }
  }
}

export async function allContacts(): Promise<unknown[]> {
  const contacts: unknown[] = [];
  let cursor: string | undefined;
  // ok: require-retry-limit -- paging
  do {
    const { data } = await crm.get('/contacts', { params: { cursor } });
    contacts.push(...data.items);
    cursor = data.next;
  } while (cursor);
  return contacts;
}

export async function waitForExport(id: string): Promise<string> {
  // ok: require-retry-limit -- polling
  while (true) {
    const { data } = await crm.get(`/exports/${id}`);
    if (data.state === 'done') return data.url;
    await sleep(2_000);
  }
}
