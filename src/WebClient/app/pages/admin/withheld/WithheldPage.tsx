import { UserSearch } from 'lucide-react';
import { texts } from '../../../texts';
import { PageHeader } from '../../../ui/PageHeader';
import { State } from '../../../ui/State';
import { useListAddress } from '../../../ui/useListAddress';
import { PeopleList } from './PeopleList';
import { WithheldList } from './WithheldList';

const { withheld: words } = texts.admin;

/** Why did somebody not get it? */
export default function WithheldPage() {
  const { value, set } = useListAddress();
  const user = value('user');
  return (
    <>
      <PageHeader title={words.title} subtitle={words.subtitle} />
      <div className="withheld">
        <PeopleList chosen={user} search={value('search')} onSearch={(search) => set({ search, user })} onChoose={(id) => set({ user: id })} />
        {user === '' ? (
          <State icon={UserSearch} title={words.chooseTitle} hint={words.chooseHint} />
        ) : (
          <WithheldList key={user} userId={user} />
        )}
      </div>
    </>
  );
}
