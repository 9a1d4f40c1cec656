import { Briefcase, Download, MapPin } from 'lucide-react';
import { useEffect, useState } from 'react';
import { ApiError } from '../../../lib/react';
import { useHttp } from '../../api/ApiContext';
import type { CandidateProfile } from '../../api/candidates';
import { downloadResume } from '../../api/resumes';
import { useUser } from '../../session/useUser';
import { texts } from '../../texts';
import { Avatar } from '../../ui/Avatar';
import { OthersHere } from './OthersHere';
import { ShareButton } from './sharing/ShareButton';

export function CandidateHeader({ candidate }: { candidate: CandidateProfile }) {
  const name = candidate.full_name ?? texts.candidates.noName;
  const years = candidate.years_of_experience;
  const { isAdmin } = useUser();
  useEffect(() => {
    document.title = `${name} · ${texts.product}`;
  }, [name]);

  return (
    <header className="candidate-header">
      <Avatar name={name} size="large" />
      <div className="candidate-header-text">
        <h1>{name}</h1>
        {candidate.title && <p className="candidate-header-title">{candidate.title}</p>}
        <p className="candidate-facts">
          {candidate.location && (
            <span>
              <MapPin size={15} aria-hidden="true" />
              {candidate.location}
            </span>
          )}
          {years !== null && (
            <span>
              <Briefcase size={15} aria-hidden="true" />
              {texts.candidate.experienceYears(years)}
            </span>
          )}
          <OthersHere candidate={candidate} />
        </p>
      </div>
      <div className="candidate-tools">
        {isAdmin && <ShareButton candidateId={candidate.candidate_id} name={name} />}
        {candidate.resume_id && <DownloadButton resumeId={candidate.resume_id} />}
      </div>
    </header>
  );
}

function DownloadButton({ resumeId }: { resumeId: string }) {
  const http = useHttp();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const download = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await downloadResume(http, resumeId);
    } catch (error) {
      setProblem(error instanceof ApiError ? error.detail : texts.candidate.downloadFailed);
    } finally {
      setBusy(false);
    }
  };

  return (
    <div className="download">
      <button type="button" className="button" disabled={busy} onClick={() => void download()}>
        <Download size={15} aria-hidden="true" />
        {busy ? texts.candidate.downloading : texts.candidate.download}
      </button>
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
