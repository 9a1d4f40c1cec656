import { RelativeTime } from '../../../lib/react';
import type { CandidateProfile } from '../../api/candidates';
import { texts } from '../../texts';

export function ContactCard({ candidate }: { candidate: CandidateProfile }) {
  const { email, phone, location, added_at: addedAt, source } = candidate;
  return (
    <section className="card" aria-labelledby="contact-title">
      <h2 id="contact-title">{texts.candidate.contact}</h2>
      <dl className="facts">
        {email && (
          <div>
            <dt>{texts.candidate.email}</dt>
            <dd>
              <a href={`mailto:${email}`}>{email}</a>
            </dd>
          </div>
        )}
        {phone && (
          <div>
            <dt>{texts.candidate.phone}</dt>
            <dd>
              <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a>
            </dd>
          </div>
        )}
        {location && (
          <div>
            <dt>{texts.candidate.location}</dt>
            <dd>{location}</dd>
          </div>
        )}
        <div>
          <dt>{texts.candidate.source}</dt>
          <dd>
            <span className="chip chip-source" data-source={source}>
              {texts.sources[source] ?? source}
            </span>
          </dd>
        </div>
        <div>
          <dt>{texts.candidate.added}</dt>
          <dd>
            <RelativeTime value={addedAt} />
          </dd>
        </div>
      </dl>
    </section>
  );
}
