import { Queue, type JobsOptions } from 'bullmq';

export const mails = new Queue('mails');
const documents = new Queue('documents');

export const triggerJob = (name: string, data: object, options?: JobsOptions) => documents.add(name, data, options);
