export const boardKey = (tenant: string, id: string) => `board:${tenant}:${id}`;
export const bareKey = (id: string) => id;
