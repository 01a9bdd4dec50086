import type { LibraryType } from '../../model/entity.js';
import type { BackendFile } from '../../model/file.js';
import type { Library } from '../../model/library.js';
import type { TransactionJoin } from '../../model/transaction.js';

/** How the queries of a library come to stand inside a transaction of it, in this project. */
export function joinOf(library: Library, type: LibraryType | null, file: BackendFile): TransactionJoin {
  switch (library.name) {
    // https://sequelize.org/docs/v6/other-topics/transactions/#automatically-pass-transactions-to-all-queries
    case 'sequelize':
      return isSaid(file, /\.useCLS\(/) ? 'ambient' : 'option';
    // https://mongoosejs.com/docs/transactions.html#asynclocalstorage
    case 'mongoose':
      return isSaid(file, /transactionAsyncLocalStorage['"]?\s*[,:]\s*true/) ? 'ambient' : 'option';
    case 'mongodb':
    case 'objection':
      return 'option';
    // https://www.npmjs.com/package/typeorm-transactional
    case 'typeorm':
      return isSaid(file, /\binitializeTransactionalContext\(/) ? 'ambient' : 'client';
    // MikroORM's managers look for the transaction in an AsyncLocalStorage; SQLite has one connection.
    case 'mikro-orm':
    case 'better-sqlite3':
    case 'node-sqlite':
    case 'sqlite3':
    case 'sqlite':
      return 'ambient';
    default:
      return type?.library.name === 'mongodb' ? 'option' : 'client';
  }
}

/** Whether the project's own code, tests left out, says something. */
const isSaid = (file: BackendFile, text: RegExp): boolean =>
  text.test(file.text) ||
  file.project
    .filesMentioning(file.path, text)
    .some((path) => !/\.(?:test|spec)\.|[\\/](?:tests?|__tests__)[\\/]/.test(path));
