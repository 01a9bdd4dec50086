// @complete: no-hardcoded-secrets
export * from './material';
export { TokenType } from './constants';
