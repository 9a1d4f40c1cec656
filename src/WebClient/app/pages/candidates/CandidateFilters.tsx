import { Search } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { texts } from '../../texts';
import { Select } from '../../ui/Select';

interface CandidateFiltersProps {
  search: string;
  source: string;
  onChange: (change: { search?: string; source?: string }) => void;
}

const typingPauseMs = 250;

export function CandidateFilters({ search, source, onChange }: CandidateFiltersProps) {
  const [text, setText] = useState(search);
  const apply = useEffectEvent((typed: string) => {
    if (typed !== search) onChange({ search: typed });
  });

  // Searches when the typing pauses, not for every letter.
  useEffect(() => {
    const timer = setTimeout(() => apply(text.trim()), typingPauseMs);
    return () => clearTimeout(timer);
  }, [text]);

  // The address may change without typing: by going back, or by "Clear search".
  const [applied, setApplied] = useState(search);
  if (applied !== search) {
    setApplied(search);
    if (text.trim() !== search) setText(search);
  }

  return (
    <div role="search" className="filters">
      <label className="search-field">
        <span className="visually-hidden">{texts.candidates.search}</span>
        <Search size={16} aria-hidden="true" />
        <input
          type="search"
          className="input"
          value={text}
          placeholder={texts.candidates.searchPlaceholder}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
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
