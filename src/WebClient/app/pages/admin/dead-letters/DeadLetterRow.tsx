import { presenterOf, RelativeTime } from '../../../../lib/react';
import type { Email } from '../../../api/adminEmails';
import { texts } from '../../../texts';
import { Attempts } from './Attempts';

interface DeadLetterRowProps {
  /** As it was given up. */
  email: Email;
  /** As it is now. */
  latest: Email;
  /** Whether it has been sent again here. */
  isRequeued: boolean;
  isBusy: boolean;
  problem: string | null;
  onRequeue: () => void;
}

const { deadLetters: words } = texts.admin;

export function DeadLetterRow({ email, latest, isRequeued, isBusy, problem, onRequeue }: DeadLetterRowProps) {
  const givenUp = latest.status === 'dead' ? latest : email;
  const { icon: Icon, tone } = presenterOf(latest.type);

  return (
    <li className="dead-letter" tabIndex={-1} data-testid="dead-letter" data-status={latest.status}>
      <span className="hg-item-icon" data-tone={tone} aria-hidden="true">
        <Icon size={17} strokeWidth={2} />
      </span>
      <div className="dead-letter-body">
        <p className="dead-letter-title">
          <strong>{latest.title}</strong> <span>{words.to(latest.user_id)}</span>
        </p>
        <p className="dead-letter-reason">{latest.reason ?? (latest.status === 'dead' ? words.noReason : null)}</p>
        <p className="dead-letter-facts">
          {words.givenUp} <RelativeTime value={givenUp.ended_at ?? givenUp.created_at} />
        </p>
        <Attempts attempts={latest.attempts} />
        {problem !== null && (
          <p className="form-error" role="alert">
            {problem}
          </p>
        )}
      </div>
      <div className="dead-letter-action" role="status">
        {isRequeued && (
          <span className="chip" data-status={latest.status}>
            {words.states[latest.status]}
          </span>
        )}
        {latest.status === 'dead' && (
          <button
            type="button"
            className="button button-small"
            aria-label={words.againLabel(latest.title, latest.user_id)}
            disabled={isBusy}
            onClick={(event) => {
              // The button goes: whoever works through the list by keyboard stays where they are.
              event.currentTarget.closest('li')?.focus();
              onRequeue();
            }}
          >
            {words.again}
          </button>
        )}
      </div>
    </li>
  );
}
