interface ChoiceCardsProps<T extends string> {
  legend: string;
  name: string;
  value: T;
  choices: readonly { value: T; label: string; hint: string }[];
  onChange: (value: T) => void;
}

/** One of a few, each with what it means. */
export function ChoiceCards<T extends string>({ legend, name, value, choices, onChange }: ChoiceCardsProps<T>) {
  return (
    <fieldset className="choices">
      <legend className="form-label">{legend}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className="choice">
          <input
            type="radio"
            name={name}
            className="checkbox"
            aria-describedby={`${name}-${choice.value}`}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          <span>
            {choice.label}
            <small id={`${name}-${choice.value}`}>{choice.hint}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
