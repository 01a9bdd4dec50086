/**
 * Arrow keys in a table of buttons, as in the grid pattern of ARIA (https://www.w3.org/WAI/ARIA/apg/patterns/grid/): the
 * table is one stop of the Tab key, and the arrows, Home, End and the page keys go from cell to cell.
 */
const TARGET = '[data-cell]';
const PAGE = 12;

const targetsIn = (row: Element | undefined): HTMLElement[] =>
  row ? [...row.querySelectorAll<HTMLElement>(TARGET)] : [];

/** The cell that Tab leads to; there is always one. */
export function keepOneStop(body: HTMLElement | null): void {
  if (!body || body.querySelector(`${TARGET}[tabindex="0"]`)) return;
  body.querySelector<HTMLElement>(TARGET)?.setAttribute('tabindex', '0');
}

export function onGridFocus(event: FocusEvent): void {
  const body = event.currentTarget as HTMLElement;
  const cell = (event.target as HTMLElement).closest<HTMLElement>(TARGET);
  if (!cell) return;
  for (const other of body.querySelectorAll(`${TARGET}[tabindex="0"]`))
    if (other !== cell) other.setAttribute('tabindex', '-1');
  cell.setAttribute('tabindex', '0');
}

export function onGridKey(event: KeyboardEvent): void {
  const cell = (event.target as HTMLElement).closest<HTMLElement>(TARGET);
  const row = cell?.closest('tr');
  if (!cell || !row || event.altKey || event.metaKey) return;
  const rows = [...row.parentElement!.children];
  const [y, cells] = [rows.indexOf(row), targetsIn(row)];
  const x = cells.indexOf(cell);
  const next = (() => {
    switch (event.key) {
      case 'ArrowRight':
        return cells[x + 1];
      case 'ArrowLeft':
        return cells[x - 1];
      case 'ArrowDown':
        return targetsIn(rows[y + 1])[x];
      case 'ArrowUp':
        return targetsIn(rows[y - 1])[x];
      case 'PageDown':
        return targetsIn(rows[Math.min(y + PAGE, rows.length - 1)])[x];
      case 'PageUp':
        return targetsIn(rows[Math.max(y - PAGE, 0)])[x];
      case 'Home':
        return event.ctrlKey ? targetsIn(rows[0])[0] : cells[0];
      case 'End':
        return event.ctrlKey ? targetsIn(rows.at(-1)).at(-1) : cells.at(-1);
      default:
        return null;
    }
  })();
  if (next === null) return;
  event.preventDefault();
  next?.focus();
  next?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
