import { texts } from '../texts';

export function Loading() {
  return (
    <div className="loading" role="status" aria-label={texts.loadingPage}>
      <span className="spinner" aria-hidden="true" />
    </div>
  );
}
