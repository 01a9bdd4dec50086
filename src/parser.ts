import { getTypescriptParser, type Parser } from './project/typescript-parser.js';

/** The TypeScript parser that comes with the plugin, for `languageOptions.parser`: it works beside TypeScript 7 too. */
const parser: Parser = getTypescriptParser();

export = parser;
