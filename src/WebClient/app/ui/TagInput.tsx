import { X } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { texts } from '../texts';

interface TagInputProps {
  id: string;
  values: readonly string[];
  onChange: (values: string[]) => void;
  isInvalid?: boolean;
  describedBy?: string;
}

/** A list of short words: Enter or a comma ends one, Backspace takes the last one away. */
export function TagInput({ id, values, onChange, isInvalid, describedBy }: TagInputProps) {
  const [text, setText] = useState('');

  const add = (typed: string) => {
    const known = new Set(values.map((value) => value.toLowerCase()));
    const added: string[] = [];
    for (const word of typed.split(',').map((part) => part.trim())) {
      if (word === '' || known.has(word.toLowerCase())) continue;
      known.add(word.toLowerCase());
      added.push(word);
    }
    setText('');
    if (added.length > 0) onChange([...values, ...added]);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') {
      // Not the form's: it would be sent with half a list.
      event.preventDefault();
      add(text);
    } else if (event.key === 'Backspace' && text === '' && values.length > 0) {
      onChange(values.slice(0, -1));
    }
  };

  return (
    <div className="tag-input">
      {values.map((value) => (
        <span key={value} className="chip">
          {value}
          <button
            type="button"
            className="chip-remove"
            aria-label={texts.removeTag(value)}
            onClick={() => onChange(values.filter((other) => other !== value))}
          >
            <X size={12} aria-hidden="true" />
          </button>
        </span>
      ))}
      <input
        id={id}
        value={text}
        aria-invalid={isInvalid}
        aria-describedby={describedBy}
        onKeyDown={onKeyDown}
        onBlur={() => add(text)}
        onChange={({ target }) => (target.value.includes(',') ? add(target.value) : setText(target.value))}
      />
    </div>
  );
}
