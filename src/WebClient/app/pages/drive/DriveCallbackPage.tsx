import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CloudOff } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { useHttp } from '../../api/ApiContext';
import { finishConnecting } from '../../api/drive';
import { texts } from '../../texts';
import { Loading } from '../../ui/Loading';
import { problemOf } from '../../ui/problemOf';
import { State } from '../../ui/State';

/** Where Google sends the user back to. */
export default function DriveCallbackPage() {
  const http = useHttp();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { search } = useLocation();
  const { mutate, error } = useMutation({
    mutationFn: (answer: string) => finishConnecting(http, answer),
    onSettled: (_, problem) => {
      // A code works once and is a secret: it stays neither in the address nor in the history.
      if (problem) return navigate('/google-drive/callback', { replace: true });
      void queries.invalidateQueries({ queryKey: ['drive'] });
      return navigate('/google-drive', { replace: true });
    },
  });

  const sent = useRef(false);
  useEffect(() => {
    if (sent.current) return;
    sent.current = true;
    if (search === '') void navigate('/google-drive', { replace: true });
    else mutate(search);
  }, [mutate, navigate, search]);

  const problem = problemOf(error);
  if (problem === null) {
    return (
      <>
        <Loading />
        <p className="drive-finishing">{texts.drive.finishing}</p>
      </>
    );
  }
  return (
    <State isPage role="alert" icon={CloudOff} title={texts.drive.notConnectedTitle} hint={problem}>
      <Link className="button" to="/google-drive">
        {texts.drive.back}
      </Link>
    </State>
  );
}
