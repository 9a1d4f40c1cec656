import { Search } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';

interface SearchFieldProps {
  label: string;
  placeholder: string;
  value: string;
  onSearch: (text: string) => void;
}

const typingPauseMs = 250;

export function SearchField({ label, placeholder, value, onSearch }: SearchFieldProps) {
  const [text, setText] = useState(value);
  const apply = useEffectEvent((typed: string) => {
    if (typed !== value) onSearch(typed);
  });

  // Searches when the typing pauses, not for every letter.
  useEffect(() => {
    const timer = setTimeout(() => apply(text.trim()), typingPauseMs);
    return () => clearTimeout(timer);
  }, [text]);

  // The search may change without typing: by going back, or by "Clear search".
  const [applied, setApplied] = useState(value);
  if (applied !== value) {
    setApplied(value);
    if (text.trim() !== value) setText(value);
  }

  return (
    <label className="search-field">
      <span className="visually-hidden">{label}</span>
      <Search size={16} aria-hidden="true" />
      <input
        type="search"
        className="input"
        value={text}
        placeholder={placeholder}
        onChange={(event) => setText(event.target.value)}
      />
    </label>
  );
}
