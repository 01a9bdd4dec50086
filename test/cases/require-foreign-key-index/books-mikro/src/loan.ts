// @complete: require-foreign-key-index
import { EntitySchema } from '@mikro-orm/core';
import { Book } from './book';

export interface Loan {
  id: number;
  book: Book;
  copy: Book;
}

export const LoanSchema = new EntitySchema<Loan>({
  name: 'Loan',
  properties: {
    id: { type: 'number', primary: true },
    // bad: require-foreign-key-index
    book: { kind: 'm:1', entity: () => Book },
    // ok: require-foreign-key-index
    copy: { kind: 'm:1', entity: () => Book, index: true },
  },
});
