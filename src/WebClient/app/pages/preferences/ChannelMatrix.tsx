import { en, labelOf, notificationTypes, presenters } from '../../../lib/react';
import type { DeliveryChannel, Preferences, PreferencesChange } from '../../api/preferences';
import { texts } from '../../texts';

interface ChannelMatrixProps {
  preferences: Preferences;
  onChange: (change: PreferencesChange) => void;
}

const offered = ['in_app', 'browser', 'email'] as const satisfies readonly DeliveryChannel[];

/** Every kind of notification by every way it can come. */
export function ChannelMatrix({ preferences, onChange }: ChannelMatrixProps) {
  return (
    <table className="channel-matrix">
      <caption className="visually-hidden">{texts.preferences.matrix}</caption>
      <thead>
        <tr>
          <th scope="col">{texts.preferences.kind}</th>
          {offered.map((channel) => (
            <th key={channel} scope="col">
              {texts.preferences.channels[channel]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {notificationTypes
          .filter((type) => type in preferences.types)
          .map((type) => {
            const choices = preferences.types[type];
            const { icon: Icon, tone } = presenters[type];
            const label = labelOf(type, en);
            return (
              <tr key={type}>
                <th scope="row">
                  <span className="matrix-kind" data-tone={tone}>
                    <Icon size={16} aria-hidden="true" />
                    {label}
                  </span>
                  {choices.is_critical && <small>{texts.preferences.critical}</small>}
                </th>
                {offered.map((channel) => (
                  <td key={channel}>
                    <input
                      type="checkbox"
                      className="checkbox"
                      aria-label={texts.preferences.choice(label, texts.preferences.channels[channel])}
                      checked={choices[channel]}
                      disabled={channel === 'in_app' && choices.is_critical}
                      onChange={(event) => onChange({ types: { [type]: { [channel]: event.target.checked } } })}
                    />
                  </td>
                ))}
              </tr>
            );
          })}
      </tbody>
    </table>
  );
}
