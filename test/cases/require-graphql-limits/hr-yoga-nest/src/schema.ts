export const schema = {} as never;
