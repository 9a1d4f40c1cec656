import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useHttp } from '../../api/ApiContext';
import { putTags, type CandidateProfile } from '../../api/candidates';
import { useMutationOnce } from '../../api/useMutationOnce';
import { useUser } from '../../session/useUser';
import { texts } from '../../texts';
import { FormField } from '../../ui/FormField';
import { problemOf } from '../../ui/problemOf';
import { TagInput } from '../../ui/TagInput';

/** Words recruiters file a candidate under. Who only has them shared reads them. */
export function TagsCard({ candidate }: { candidate: CandidateProfile }) {
  const { recruits, isAdmin } = useUser();
  const [isEditing, setIsEditing] = useState(false);
  if (!recruits) return null;
  return (
    <section className="card" aria-labelledby="tags-title">
      <h2 id="tags-title">{texts.sharing.tags}</h2>
      {isEditing ? (
        <TagForm candidate={candidate} onClose={() => setIsEditing(false)} />
      ) : (
        <>
          {candidate.tags.length === 0 && <p className="card-empty">{texts.sharing.noTags}</p>}
          <ul className="chips">
            {candidate.tags.map((tag) => (
              <li key={tag} className="chip">
                {tag}
              </li>
            ))}
          </ul>
          {(isAdmin || !candidate.share) && (
            <button type="button" className="button button-small tags-edit" onClick={() => setIsEditing(true)}>
              {texts.sharing.editTags}
            </button>
          )}
        </>
      )}
    </section>
  );
}

function TagForm({ candidate, onClose }: { candidate: CandidateProfile; onClose: () => void }) {
  const http = useHttp();
  const queries = useQueryClient();
  const [tags, setTags] = useState<readonly string[]>(candidate.tags);
  const saving = useMutationOnce({
    mutationFn: () => putTags(http, candidate.candidate_id, tags),
    onSuccess: (saved) => {
      queries.setQueryData<CandidateProfile>(['candidate', candidate.candidate_id], (known) => known && { ...known, tags: saved });
      void queries.invalidateQueries({ queryKey: ['candidates'] });
      onClose();
    },
  });
  const problem = problemOf(saving.error);
  return (
    <div className="share-form">
      <FormField label={texts.sharing.tags} hint={texts.sharing.tagsHint} errors={problem === null ? [] : [problem]}>
        {(field) => <TagInput {...field} values={tags} onChange={setTags} />}
      </FormField>
      <div className="dialog-actions">
        <button type="button" className="button button-small" onClick={onClose}>
          {texts.cancel}
        </button>
        <button
          type="button"
          className="button button-small button-primary"
          disabled={saving.isPending}
          onClick={() => saving.mutate()}
        >
          {texts.sharing.saveTags}
        </button>
      </div>
    </div>
  );
}
