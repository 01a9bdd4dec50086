// @complete: require-job-failure-handler
import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { Job } from 'bullmq';
import { send } from './work';

// bad: require-job-failure-handler
@Processor('audio')
export class AudioProcessor extends WorkerHost {
  async process(job: Job) {
    await send(job.data);
  }
}

// ok: require-job-failure-handler
@Processor('video')
export class VideoProcessor extends WorkerHost {
  async process(job: Job) {
    await send(job.data);
  }

  @OnWorkerEvent('failed')
  onFailed(job: Job, err: Error) {
    console.error('video failed', job.id, err);
  }
}
