interface TimeFieldProps {
  label: string;
  /** `HH:mm`. */
  value: string;
  onChange: (value: string) => void;
}

/** A time of the day. It is handed on when the user leaves the field: on the way there it may be half written. */
export function TimeField({ label, value, onChange }: TimeFieldProps) {
  return (
    <label className="field">
      <span>{label}</span>
      <input
        key={value}
        type="time"
        className="input"
        defaultValue={value}
        onBlur={(event) => {
          if (event.target.value && event.target.value !== value) onChange(event.target.value);
        }}
      />
    </label>
  );
}
