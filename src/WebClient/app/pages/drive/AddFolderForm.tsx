import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { ApiError } from '../../../lib/react';
import { useHttp } from '../../api/ApiContext';
import { addFolder, frequencies, type Frequency } from '../../api/drive';
import { useMutationOnce } from '../../api/useMutationOnce';
import { texts } from '../../texts';
import { FormField } from '../../ui/FormField';
import { problemOf } from '../../ui/problemOf';
import { folderIdOf } from './folderId';

export function AddFolderForm() {
  const http = useHttp();
  const queries = useQueryClient();
  const [folder, setFolder] = useState('');
  const [name, setName] = useState('');
  const [frequency, setFrequency] = useState<Frequency>('daily');
  const adding = useMutationOnce({
    mutationFn: () =>
      addFolder(http, { folder_id: folderIdOf(folder), folder_name: name.trim(), sync_frequency: frequency }),
    onSuccess: () => {
      setFolder('');
      setName('');
      return queries.invalidateQueries({ queryKey: ['drive', 'syncs'] });
    },
  });
  const fieldErrors = adding.error instanceof ApiError ? adding.error.fieldErrors : {};
  const isOfAField = Boolean(fieldErrors.folder_id ?? fieldErrors.folder_name);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    adding.mutate();
  };

  return (
    <form className="card form" aria-labelledby="drive-add" noValidate onSubmit={submit}>
      <h2 id="drive-add" className="form-wide">
        {texts.drive.add.title}
      </h2>
      {adding.error && !isOfAField && (
        <p className="problem" role="alert">
          {problemOf(adding.error)}
        </p>
      )}
      <FormField label={texts.drive.add.id} hint={texts.drive.add.idHint} errors={fieldErrors.folder_id}>
        {({ id, isInvalid, describedBy }) => (
          <input
            id={id}
            className="input"
            aria-invalid={isInvalid}
            aria-describedby={describedBy}
            value={folder}
            onChange={({ target }) => setFolder(target.value)}
          />
        )}
      </FormField>
      <FormField label={texts.drive.add.name} errors={fieldErrors.folder_name}>
        {({ id, isInvalid, describedBy }) => (
          <input
            id={id}
            className="input"
            aria-invalid={isInvalid}
            aria-describedby={describedBy}
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
        )}
      </FormField>
      <FormField label={texts.drive.add.frequency}>
        {({ id }) => (
          <select id={id} className="input" value={frequency} onChange={({ target }) => setFrequency(target.value as Frequency)}>
            {frequencies.map((value) => (
              <option key={value} value={value}>
                {texts.drive.frequencies[value]}
              </option>
            ))}
          </select>
        )}
      </FormField>
      <div className="form-wide dialog-actions">
        <button type="submit" className="button button-primary" disabled={adding.isPending}>
          {adding.isPending ? texts.drive.add.adding : texts.drive.add.submit}
        </button>
      </div>
    </form>
  );
}
