// @complete: no-command-injection
import { Worker, type Job } from 'bullmq';
import { exec } from 'node:child_process';
import { $ } from 'zx';
import { z } from 'zod';
import { sh } from '../lib/shell.js';

interface TranscodeJob {
  source: string;
  target: string;
}

const Thumb = z.object({ frame: z.number().int(), name: z.string().regex(/^[a-z0-9-]{1,40}$/) });

export const worker = new Worker<TranscodeJob>('transcode', async (job: Job<TranscodeJob>) => {
  const { source, target } = job.data;
  // bad-cross: no-command-injection -- what the API enqueued came from a client
  await sh(`ffmpeg -i "${source}" "${target}"`);
  // ok: no-command-injection -- zx quotes what is put into its template
  await $`ffmpeg -i ${source} ${target}`;
});

export const thumbs = new Worker('thumbs', async ({ data }) => {
  const { frame, name } = Thumb.parse(data);
  // ok: no-command-injection
  exec(`ffmpeg -ss ${frame} thumbs/${name}.png`);
  // bad: no-command-injection
  exec(`ffmpeg -i ${data.input} thumbs/x.png`);
});
