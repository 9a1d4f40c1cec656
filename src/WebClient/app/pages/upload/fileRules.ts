import { texts } from '../../texts';

const extensions = ['.pdf', '.docx', '.txt'];
const largestBytes = 10 * 1024 * 1024;

const largestBatchBytes = 2 * 1024 * 1024 * 1024;

/** What the file picker offers. */
export function acceptedTypes(withArchives: boolean): string {
  return [...extensions, ...(withArchives ? ['.zip'] : [])].join(',');
}

export function isArchive(file: File): boolean {
  return file.name.toLowerCase().endsWith('.zip');
}

/** Why a file cannot be taken, in plain words; null if it can. The server looks inside and has the last word. */
export function refusalOf(file: File, withArchives: boolean): string | null {
  const name = file.name.toLowerCase();
  if (withArchives && isArchive(file)) {
    if (file.size === 0) return texts.upload.emptyFile;
    return file.size > largestBatchBytes ? texts.upload.archiveTooLarge : null;
  }
  if (!extensions.some((extension) => name.endsWith(extension))) return texts.upload.unsupported;
  if (file.size === 0) return texts.upload.emptyFile;
  if (file.size > largestBytes) return texts.upload.tooLarge;
  return null;
}
