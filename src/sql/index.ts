export { analyseSql } from './analyse.js';
export { findLimitInsertion, findLimitInsertionInTemplate } from './limit.js';
export { parameterize } from './parameterize.js';
export type { Binding, Parameterized, ParameterizedPiece, ParameterizeOptions, TextEdit } from './parameterize.js';
export { isSqlTemplate, isSqlText } from './recognise.js';
export type * from './types.js';
