import { performance } from 'node:perf_hooks';

/**
 * Caches of this layer live as long as the process and are checked against the disk once per epoch: in an editor,
 * a saved sibling shows at the next look after a short pause, and a command-line run doesn't stat a file for every question.
 */
const MAX_AGE_MS = 30_000;
/** A pause this long ends the epoch: someone has had the time to save a file. A run without pauses is one lint run. */
const PAUSE_MS = 250;
/** A process that parses a large file, collects garbage or has to share its processor doesn't pause, for up to this long. */
const MAX_BUSY_MS = 2_000;

let epoch = 1;
let begunAt = Date.now();
let askedAt = begunAt;
let rested = 0;
const drops: (() => void)[] = [];

/** The running epoch. What was checked in this epoch counts as fresh; what was checked earlier is looked at again. */
export function currentEpoch(): number {
  const now = Date.now();
  // A clock that was set back must not freeze the caches.
  if (now - begunAt > MAX_AGE_MS || now < askedAt || (now - askedAt > PAUSE_MS && hasPaused(now - askedAt))) {
    begunAt = now;
    epoch++;
  }
  askedAt = now;
  return epoch;
}

/** Whether the process waited for something to happen, and didn't just work on something else. */
function hasPaused(time: number): boolean {
  const { idle } = performance.eventLoopUtilization();
  const isRested = idle - rested > PAUSE_MS;
  rested = idle;
  return isRested || time > MAX_BUSY_MS;
}

/** Begins a new epoch at once: what was read from the disk is checked again on its next use. */
export function refreshProject(): void {
  begunAt = Date.now();
  epoch++;
}

/** Registers how a cache is emptied by `forgetProject`. */
export function onForget(drop: () => void): void {
  drops.push(drop);
}

/** Empties every cache of the project layer. */
export function forgetProject(): void {
  for (const drop of drops) drop();
  refreshProject();
}
