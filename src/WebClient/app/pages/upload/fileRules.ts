import { texts } from '../../texts';

const extensions = ['.pdf', '.docx', '.txt'];
const largestBytes = 10 * 1024 * 1024;

/** What the file picker offers. */
export const accepted = extensions.join(',');

/** Why a file cannot be a resume, in plain words; null if it can. The server looks inside and has the last word. */
export function refusalOf(file: File): string | null {
  const name = file.name.toLowerCase();
  if (!extensions.some((extension) => name.endsWith(extension))) return texts.upload.unsupported;
  if (file.size === 0) return texts.upload.emptyFile;
  if (file.size > largestBytes) return texts.upload.tooLarge;
  return null;
}
