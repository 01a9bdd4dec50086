export interface Column {
  id: string;
  label: string;
  sql: string;
}

export const invoiceColumns: Column[] = [
  { id: 'number', label: 'Number', sql: 'i.number' },
  { id: 'issued', label: 'Issued on', sql: 'i.issued_at' },
];

export const orderColumns: Column[] = [...invoiceColumns, { id: 'total', label: 'Total', sql: 'o.total_cents' }];
