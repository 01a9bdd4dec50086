export const orderBy = (column: string, direction: string) => `ORDER BY ${column} ${direction}`;

export const softDeleted = (alias: string) => `${alias}.deleted_at IS NOT NULL`;

export const RECENT = "occurred_at > now() - interval '1 day'";
