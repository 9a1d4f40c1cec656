import type { ResumeState } from '../client/frames';
import type { Texts } from '../texts/en';
import { useHotGigs } from './HotGigsProvider';

/** Where each named step of the import begins, in percent. */
const stepStarts = [0, 10, 20, 60, 80, 90, 100];

export interface ResumeProgressProps {
  filename: string;
  /** Of `useResumeProgress`. */
  progress: ResumeState | undefined;
}

/** A bar that moves through the steps of the import, and says which one it is in. */
export function ResumeProgress({ filename, progress }: ResumeProgressProps) {
  const { texts } = useHotGigs();
  const percent = progress?.progress ?? 0;
  const status = progress?.status ?? 'uploaded';
  const step = stepOf(progress, texts);
  return (
    <div className="hg-progress" data-status={status}>
      <div
        className="hg-progress-track"
        role="progressbar"
        aria-label={texts.progress.label(filename)}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        aria-valuetext={texts.progress.value(percent, step)}
      >
        <span className="hg-progress-fill" style={{ inlineSize: `${percent}%` }} />
        {stepStarts.slice(1, -1).map((start) => (
          <span
            key={start}
            className="hg-progress-mark"
            data-passed={percent >= start}
            style={{ insetInlineStart: `${start}%` }}
          />
        ))}
      </div>
      <div className="hg-progress-text" aria-hidden="true">
        <span>{step}</span>
        <span className="hg-progress-percent">{percent} %</span>
      </div>
    </div>
  );
}

function stepOf(progress: ResumeState | undefined, texts: Texts): string {
  if (progress?.status === 'failed') return texts.progress.failed;
  if (progress?.status === 'gone') return texts.progress.gone;
  return progress?.current_step ? texts.progress.step(progress.current_step) : texts.progress.waiting;
}
