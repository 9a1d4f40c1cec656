/** The ID in what was pasted: a folder's address in Google Drive, or the ID itself. */
export function folderIdOf(pasted: string): string {
  const text = pasted.trim();
  return /\/folders\/([^/?#]+)/.exec(text)?.[1] ?? /[?&]id=([^&#]+)/.exec(text)?.[1] ?? text;
}
