// @complete: require-job-failure-handler
import { Worker } from 'bullmq';
import { observe } from './observe.js';
import { render } from './render.js';

const connection = { host: 'redis' };

// bad: require-job-failure-handler
export const posters = new Worker('posters', async (job) => render(job.data.id), { connection });

// ok: require-job-failure-handler
export const covers = new Worker('covers', async (job) => render(job.data.id), { connection });
covers.on('failed', (job, err) => console.error(job?.id, err));

// ok-cross: require-job-failure-handler
export const banners = observe(new Worker('banners', async (job) => render(job.data.id), { connection }));

// ok-cross: require-job-failure-handler
export const tiles = new Worker('tiles', async (job) => render(job.data.id), { connection });
observe(tiles);
