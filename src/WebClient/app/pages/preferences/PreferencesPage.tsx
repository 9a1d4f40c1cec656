import { texts } from '../../texts';
import { ErrorState } from '../../ui/ErrorState';
import { Loading } from '../../ui/Loading';
import { PageHeader } from '../../ui/PageHeader';
import { BrowserPermission } from './BrowserPermission';
import { ChannelMatrix } from './ChannelMatrix';
import { EmailForm } from './EmailForm';
import { QuietHoursForm } from './QuietHoursForm';
import { usePreferences } from './usePreferences';

export default function PreferencesPage() {
  const { data, error, refetch, change, problem } = usePreferences();

  return (
    <div className="page page-narrow">
      <PageHeader title={texts.preferences.title} subtitle={texts.preferences.subtitle} />
      {problem !== null && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      {error && !data && <ErrorState title={texts.preferences.failed} error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Loading />}
      {data && (
        <div className="preferences">
          <ChannelMatrix preferences={data} onChange={change} />
          <BrowserPermission />
          <QuietHoursForm quiet={data.quiet_hours} onChange={change} />
          <EmailForm email={data.email} onChange={change} />
        </div>
      )}
    </div>
  );
}
