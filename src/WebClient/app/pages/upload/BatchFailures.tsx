import type { BatchFile } from '../../api/resumes';
import { texts } from '../../texts';

/** Each file that became no candidate, and why. */
export function BatchFailures({ files }: { files: readonly BatchFile[] }) {
  const failures = files.filter(({ status }) => status === 'failed');
  if (failures.length === 0) return null;
  return (
    // Scrolls by itself, so it has to be within reach of the keyboard.
    <ul className="batch-failures" aria-label={texts.upload.batch.failedList} tabIndex={0}>
      {failures.map(({ filename, resume_id, error }, index) => (
        // Members of several archives may have the same name.
        <li key={resume_id ?? index}>
          <strong>{filename}</strong>
          <span>{error ?? texts.upload.batch.notReadable}</span>
        </li>
      ))}
    </ul>
  );
}
