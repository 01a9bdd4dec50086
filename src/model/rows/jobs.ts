/** A queue, what is put into it, what takes out of it, and what runs by the clock. */
export interface JobRow {
  /**
   * `enqueue`: a job is put into a queue. `queue`: a queue is made. `work`: a function is registered for the jobs of a
   * queue. `schedule`: a function runs at times.
   */
  readonly does: 'enqueue' | 'queue' | 'work' | 'schedule';
  /** Where the job's options stand: `'2'`; `'0[].opts'` for each item of a list. */
  readonly options?: string;
  /** Where a queue's defaults for its jobs stand, first found wins: `'1.defaultJobOptions'`. */
  readonly defaults?: readonly string[];
  /** The options that name how often a job is tried, and how long between. */
  readonly attempts?: string;
  readonly backoff?: readonly string[];
  /** Jobs are tried again, with growing pauses, without being told to. */
  readonly retriesItself?: true;
  /** Where the function stands that runs. */
  readonly handler?: string;
  /** The event that tells of a job that failed: `failed`. */
  readonly failure?: string;
}
