import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';

interface SelectProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  children: ReactNode;
}

/** The browser's own list of choices, dressed like the other fields. */
export function Select({ label, value, onChange, children }: SelectProps) {
  return (
    <span className="select">
      <select className="input" aria-label={label} value={value} onChange={(event) => onChange(event.target.value)}>
        {children}
      </select>
      <ChevronDown size={15} aria-hidden="true" />
    </span>
  );
}
