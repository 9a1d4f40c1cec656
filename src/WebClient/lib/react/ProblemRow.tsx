import { useHotGigs } from './HotGigsProvider';

export interface ProblemRowProps {
  /** What went wrong, in words. */
  problem: string;
  onDismiss: () => void;
}

export function ProblemRow({ problem, onDismiss }: ProblemRowProps) {
  const { texts } = useHotGigs();
  return (
    <div className="hg-alert" role="alert">
      <span>{problem}</span>
      <button type="button" className="hg-link-button" onClick={onDismiss}>
        {texts.dismiss}
      </button>
    </div>
  );
}
