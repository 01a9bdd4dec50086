export class AppError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}
export const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
export const isProduction = process.env.NODE_ENV === 'production';
