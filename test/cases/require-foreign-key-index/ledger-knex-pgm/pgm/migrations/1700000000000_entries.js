// @complete: require-foreign-key-index
export const up = (pgm) => {
  pgm.createTable('entries', {
    id: 'id',
    // bad: require-foreign-key-index
    // fix: require-foreign-key-index
    account_id: { type: 'integer', notNull: true, references: 'accounts', onDelete: 'CASCADE' },
    // ok: require-foreign-key-index
    batch_id: { type: 'integer', references: '"batches"(id)' },
    // ok: require-foreign-key-index
    receipt_id: { type: 'integer', unique: true, references: 'receipts' },
  });
  pgm.createIndex('entries', ['batch_id', 'id']);
  pgm.addColumns('entries', {
    // ok: require-foreign-key-index
    import_id: { type: 'integer', references: 'imports' },
  });
  pgm.createIndex('entries', 'import_id');
};
