import { axisX, axisY, barX, plot, ruleX, text } from '@observablehq/plot';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** One stretch of a bar. */
export interface Part {
  readonly row: string;
  readonly kind: string;
  readonly count: number;
}

interface Props {
  readonly title: string;
  readonly parts: readonly Part[];
  /** The kinds in the order in which they stand in a bar, each with the words for it and the class that paints it. */
  readonly kinds: readonly { readonly kind: string; readonly label: string; readonly class: string }[];
  /** Bars as shares of the same length. */
  readonly isShare?: boolean;
  readonly labelWidth: number;
  readonly onChoose?: (row: string, kind: string | null) => void;
}

const ROW = 24;
const WIDTH = 520;

/**
 * Bars, and the same figures as a table below: for those who can't see the bars, and for going on to what a figure
 * counts by the keyboard.
 */
export function Bars({ title, parts, kinds, isShare = false, labelWidth, onChoose }: Props) {
  const holder = useRef<HTMLDivElement>(null);
  const rows = [...new Set(parts.map(({ row }) => row))];
  const countOf = (row: string, kind: string): number =>
    parts.filter((part) => part.row === row && part.kind === kind).reduce((sum, { count }) => sum + count, 0);
  const summaryOf = (row: string): string =>
    kinds
      .map(({ kind, label }) => [countOf(row, kind), label] as const)
      .filter(([count]) => count > 0)
      .map(([count, label]) => `${count} ${label}`)
      .join(', ');
  useLayoutEffect(() => {
    const order = new Map(kinds.map(({ kind }, index) => [kind, index]));
    const totals = rows.map((row) => ({ row, count: kinds.reduce((sum, { kind }) => sum + countOf(row, kind), 0) }));
    const chart = plot({
      width: WIDTH,
      height: rows.length * ROW + 16,
      marginLeft: labelWidth,
      marginRight: isShare ? 8 : 44,
      marginTop: 4,
      marginBottom: 12,
      x: isShare ? { axis: null, domain: [0, 1] } : { axis: null },
      y: { domain: rows, label: null, padding: 0.28 },
      style: { background: 'transparent', color: 'currentColor', fontSize: '12px', overflow: 'visible' },
      marks: [
        ...kinds.map((kind) =>
          barX(
            stacked(parts, rows, order, isShare).filter((each) => each.kind === kind.kind),
            {
              x1: 'from',
              x2: 'to',
              y: 'row',
              className: `bar ${kind.class}`,
              title: (each: Stretch) => tip(each, kind.label),
              rx: 1,
            },
          ),
        ),
        ...(isShare ? [] : [text(totals, { x: 'count', y: 'row', text: 'count', dx: 6, textAnchor: 'start' })]),
        ruleX([0]),
        axisY({ tickSize: 0, label: null, lineWidth: Math.floor(labelWidth / 6.4), textOverflow: 'ellipsis' }),
        axisX({ ticks: 0, label: null }),
      ],
    });
    chart.setAttribute('aria-hidden', 'true');
    holder.current?.replaceChildren(chart);
  });
  return (
    <figure class="plot">
      <figcaption>{title}</figcaption>
      {rows.length === 0 ? <p class="muted">None.</p> : <div ref={holder} class="bars" />}
      {rows.length === 0 ? null : (
        <details>
          <summary>{`${title} as a list`}</summary>
          <ul class="plain-list">
            {rows.map((row) => (
              <li key={row}>
                {onChoose ? (
                  <button type="button" class="link" onClick={() => onChoose(row, null)}>
                    {row}
                  </button>
                ) : (
                  row
                )}
                {`: ${summaryOf(row)}`}
              </li>
            ))}
          </ul>
        </details>
      )}
    </figure>
  );
}

interface Stretch extends Part {
  readonly from: number;
  readonly to: number;
}

const tip = ({ row, count }: Stretch, label: string): string => `${row}: ${count} ${label}`;

/** Parts of each row beside each other. */
function stacked(
  parts: readonly Part[],
  rows: readonly string[],
  order: ReadonlyMap<string, number>,
  isShare: boolean,
): Stretch[] {
  return rows.flatMap((row) => {
    const own = parts
      .filter((part) => part.row === row && part.count > 0)
      .sort((a, b) => (order.get(a.kind) ?? 0) - (order.get(b.kind) ?? 0));
    const whole = isShare ? own.reduce((sum, { count }) => sum + count, 0) : 1;
    let at = 0;
    return own.map((part) => {
      const from = at;
      at += part.count / whole;
      return { ...part, from, to: at };
    });
  });
}
