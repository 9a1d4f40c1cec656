import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useHttp } from '../../../api/ApiContext';
import { findRecruiters } from '../../../api/shares';
import { texts } from '../../../texts';
import { SearchField } from '../../../ui/SearchField';

interface RecruiterPickerProps {
  chosen: ReadonlySet<string>;
  sharedWith: ReadonlySet<string>;
  onToggle: (recruiterId: string) => void;
}

export function RecruiterPicker({ chosen, sharedWith, onToggle }: RecruiterPickerProps) {
  const http = useHttp();
  const [search, setSearch] = useState('');
  const { data, error } = useQuery({
    queryKey: ['recruiters', search],
    queryFn: ({ signal }) => findRecruiters(http, search, signal),
    placeholderData: keepPreviousData,
  });
  const more = data ? data.total - data.users.length : 0;
  return (
    <fieldset className="recruiters">
      <legend className="form-label">{texts.sharing.found}</legend>
      <SearchField
        label={texts.sharing.search}
        placeholder={texts.sharing.searchPlaceholder}
        value={search}
        onSearch={setSearch}
      />
      {error && !data && (
        <p className="problem" role="alert">
          {texts.sharing.searchFailed}
        </p>
      )}
      {data?.users.length === 0 && <p className="card-empty">{texts.sharing.noneFound}</p>}
      <ul className="recruiter-list">
        {data?.users.map(({ user_id, name, email }) => (
          <li key={user_id}>
            <label className="check-line">
              <input
                type="checkbox"
                className="checkbox"
                checked={chosen.has(user_id)}
                onChange={() => onToggle(user_id)}
              />
              <span className="recruiter-name">
                {name ?? user_id}
                <small>{email}</small>
              </span>
              {sharedWith.has(user_id) && <span className="chip">{texts.sharing.already}</span>}
            </label>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="form-hint">{texts.sharing.more(more)}</p>}
      <p className="form-hint" role="status">
        {texts.sharing.chosen(chosen.size)}
      </p>
    </fieldset>
  );
}
