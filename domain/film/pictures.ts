import { z } from 'zod';
import { ArtifactRef } from '../artifact.ts';
import { SurfaceViews } from './surface-view.ts';

/** A picture made from the volume, with what is needed to lay marks on it. */
export const Picture = z.object({
  image: ArtifactRef,
  width: z.int().positive(),
  height: z.int().positive(),
  /** mm per picture pixel. */
  mmPerPixel: z.tuple([z.number(), z.number()]),
  /** Source voxel (column,row on axial; column,slice on coronal) of the picture's top-left corner, and voxels per pixel. Voxel centres are at whole coordinates. */
  origin: z.tuple([z.number(), z.number()]),
  voxelsPerPixel: z.tuple([z.number(), z.number()]),
});
export type Picture = z.infer<typeof Picture>;

/** How grey values were made; `none` when the pictures came without Hounsfield units. */
export const WindowPreset = z.object({ name: z.enum(['lung', 'soft', 'none']), level: z.number(), width: z.number() });
export type WindowPreset = z.infer<typeof WindowPreset>;

/** Lung window (OHIF preset; DICOM PS3.3 C.11.2.1.2.1 LINEAR). */
export const LUNG_WINDOW: WindowPreset = { name: 'lung', level: -600, width: 1500 };

/** Every picture the film needs, made once from the volume; contents are addressed, so a film's props stay small. */
export const FilmPictures = z.object({
  window: WindowPreset,
  /** Body-masked axial slices on the lung window, head to feet, one per slice of the volume. */
  axial: z.array(Picture),
  /** Coronal planes: behind, at, and before the lesion's row (aspect corrected to square mm). */
  coronal: z.array(Picture).length(3),
  /** Axial crops at the lesion's key slice, finely resampled: what the zoom shows, and what the highlight's stage shows. */
  lesion: Picture.nullable(),
  lesionWide: Picture.nullable(),
  contralateral: Picture.nullable(),
  /** Nearest pleura to the lesion on its key slice, voxel (column, row); null or absent where the lung mask does not tell. */
  pleura: z.tuple([z.number(), z.number()]).nullable().optional(),
  /** Both lungs from the front; null or absent without a lung mask. */
  surface: SurfaceViews.nullable().optional(),
});
export type FilmPictures = z.infer<typeof FilmPictures>;
