import { useEffect } from 'react';
import { runningImports, type RunningImport } from '../client/runningImports';
import { useHotGigs } from './HotGigsProvider';
import { ImportRow } from './ImportRow';
import { useRunningImports } from './useRunningImports';

export interface InProgressSectionProps {
  /** Newest first; never empty. */
  imports: readonly RunningImport[];
}

/** What is on its way to becoming a notification. */
export function InProgress() {
  const { client, parts } = useHotGigs();
  const imports = useRunningImports();
  // Another device may have begun some since.
  useEffect(() => void client.feature(runningImports).refresh(), [client]);
  const { InProgress: Section = InProgressSection } = parts;
  return imports.length === 0 ? null : <Section imports={imports} />;
}

function InProgressSection({ imports }: InProgressSectionProps) {
  const { texts, parts } = useHotGigs();
  const { Import = ImportRow } = parts;
  return (
    <section className="hg-in-progress" aria-label={texts.progress.title}>
      <h2 className="hg-in-progress-title">
        {texts.progress.title}
        <span className="hg-panel-count">{imports.length}</span>
      </h2>
      {/* Scrolls by itself, so it has to be within reach of the keyboard. */}
      <ul className="hg-imports" tabIndex={0} aria-label={texts.progress.title}>
        {imports.map((one) => (
          <Import key={one.id} running={one} />
        ))}
      </ul>
    </section>
  );
}
