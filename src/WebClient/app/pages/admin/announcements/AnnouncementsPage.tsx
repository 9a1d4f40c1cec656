import { useState } from 'react';
import { useHttp } from '../../../api/ApiContext';
import { announce, type Announcement } from '../../../api/admin';
import { useMutationOnce } from '../../../api/useMutationOnce';
import { texts } from '../../../texts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog';
import { PageHeader } from '../../../ui/PageHeader';
import { AnnouncementForm } from './AnnouncementForm';
import { AnnouncementPreview } from './AnnouncementPreview';
import { problemsOf, type FieldProblems } from './announcementProblems';

const { announcements: words } = texts.admin;
const blank: Announcement = { room: 'recruiters', title: '', message: '', action_url: '', persist: true };

export default function AnnouncementsPage() {
  const http = useHttp();
  const [draft, setDraft] = useState(blank);
  const [missing, setMissing] = useState<FieldProblems>({});
  const [asks, setAsks] = useState(false);
  const sending = useMutationOnce({
    mutationFn: (announcement: Announcement) => announce(http, announcement),
    onSuccess: () => setDraft(({ room, persist }) => ({ ...blank, room, persist })),
    onSettled: () => setAsks(false),
  });
  const change = (some: Partial<Announcement>) => {
    // What was said of the last one is no word on this one.
    if (sending.isSuccess) sending.reset();
    setDraft((current) => ({ ...current, ...some }));
  };
  const submit = () => {
    sending.reset();
    const found = problemsOf(draft);
    setMissing(found);
    setAsks(Object.keys(found).length === 0);
  };

  return (
    <>
      <PageHeader title={words.title} subtitle={words.subtitle} />
      <p className="announced" role="status">
        {sending.isSuccess && <span>{outcomeOf(sending.variables, sending.data)}</span>}
      </p>
      <div className="announcing">
        <AnnouncementForm draft={draft} missing={missing} error={sending.error} onChange={change} onSubmit={submit} />
        <AnnouncementPreview draft={draft} />
      </div>
      {asks && (
        <ConfirmDialog
          title={(draft.persist ? words.confirmTitle : words.confirmOnceTitle)[draft.room]}
          hint={(draft.persist ? words.confirmKeep : words.confirmOnce)[draft.room]}
          confirm={words.confirm}
          isDangerous={false}
          busy={sending.isPending}
          problem={null}
          onConfirm={() => sending.mutate(draft)}
          onClose={() => setAsks(false)}
        />
      )}
    </>
  );
}

function outcomeOf({ persist }: Announcement, recipients: number): string {
  if (persist) return recipients > 0 ? words.sentKept(recipients) : words.sentKeptNone;
  return recipients > 0 ? words.sentOnce(recipients) : words.sentOnceNone;
}
