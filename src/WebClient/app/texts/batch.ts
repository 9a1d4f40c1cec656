/** Many resumes at once. */
export const batchTexts = {
  title: 'Bulk upload',
  files: (processed: number, total: number) => `${processed} of ${total} files`,
  successful: (n: number, total: number) => `${n} of ${total} resumes became candidates.`,
  failed: (n: number) => (n === 1 ? '1 file failed' : `${n} files failed`),
  failedList: 'Files that failed',
  notReadable: 'We couldn’t read this file.',
  retry: 'Retry failed files',
  viewCandidates: 'View candidates',
  dismiss: 'Hide this bulk upload',
  loadFailed: 'We couldn’t load this bulk upload.',
  notFound: 'This bulk upload isn’t here. It may belong to somebody else.',
};
