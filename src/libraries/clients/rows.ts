/** What clients that take an `AbortSignal` are given to wait no longer than ten seconds. */
export const SIGNAL = 'signal: AbortSignal.timeout(10_000)';
