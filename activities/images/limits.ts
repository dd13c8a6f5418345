/** What one import may cost. A source beyond any of these is refused before it can fill memory or disk. */
export interface ImportLimits {
  /** Files in a folder or archive. */
  readonly files: number;
  /** Bytes of all files together, unpacked. */
  readonly totalBytes: number;
  /** Bytes of one file, unpacked. */
  readonly fileBytes: number;
  /** Unpacked bytes per packed byte of a whole archive (DEFLATE itself stops at 1032). */
  readonly archiveRatio: number;
  /** Archives that unpack to less than this are never called bombs by their ratio: an empty slice packs 500 to 1. */
  readonly ratioFloorBytes: number;
  /** Voxels of the volume; 2 bytes each. */
  readonly voxels: number;
  /** Pixels of one picture. */
  readonly picturePixels: number;
}

const MiB = 1024 * 1024;

export const DEFAULT_LIMITS: ImportLimits = {
  files: 20_000,
  totalBytes: 8 * 1024 * MiB,
  fileBytes: 1024 * MiB,
  archiveRatio: 120,
  ratioFloorBytes: 256 * MiB,
  voxels: 512 * MiB,
  picturePixels: 64 * MiB,
};

/** `8 GiB`, `300 MiB`, `12 KiB`: a limit as people read it. */
export function readableBytes(bytes: number): string {
  if (bytes >= 1024 * MiB) return `${Math.round(bytes / (1024 * MiB))} GiB`;
  if (bytes >= MiB) return `${Math.round(bytes / MiB)} MiB`;
  return `${Math.max(1, Math.round(bytes / 1024))} KiB`;
}
