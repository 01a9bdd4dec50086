export const options = { origin: '*', credentials: true };
