import type { Http, ResumeStatus } from '../../lib/react';

export type ResumeSource = 'candidate_upload' | 'recruiter_upload';

export async function uploadResume(
  http: Http,
  file: File,
  source: ResumeSource,
  signal: AbortSignal,
): Promise<{ resume_id: string }> {
  const form = new FormData();
  form.set('file', file);
  form.set('source', source);
  const response = await http.send('/api/resumes/upload', { method: 'POST', body: form, signal });
  return (await response.json()) as { resume_id: string };
}

export interface BatchFile {
  filename: string;
  /** Null where it was refused at the door: it cannot be tried again. */
  resume_id: string | null;
  status: ResumeStatus;
  progress_percentage: number;
  current_step: string | null;
  error: string | null;
}

export interface Batch {
  batch_id: string;
  status: ResumeStatus;
  total_files: number;
  processed: number;
  successful: number;
  failed: number;
  created_at: string;
  files: BatchFile[];
}

/** Files and zip archives as one; what is wrong with single ones stands in the batch. */
export async function uploadBatch(http: Http, files: readonly File[], signal: AbortSignal): Promise<{ batch_id: string }> {
  const form = new FormData();
  for (const file of files) form.append('files', file);
  const response = await http.send('/api/resumes/bulk-upload', { method: 'POST', body: form, signal });
  return (await response.json()) as { batch_id: string };
}

export function getBatch(http: Http, id: string, signal: AbortSignal): Promise<Batch> {
  return http.json('GET', `/api/resumes/batches/${encodeURIComponent(id)}`, undefined, signal);
}

/** The candidate a finished resume became, where the server says so. */
export async function getCandidateIdOf(http: Http, resumeId: string, signal: AbortSignal): Promise<string | null> {
  const status = await http.json<{ candidate_id?: string | null }>(
    'GET',
    `/api/resumes/${resumeId}/status`,
    undefined,
    signal,
  );
  return status.candidate_id ?? null;
}

/** Fetched rather than linked to, because the token goes into a header and never into an address. */
export async function downloadResume(http: Http, resumeId: string): Promise<void> {
  const response = await http.send(`/api/resumes/${resumeId}/download`);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = filenameOf(response.headers.get('Content-Disposition')) ?? 'resume';
  link.click();
  URL.revokeObjectURL(link.href);
}

function filenameOf(disposition: string | null): string | null {
  const encoded = disposition?.match(/filename\*=UTF-8''([^;]+)/i)?.[1];
  if (encoded) return decodeURIComponent(encoded);
  return disposition?.match(/filename="?([^";]+)"?/i)?.[1] ?? null;
}
