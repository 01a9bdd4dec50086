export const receive = async () => [];
export const handle = async () => {};
export const acknowledge = async () => {};
export const statusOf = async () => 'done';
export const page = async () => ({ rows: [], cursor: undefined });
