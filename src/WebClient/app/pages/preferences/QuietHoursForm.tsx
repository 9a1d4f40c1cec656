import type { PreferencesChange, QuietHours } from '../../api/preferences';
import { texts } from '../../texts';
import { Select } from '../../ui/Select';
import { TimeField } from './TimeField';

interface QuietHoursFormProps {
  quiet: QuietHours;
  onChange: (change: PreferencesChange) => void;
}

const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

const zonesWith = (zone: string) =>
  [...new Set([zone, ownZone, 'UTC', ...Intl.supportedValuesOf('timeZone')])].sort();

export function QuietHoursForm({ quiet, onChange }: QuietHoursFormProps) {
  const change = (quiet_hours: Partial<QuietHours>) => onChange({ quiet_hours });
  // Whoever has never chosen a time zone lives in that of their browser.
  const enable = (enabled: boolean) =>
    change({ enabled, ...(enabled && quiet.time_zone === 'UTC' && { time_zone: ownZone }) });

  return (
    <section className="panel" aria-labelledby="quiet-hours">
      <h2 id="quiet-hours">{texts.preferences.quiet.title}</h2>
      <p className="panel-hint">{texts.preferences.quiet.hint}</p>
      <label className="check-line">
        <input
          type="checkbox"
          className="checkbox"
          checked={quiet.enabled}
          onChange={(event) => enable(event.target.checked)}
        />
        {texts.preferences.quiet.enabled}
      </label>
      {quiet.enabled && (
        <div className="field-line">
          <TimeField label={texts.preferences.quiet.start} value={quiet.start} onChange={(start) => change({ start })} />
          <TimeField label={texts.preferences.quiet.end} value={quiet.end} onChange={(end) => change({ end })} />
          <label className="field">
            <span>{texts.preferences.quiet.zone}</span>
            <Select
              label={texts.preferences.quiet.zone}
              value={quiet.time_zone}
              onChange={(time_zone) => change({ time_zone })}
            >
              {zonesWith(quiet.time_zone).map((zone) => (
                <option key={zone} value={zone}>
                  {zone.replaceAll('_', ' ')}
                </option>
              ))}
            </Select>
          </label>
        </div>
      )}
    </section>
  );
}
