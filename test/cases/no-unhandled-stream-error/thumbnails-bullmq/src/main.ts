import { mails, startWorker } from './queues.js';

mails.on('error', (error) => console.error(error));
startWorker();
