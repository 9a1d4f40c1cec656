import { useId, type ReactNode } from 'react';

interface FormFieldProps {
  label: string;
  hint?: string;
  /** What is wrong with it. */
  errors?: readonly string[];
  children: (field: { id: string; isInvalid: boolean; describedBy: string | undefined }) => ReactNode;
}

/** A field with its label, a hint, and what the server found wrong with it. */
export function FormField({ label, hint, errors = [], children }: FormFieldProps) {
  const id = useId();
  const isInvalid = errors.length > 0;
  const notes = [hint && `${id}-hint`, isInvalid && `${id}-errors`].filter(Boolean).join(' ');
  return (
    <div className="form-field">
      <label htmlFor={id}>{label}</label>
      {children({ id, isInvalid, describedBy: notes || undefined })}
      {hint && (
        <p className="form-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {isInvalid && (
        <p className="form-error" id={`${id}-errors`}>
          {errors.join(' ')}
        </p>
      )}
    </div>
  );
}
