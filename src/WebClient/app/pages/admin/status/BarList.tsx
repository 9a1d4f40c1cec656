import { texts } from '../../../texts';

export interface Bar {
  key: string;
  label: string;
  value: number;
}

interface BarListProps {
  label: string;
  bars: readonly Bar[];
  empty: string;
  /** What to say of those that are too many to show. */
  more: (n: number) => string;
}

const shown = 8;

/** Figures side by side, the largest first. */
export function BarList({ label, bars, empty, more }: BarListProps) {
  if (bars.length === 0) return <p className="card-empty">{empty}</p>;
  const sorted = [...bars].sort((left, right) => right.value - left.value);
  const max = sorted[0]!.value;
  return (
    <>
      <ul className="bars" aria-label={label}>
        {sorted.slice(0, shown).map((bar) => (
          <li key={bar.key}>
            <span className="bar-label">{bar.label}</span>
            <span className="bar-value">{texts.admin.count(bar.value)}</span>
            <span className="bar-track" aria-hidden="true">
              <span style={{ inlineSize: `${max === 0 ? 0 : (bar.value / max) * 100}%` }} />
            </span>
          </li>
        ))}
      </ul>
      {sorted.length > shown && <p className="form-hint">{more(sorted.length - shown)}</p>}
    </>
  );
}
