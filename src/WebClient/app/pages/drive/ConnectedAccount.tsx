import { useQueryClient } from '@tanstack/react-query';
import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { RelativeTime } from '../../../lib/react';
import { useHttp } from '../../api/ApiContext';
import { disconnectDrive, type DriveStatus } from '../../api/drive';
import { useMutationOnce } from '../../api/useMutationOnce';
import { texts } from '../../texts';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { problemOf } from '../../ui/problemOf';

export function ConnectedAccount({ status }: { status: DriveStatus }) {
  const http = useHttp();
  const queries = useQueryClient();
  const [asks, setAsks] = useState(false);
  const leaving = useMutationOnce({
    mutationFn: () => disconnectDrive(http),
    onSuccess: async () => {
      setAsks(false);
      await queries.invalidateQueries({ queryKey: ['drive'] });
    },
  });
  return (
    <section className="panel drive-account" aria-label={texts.drive.title}>
      <p>
        <CircleCheck size={18} aria-hidden="true" />
        <span>
          <strong>{texts.drive.connectedAs(status.email)}</strong>
          {status.connected_at && (
            <>
              {' '}
              {texts.drive.since} <RelativeTime value={status.connected_at} />
            </>
          )}
        </span>
      </p>
      <button type="button" className="button button-small" onClick={() => setAsks(true)}>
        {texts.drive.disconnect}
      </button>
      {asks && (
        <ConfirmDialog
          title={texts.drive.disconnectTitle}
          hint={texts.drive.disconnectHint}
          confirm={texts.drive.disconnect}
          busy={leaving.isPending}
          problem={problemOf(leaving.error)}
          onConfirm={() => leaving.mutate()}
          onClose={() => setAsks(false)}
        />
      )}
    </section>
  );
}
