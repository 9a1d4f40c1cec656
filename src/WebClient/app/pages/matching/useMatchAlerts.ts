import { useState } from 'react';
import { useArrivals, type Notification } from '../../../lib/react';
import { texts } from '../../texts';

export interface MatchAlert {
  id: string;
  text: string;
  /** Of the match; null where the notification leads nowhere. */
  path: string | null;
}

/** The matches found while somebody looks at the page, newest first. */
export function useMatchAlerts() {
  const [alerts, setAlerts] = useState<readonly MatchAlert[]>([]);
  useArrivals((arrived, isLive) => {
    // What was missed while away is no news of this minute: it stands in the lists.
    if (!isLive) return;
    const found = arrived.filter(({ type }) => type === 'match_found').map(alertOf);
    if (found.length > 0) setAlerts((known) => [...found.toReversed(), ...known]);
  });
  return { alerts, dismiss: () => setAlerts([]) };
}

function alertOf({ id, data, message, action_url: path }: Notification): MatchAlert {
  const { match_score: score, candidate_name: candidate, job_title: job } = data;
  const { alert, subject } = texts.match.overview;
  const names = [candidate, job].filter((name): name is string => typeof name === 'string');
  const about = names.length === 2 ? subject(names[0]!, names[1]!) : names[0];
  return { id, path, text: typeof score === 'number' && about !== undefined ? alert(score, about) : message };
}
