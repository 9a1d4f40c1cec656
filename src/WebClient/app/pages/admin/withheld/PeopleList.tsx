import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useHttp } from '../../../api/ApiContext';
import { findPeople } from '../../../api/adminDecisions';
import { texts } from '../../../texts';
import { Avatar } from '../../../ui/Avatar';
import { problemOf } from '../../../ui/problemOf';
import { SearchField } from '../../../ui/SearchField';

interface PeopleListProps {
  /** The id of whom it is about; empty for nobody. */
  chosen: string;
  search: string;
  onSearch: (text: string) => void;
  onChoose: (userId: string) => void;
}

const { withheld: words } = texts.admin;

export function PeopleList({ chosen, search, onSearch, onChoose }: PeopleListProps) {
  const http = useHttp();
  const { data, error } = useQuery({
    queryKey: ['admin', 'people', search],
    queryFn: ({ signal }) => findPeople(http, search, signal),
    placeholderData: keepPreviousData,
  });
  const more = data ? data.total - data.users.length : 0;
  return (
    <section className="people" aria-label={words.people}>
      <SearchField label={words.search} placeholder={words.searchPlaceholder} value={search} onSearch={onSearch} />
      {error && !data && (
        <p className="problem" role="alert">
          {problemOf(error)}
        </p>
      )}
      {data?.users.length === 0 && <p className="card-empty">{words.nobody}</p>}
      <ul>
        {data?.users.map(({ user_id: id, name, email }) => (
          <li key={id}>
            <button type="button" className="person" aria-pressed={id === chosen} onClick={() => onChoose(id)}>
              <Avatar name={name ?? id} size="small" />
              <span>
                {name ?? id}
                <small>{email ?? id}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="form-hint">{words.morePeople(more)}</p>}
    </section>
  );
}
