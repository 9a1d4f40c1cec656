import { useEffect } from 'react';
import { runningImports } from '../client/runningImports';
import { useHotGigs } from './HotGigsProvider';
import { ImportRow } from './ImportRow';
import { useRunningImports } from './useRunningImports';

/** What is on its way to becoming a notification. */
export function InProgress() {
  const { client, texts } = useHotGigs();
  const imports = useRunningImports();
  // Another device may have begun some since.
  useEffect(() => void client.feature(runningImports).refresh(), [client]);
  if (imports.length === 0) return null;
  return (
    <section className="hg-in-progress" aria-label={texts.progress.title}>
      <h3 className="hg-in-progress-title">
        {texts.progress.title}
        <span className="hg-panel-count">{imports.length}</span>
      </h3>
      {/* Scrolls by itself, so it has to be within reach of the keyboard. */}
      <ul className="hg-imports" tabIndex={0} aria-label={texts.progress.title}>
        {imports.map((one) => (
          <ImportRow key={one.id} running={one} />
        ))}
      </ul>
    </section>
  );
}
