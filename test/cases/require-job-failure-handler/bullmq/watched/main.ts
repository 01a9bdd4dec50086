import { mails, pdfs } from './workers';

for (const worker of [mails, pdfs]) worker.on('failed', (job, err) => console.error('failed', job?.id, err));
