import { BellRing, CloudOff } from 'lucide-react';
import { useHotGigs } from './HotGigsProvider';

export interface ListEmptyProps {
  title: string;
  hint: string;
}

export interface ListErrorProps {
  onRetry: () => void;
}

export function ListLoading() {
  const { texts } = useHotGigs();
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

export function ListEmpty({ title, hint }: ListEmptyProps) {
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

export function ListError({ onRetry }: ListErrorProps) {
  const { texts } = useHotGigs();
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
