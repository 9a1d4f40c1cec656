import { Cloud } from 'lucide-react';
import { useHttp } from '../../api/ApiContext';
import { getConsentUrl } from '../../api/drive';
import { useMutationOnce } from '../../api/useMutationOnce';
import { texts } from '../../texts';
import { problemOf } from '../../ui/problemOf';

export function ConnectCard() {
  const http = useHttp();
  const connecting = useMutationOnce({
    mutationFn: () => getConsentUrl(http),
    onSuccess: (url) => window.location.assign(url),
  });
  const problem = problemOf(connecting.error);
  return (
    <section className="panel" aria-labelledby="drive-connect">
      <h2 id="drive-connect">{texts.drive.connectTitle}</h2>
      <p className="panel-hint">{texts.drive.connectHint}</p>
      {problem !== null && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <button
        type="button"
        className="button button-primary"
        disabled={connecting.isPending || connecting.isSuccess}
        onClick={() => connecting.mutate()}
      >
        <Cloud size={15} aria-hidden="true" />
        {connecting.isPending || connecting.isSuccess ? texts.drive.connecting : texts.drive.connect}
      </button>
    </section>
  );
}
