import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useHttp } from '../../../api/ApiContext';
import { shareCandidate, type Share } from '../../../api/shares';
import { useMutationOnce } from '../../../api/useMutationOnce';
import { texts } from '../../../texts';
import { Dialog } from '../../../ui/Dialog';
import { FormField } from '../../../ui/FormField';
import { problemOf } from '../../../ui/problemOf';
import { RecruiterPicker } from './RecruiterPicker';

interface ShareDialogProps {
  candidateId: string;
  name: string;
  shares: readonly Share[];
  onClose: () => void;
}

/** With whom, and why. Sharing again with the same recruiter changes what it says and tells nobody twice. */
export function ShareDialog({ candidateId, name, shares, onClose }: ShareDialogProps) {
  const http = useHttp();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState('');
  const [notes, setNotes] = useState('');
  const sharing = useMutationOnce({
    mutationFn: () => shareCandidate(http, { candidateId, recruiterIds: [...chosen], reason, notes }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['shares', candidateId] });
      onClose();
    },
  });

  const toggle = (id: string) =>
    setChosen((current) => {
      const next = new Set(current);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    sharing.mutate();
  };
  const problem = problemOf(sharing.error);
  return (
    <Dialog title={texts.sharing.title(name)} onClose={onClose}>
      <form className="share-form" onSubmit={submit}>
        <RecruiterPicker
          chosen={chosen}
          sharedWith={new Set(shares.map((share) => share.recruiter_id))}
          onToggle={toggle}
        />
        <FormField label={texts.sharing.reason} hint={texts.sharing.reasonHint}>
          {({ id, describedBy }) => (
            <input
              id={id}
              className="input"
              aria-describedby={describedBy}
              maxLength={2000}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          )}
        </FormField>
        <FormField label={texts.sharing.notes}>
          {({ id }) => (
            <textarea id={id} className="input" maxLength={2000} value={notes} onChange={({ target }) => setNotes(target.value)} />
          )}
        </FormField>
        {problem !== null && (
          <p className="problem" role="alert">
            {problem}
          </p>
        )}
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            {texts.cancel}
          </button>
          <button type="submit" className="button button-primary" disabled={chosen.size === 0 || sharing.isPending}>
            {sharing.isPending ? texts.sharing.sharing : texts.sharing.submit}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
