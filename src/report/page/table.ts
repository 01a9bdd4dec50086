import {
  columnFilteringFeature,
  constructTable,
  createColumnHelper,
  createFilteredRowModel,
  createSortedRowModel,
  globalFilteringFeature,
  rowSortingFeature,
  tableFeatures,
  type ColumnDef,
  type RowData,
} from '@tanstack/table-core';
import { storeReactivityBindings } from '@tanstack/table-core/store-reactivity-bindings';
import { useLayoutEffect, useReducer, useState } from 'preact/hooks';

/** What every table of the page can: sort by columns, filter by columns, search. */
export const features = tableFeatures({
  coreReactivityFeature: storeReactivityBindings(),
  columnFilteringFeature,
  globalFilteringFeature,
  rowSortingFeature,
  filteredRowModel: createFilteredRowModel(),
  sortedRowModel: createSortedRowModel(),
});

export const columnsFor = <Row extends RowData>() => createColumnHelper<typeof features, Row>();

interface Setup<Row extends RowData> {
  readonly data: readonly Row[];
  readonly columns: readonly ColumnDef<typeof features, Row>[];
  /** All that the search looks at, in lower case. */
  readonly textOf: (row: Row) => string;
  readonly sorting?: { readonly id: string; readonly desc: boolean }[];
}

const make = <Row extends RowData>({ data, columns, textOf, sorting = [] }: Setup<Row>) => {
  const texts = new Map<Row, string>();
  const text = (row: Row): string => {
    let known = texts.get(row);
    if (known === undefined) texts.set(row, (known = textOf(row).toLowerCase()));
    return known;
  };
  const [first] = columns;
  return constructTable({
    features,
    data,
    columns,
    initialState: { sorting },
    // The search looks at the row as a whole, once.
    getColumnCanGlobalFilter: (column) => column.id === first?.id,
    globalFilterFn: (row, _id, words: unknown) =>
      (words as readonly string[]).every((word) => text(row.original).includes(word)),
    enableMultiSort: false,
    sortDescFirst: false,
  });
};

/** A table that draws its owner anew when what it shows changes. */
export function useTable<Row extends RowData>(setup: Setup<Row>) {
  const [table] = useState(() => make(setup));
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  // Before the owner's own effects, which set the first filters.
  useLayoutEffect(() => {
    const { unsubscribe } = table.store.subscribe(() => {
      redraw(undefined);
    });
    return unsubscribe;
  }, [table]);
  return table;
}

/** The search as words, all of which must be found. */
export const wordsOf = (search: string): string[] | undefined => {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return words.length > 0 ? words : undefined;
};
