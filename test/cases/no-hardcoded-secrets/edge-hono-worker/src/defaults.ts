// @complete: no-hardcoded-secrets
export const mark = 'Lark-over-Fen-20-19';
export const maxSlugLength = 32;
