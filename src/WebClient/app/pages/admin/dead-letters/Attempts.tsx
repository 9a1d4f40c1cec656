import { RelativeTime } from '../../../../lib/react';
import type { Email } from '../../../api/adminEmails';
import { texts } from '../../../texts';

const { deadLetters: words } = texts.admin;

/** Every try to send an email and what the mail server said, the latest first. */
export function Attempts({ attempts }: Pick<Email, 'attempts'>) {
  if (attempts.length === 0) return null;
  return (
    <details className="attempts">
      <summary>{words.attempts(attempts.length)}</summary>
      <ol>
        {attempts.toReversed().map(({ at, error, before_requeue: isEarlier }) => (
          <li key={at}>
            <span className="attempt-error">{words.attempt(error)}</span>
            <span>
              <RelativeTime value={at} />
              {isEarlier && `, ${words.earlier}`}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
