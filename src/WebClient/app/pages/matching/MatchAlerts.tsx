import { Sparkles, X } from 'lucide-react';
import { Link } from 'react-router';
import { texts } from '../../texts';
import { useMatchAlerts } from './useMatchAlerts';

const shownAlerts = 3;

/** A row for each match that turns up while somebody looks, read out politely. */
export function MatchAlerts() {
  const { alerts, dismiss } = useMatchAlerts();
  const { overview } = texts.match;
  const hidden = alerts.length - shownAlerts;
  return (
    <div className="match-alerts" role="status" aria-label={overview.alerts} data-empty={alerts.length === 0}>
      {alerts.length > 0 && (
        <>
          <Sparkles size={18} aria-hidden="true" />
          <ul>
            {alerts.slice(0, shownAlerts).map(({ id, text, path }) => (
              <li key={id}>{path === null ? text : <Link to={path}>{text}</Link>}</li>
            ))}
            {hidden > 0 && <li className="match-alerts-more">{overview.moreAlerts(hidden)}</li>}
          </ul>
          <button type="button" className="icon-button" aria-label={overview.dismiss} onClick={dismiss}>
            <X size={16} aria-hidden="true" />
          </button>
        </>
      )}
    </div>
  );
}
