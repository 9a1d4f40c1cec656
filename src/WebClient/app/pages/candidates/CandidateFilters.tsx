import { texts } from '../../texts';
import { SearchField } from '../../ui/SearchField';
import { Select } from '../../ui/Select';

interface CandidateFiltersProps {
  search: string;
  source: string;
  onChange: (change: { search?: string; source?: string }) => void;
}

export function CandidateFilters({ search, source, onChange }: CandidateFiltersProps) {
  return (
    <div role="search" className="filters">
      <SearchField
        label={texts.candidates.search}
        placeholder={texts.candidates.searchPlaceholder}
        value={search}
        onSearch={(typed) => onChange({ search: typed })}
      />
      <Select label={texts.candidates.source} value={source} onChange={(value) => onChange({ source: value })}>
        <option value="">{texts.candidates.allSources}</option>
        {Object.entries(texts.sources).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
    </div>
  );
}
