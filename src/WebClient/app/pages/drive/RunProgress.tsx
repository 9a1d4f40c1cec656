import { texts } from '../../texts';
import { BatchBody } from '../upload/BatchBody';
import { useBatch } from '../upload/useBatch';

/** The resumes of a run, which are a batch like any other. */
export function RunProgress({ batchId, folderName }: { batchId: string; folderName: string }) {
  const batch = useBatch(batchId);
  return (
    <div className="batch-body">
      <BatchBody name={texts.drive.importOf(folderName)} batch={batch} />
    </div>
  );
}
