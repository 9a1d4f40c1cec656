import { texts } from '../texts';
import { Dialog } from './Dialog';

interface ConfirmDialogProps {
  title: string;
  hint: string;
  confirm: string;
  /** Whether something is lost by it. */
  isDangerous?: boolean;
  busy: boolean;
  problem: string | null;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before what cannot be undone. */
export function ConfirmDialog({ title, hint, confirm, isDangerous = true, busy, problem, onConfirm, onClose }: ConfirmDialogProps) {
  return (
    <Dialog title={title} onClose={onClose}>
      <p className="dialog-hint">{hint}</p>
      {problem !== null && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <div className="dialog-actions">
        <button type="button" className="button" onClick={onClose}>
          {texts.cancel}
        </button>
        <button type="button" className={`button ${isDangerous ? 'button-danger' : 'button-primary'}`} disabled={busy} onClick={onConfirm}>
          {confirm}
        </button>
      </div>
    </Dialog>
  );
}
