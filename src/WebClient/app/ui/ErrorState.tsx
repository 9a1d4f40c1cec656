import { CloudOff } from 'lucide-react';
import { ApiError } from '../../lib/react';
import { texts } from '../texts';
import { State } from './State';

interface ErrorStateProps {
  title: string;
  error: unknown;
  isPage?: boolean;
  onRetry: () => void;
}

/** Says what failed, in the server's words where it gave any, and offers to try again. */
export function ErrorState({ title, error, isPage, onRetry }: ErrorStateProps) {
  const known = error instanceof ApiError ? error : null;
  const fieldErrors = Object.values(known?.fieldErrors ?? {}).flat();
  return (
    <State isPage={isPage} icon={CloudOff} title={title} hint={known?.detail ?? texts.unreachable} role="alert">
      {fieldErrors.length > 0 && (
        <ul className="field-errors">
          {fieldErrors.map((message) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      )}
      <button type="button" className="button" onClick={onRetry}>
        {texts.tryAgain}
      </button>
    </State>
  );
}
