import type { EmailMode, EmailPreference, PreferencesChange } from '../../api/preferences';
import { texts } from '../../texts';
import { Select } from '../../ui/Select';
import { TimeField } from './TimeField';

interface EmailFormProps {
  email: EmailPreference;
  onChange: (change: PreferencesChange) => void;
}

const modes: readonly EmailMode[] = ['if_unread', 'immediate', 'digest'];
const delays = [5, 15, 30, 60, 240, 1440];

export function EmailForm({ email, onChange }: EmailFormProps) {
  const change = (wanted: Partial<EmailPreference>) => onChange({ email: wanted });

  return (
    <section className="panel" aria-labelledby="email-mode">
      <h2 id="email-mode">{texts.preferences.email.title}</h2>
      <p className="panel-hint">{texts.preferences.email.hint}</p>
      <div className="radio-list" role="radiogroup" aria-labelledby="email-mode">
        {modes.map((mode) => (
          <label key={mode} className="check-line">
            <input
              type="radio"
              name="email-mode"
              className="checkbox"
              checked={email.mode === mode}
              onChange={() => change({ mode })}
            />
            {texts.preferences.email.modes[mode]}
          </label>
        ))}
      </div>
      {email.mode === 'if_unread' && (
        <label className="field">
          <span>{texts.preferences.email.delay}</span>
          <Select
            label={texts.preferences.email.delay}
            value={String(email.delay_minutes)}
            onChange={(minutes) => change({ delay_minutes: Number(minutes) })}
          >
            {[...new Set([...delays, email.delay_minutes])]
              .sort((left, right) => left - right)
              .map((minutes) => (
                <option key={minutes} value={minutes}>
                  {texts.preferences.email.minutes(minutes)}
                </option>
              ))}
          </Select>
        </label>
      )}
      {email.mode === 'digest' && (
        <TimeField
          label={texts.preferences.email.digestTime}
          value={email.digest_time}
          onChange={(digest_time) => change({ digest_time })}
        />
      )}
    </section>
  );
}
