import { texts } from '../../../texts';
import { BarList } from './BarList';

const { status: words } = texts.admin;

/** Why connections ended since the server started. */
export function ClosedCard({ closed }: { closed: Readonly<Record<string, number>> }) {
  const bars = Object.entries(closed).map(([code, value]) => ({
    key: code,
    label: words.closeCodes[code] ?? words.otherClose(code),
    value,
  }));
  return (
    <section className="panel" aria-labelledby="closed">
      <h2 id="closed">{words.closedTitle}</h2>
      <BarList label={words.closedTitle} bars={bars} empty={words.closedEmpty} more={words.closedMore} />
    </section>
  );
}
