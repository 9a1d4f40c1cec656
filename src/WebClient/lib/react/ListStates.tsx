import { BellRing, CloudOff } from 'lucide-react';
import { texts } from '../texts';

export function ListLoading() {
  return (
    <div className="hg-skeletons" role="status" aria-label={texts.loading}>
      {[0, 1, 2, 3].map((row) => (
        <div key={row} className="hg-skeleton-row" aria-hidden="true">
          <span className="hg-skeleton hg-skeleton-icon" />
          <span className="hg-skeleton-lines">
            <span className="hg-skeleton" />
            <span className="hg-skeleton" />
          </span>
        </div>
      ))}
    </div>
  );
}

export function ListEmpty({ title = texts.emptyTitle, hint = texts.emptyHint }: { title?: string; hint?: string }) {
  return (
    <div className="hg-state">
      <span className="hg-state-icon" aria-hidden="true">
        <BellRing size={22} strokeWidth={1.75} />
      </span>
      <p className="hg-state-title">{title}</p>
      <p className="hg-state-hint">{hint}</p>
    </div>
  );
}

export function ListError({ onRetry }: { onRetry: () => void }) {
  return (
    <div className="hg-state" role="alert">
      <span className="hg-state-icon" aria-hidden="true">
        <CloudOff size={22} strokeWidth={1.75} />
      </span>
      <p className="hg-state-title">{texts.loadFailed}</p>
      <button type="button" className="hg-button" onClick={onRetry}>
        {texts.tryAgain}
      </button>
    </div>
  );
}
