import { useEffect, useRef, useState, type FormEvent } from 'react';
import { Link } from 'react-router';
import { ApiError } from '../../../lib/react';
import { educations, type EducationLevel, type JobFields } from '../../api/jobs';
import { texts } from '../../texts';
import { FormField } from '../../ui/FormField';
import { problemOf } from '../../ui/problemOf';
import { TagInput } from '../../ui/TagInput';

interface JobFormProps {
  initial: JobFields;
  submitLabel: string;
  busy: boolean;
  error: unknown;
  cancelPath: string;
  onSubmit: (fields: JobFields) => void;
}

/** The server judges the fields; what it finds stands beside each. */
export function JobForm({ initial, submitLabel, busy, error, cancelPath, onSubmit }: JobFormProps) {
  const { form } = texts.jobs;
  const element = useRef<HTMLFormElement>(null);
  const [fields, setFields] = useState(initial);
  const [years, setYears] = useState(String(initial.years_of_experience));
  const change = (some: Partial<JobFields>) => setFields((current) => ({ ...current, ...some }));

  const fieldErrors = error instanceof ApiError ? error.fieldErrors : {};
  const errorsOf = (name: string) =>
    Object.entries(fieldErrors).flatMap(([field, messages]) => (field === name || field.startsWith(`${name}[`) ? messages : []));
  useEffect(() => {
    if (error) element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [error]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit({ ...fields, years_of_experience: Number(years) || 0 });
  };
  const input = (name: 'title' | 'company_name' | 'location', label: string, hint?: string) => (
    <FormField label={label} hint={hint} errors={errorsOf(name)}>
      {({ id, isInvalid, describedBy }) => (
        <input
          id={id}
          className="input"
          aria-invalid={isInvalid}
          aria-describedby={describedBy}
          value={fields[name] ?? ''}
          onChange={({ target }) => change({ [name]: target.value })}
        />
      )}
    </FormField>
  );
  const skills = (name: 'required_skills' | 'preferred_skills', label: string) => (
    <FormField label={label} hint={form.skillsHint} errors={errorsOf(name)}>
      {(field) => <TagInput {...field} values={fields[name]} onChange={(values) => change({ [name]: values })} />}
    </FormField>
  );

  return (
    <form ref={element} className="card form" noValidate onSubmit={submit}>
      {Boolean(error) && (
        <p className="problem" role="alert">
          {Object.keys(fieldErrors).length > 0 ? form.check : problemOf(error)}
        </p>
      )}
      {input('title', form.title)}
      {input('company_name', form.company)}
      {input('location', form.location, form.locationHint)}
      <div className="form-pair">
        <FormField label={form.years} errors={errorsOf('years_of_experience')}>
          {({ id, isInvalid, describedBy }) => (
            <input
              id={id}
              type="number"
              min={0}
              max={60}
              step={0.5}
              className="input"
              aria-invalid={isInvalid}
              aria-describedby={describedBy}
              value={years}
              onChange={({ target }) => setYears(target.value)}
            />
          )}
        </FormField>
        <FormField label={form.education} errors={errorsOf('education')}>
          {({ id }) => (
            <select
              id={id}
              className="input"
              value={fields.education}
              onChange={({ target }) => change({ education: target.value as EducationLevel })}
            >
              {educations.map((level) => (
                <option key={level} value={level}>
                  {texts.jobs.educations[level]}
                </option>
              ))}
            </select>
          )}
        </FormField>
      </div>
      {skills('required_skills', form.required)}
      {skills('preferred_skills', form.preferred)}
      <div className="form-wide">
        <FormField label={form.description} errors={errorsOf('description')}>
          {({ id, isInvalid, describedBy }) => (
            <textarea
              id={id}
              className="input"
              aria-invalid={isInvalid}
              aria-describedby={describedBy}
              value={fields.description ?? ''}
              onChange={({ target }) => change({ description: target.value })}
            />
          )}
        </FormField>
      </div>
      <div className="form-wide dialog-actions">
        <Link className="button" to={cancelPath}>
          {texts.cancel}
        </Link>
        <button type="submit" className="button button-primary" disabled={busy}>
          {busy ? form.saving : submitLabel}
        </button>
      </div>
    </form>
  );
}
