import { ChevronLeft, ChevronRight } from 'lucide-react';
import { texts } from '../texts';

interface PagerProps {
  page: number;
  pageSize: number;
  total: number;
  onPage: (page: number) => void;
}

export function Pager({ page, pageSize, total, onPage }: PagerProps) {
  if (total <= pageSize) return null;
  const from = (page - 1) * pageSize + 1;
  const to = Math.min(total, page * pageSize);
  return (
    <nav className="pager" aria-label={texts.pager.label}>
      <span className="pager-range">{texts.pager.range(from, to, total)}</span>
      <button type="button" className="button button-small" disabled={page === 1} onClick={() => onPage(page - 1)}>
        <ChevronLeft size={15} aria-hidden="true" />
        {texts.pager.previous}
      </button>
      <button type="button" className="button button-small" disabled={to >= total} onClick={() => onPage(page + 1)}>
        {texts.pager.next}
        <ChevronRight size={15} aria-hidden="true" />
      </button>
    </nav>
  );
}
