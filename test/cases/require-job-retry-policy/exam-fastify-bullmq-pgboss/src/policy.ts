export const retries = { attempts: 3, backoff: { type: 'exponential', delay: 500 } };
export const hasty = { attempts: 8 };
