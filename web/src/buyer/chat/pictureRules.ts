/** Largest picture the program accepts, in bytes. */
export const largestPicture = 10 * 1024 * 1024;

export type PictureFault = 'too-large' | 'not-an-image';

/** Why a file cannot be sent, or null when it can. SVG is no picture here: it can carry scripts. */
export function pictureFault(file: { size: number; type: string }): PictureFault | null {
  if (!file.type.startsWith('image/') || file.type === 'image/svg+xml') return 'not-an-image';
  return file.size > largestPicture ? 'too-large' : null;
}
