/** What a table of TanStack's says of one of its columns. */
interface Sortable {
  readonly id: string;
  getIsSorted(): false | 'asc' | 'desc';
  toggleSorting(): void;
}

interface Props {
  readonly column: Sortable | undefined;
  readonly label: string;
  readonly title?: string;
  readonly class?: string;
}

const SORTS = { asc: 'ascending', desc: 'descending' } as const;

/** The head of a column, which sorts by it. */
export function SortHead({ column, label, title, class: name }: Props) {
  const sorted = column?.getIsSorted() ?? false;
  return (
    <th scope="col" class={name} aria-sort={sorted === false ? 'none' : SORTS[sorted]}>
      <button type="button" class="sort" title={title} onClick={() => column?.toggleSorting()}>
        <span>{label}</span>
        <span class="arrow" aria-hidden="true">
          {sorted === false ? '' : sorted === 'asc' ? '↑' : '↓'}
        </span>
      </button>
    </th>
  );
}
