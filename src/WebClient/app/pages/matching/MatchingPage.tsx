import { useUser } from '../../session/useUser';
import { MatchingDashboard } from './MatchingDashboard';
import { OwnMatches } from './OwnMatches';

/** All matches that concern somebody: of the open jobs for recruiters, their own for a candidate. */
export default function MatchingPage() {
  const { recruits } = useUser();
  return recruits ? <MatchingDashboard /> : <OwnMatches />;
}
