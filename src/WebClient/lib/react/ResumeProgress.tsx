import type { ResumeState, ResumeStatus } from '../client/frames';
import { texts } from '../texts';

/** Where each named step of the import begins, in percent. */
const stepStarts = [0, 10, 20, 60, 80, 90, 100];

/** What is said in place of a step once there is none. */
const ended: Partial<Record<ResumeStatus, string>> = { failed: texts.progress.failed, gone: texts.progress.gone };

/** A bar that moves through the steps of the import, and says which one it is in. */
export function ResumeProgress({ filename, progress }: { filename: string; progress: ResumeState | undefined }) {
  const percent = progress?.progress ?? 0;
  const status = progress?.status ?? 'uploaded';
  const step = ended[status] ?? progress?.current_step ?? texts.progress.waiting;
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
        <span className="hg-progress-fill" style={{ width: `${percent}%` }} />
        {stepStarts.slice(1, -1).map((start) => (
          <span key={start} className="hg-progress-mark" data-passed={percent >= start} style={{ left: `${start}%` }} />
        ))}
      </div>
      <div className="hg-progress-text" aria-hidden="true">
        <span>{step}</span>
        <span className="hg-progress-percent">{percent} %</span>
      </div>
    </div>
  );
}
