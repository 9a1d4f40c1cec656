import { useEffect, useRef } from 'react';
import { ApiError } from '../../../../lib/react';
import { audiences, type Announcement } from '../../../api/admin';
import { texts } from '../../../texts';
import { FormField } from '../../../ui/FormField';
import { problemOf } from '../../../ui/problemOf';
import type { FieldProblems } from './announcementProblems';
import { ChoiceCards } from './ChoiceCards';

interface AnnouncementFormProps {
  draft: Announcement;
  /** What this page has found itself. */
  missing: FieldProblems;
  /** What the server has said. */
  error: unknown;
  onChange: (change: Partial<Announcement>) => void;
  onSubmit: () => void;
}

const { announcements: words } = texts.admin;
const { form } = words;
const maxMessage = 1_000;
const mentionedFrom = 200;

/** What is wrong with a field stands beside it. */
export function AnnouncementForm({ draft, missing, error, onChange, onSubmit }: AnnouncementFormProps) {
  const element = useRef<HTMLFormElement>(null);
  const fieldErrors = error instanceof ApiError ? error.fieldErrors : missing;
  useEffect(() => {
    element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [error, missing]);
  const left = maxMessage - draft.message.length;

  return (
    <form
      ref={element}
      className="card announcement-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {(Boolean(error) || Object.keys(fieldErrors).length > 0) && (
        <p className="problem" role="alert">
          {Object.keys(fieldErrors).length > 0 ? form.check : problemOf(error)}
        </p>
      )}
      <FormField label={form.title} errors={fieldErrors.title}>
        {({ id, isInvalid, describedBy }) => (
          <input
            id={id}
            className="input"
            aria-invalid={isInvalid}
            aria-describedby={describedBy}
            maxLength={200}
            value={draft.title}
            onChange={({ target }) => onChange({ title: target.value })}
          />
        )}
      </FormField>
      <FormField label={form.message} errors={fieldErrors.message} hint={left <= mentionedFrom ? form.left(left) : undefined}>
        {({ id, isInvalid, describedBy }) => (
          <textarea
            id={id}
            className="input"
            aria-invalid={isInvalid}
            aria-describedby={describedBy}
            maxLength={maxMessage}
            value={draft.message}
            onChange={({ target }) => onChange({ message: target.value })}
          />
        )}
      </FormField>
      <FormField label={form.path} errors={fieldErrors.action_url} hint={form.pathHint}>
        {({ id, isInvalid, describedBy }) => (
          <input
            id={id}
            className="input"
            aria-invalid={isInvalid}
            aria-describedby={describedBy}
            placeholder="/jobs"
            value={draft.action_url}
            onChange={({ target }) => onChange({ action_url: target.value })}
          />
        )}
      </FormField>
      <ChoiceCards
        legend={form.room}
        name="audience"
        value={draft.room}
        choices={audiences.map((room) => ({ value: room, label: words.audiences[room], hint: words.audienceHints[room] }))}
        onChange={(room) => onChange({ room })}
      />
      <ChoiceCards
        legend={form.delivery}
        name="delivery"
        value={draft.persist ? 'keep' : 'once'}
        choices={[
          { value: 'keep', label: words.keep, hint: words.keepHint },
          { value: 'once', label: words.once, hint: words.onceHint },
        ]}
        onChange={(delivery) => onChange({ persist: delivery === 'keep' })}
      />
      <div className="dialog-actions">
        <button type="submit" className="button button-primary">
          {form.submit}
        </button>
      </div>
    </form>
  );
}
