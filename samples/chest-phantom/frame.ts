/** The frame everything is laid out in. x to the patient's left, y to the back, d from the top slice towards the feet (mm). */

export const FIELD_MM = 360;
export const COLUMNS = 512;
export const ROWS = 512;
export const PIXEL_MM = FIELD_MM / COLUMNS;
export const HEIGHT_MM = 300;
/** y of the image's middle row, so that body and table sit in the field as they do on a scanner. */
export const MIDDLE_Y = 16;
/** Depth of the carina; LPS z is 0 there. */
export const CARINA_D = 100;

/** x of a column (fractional allowed), y of a row, to and fro. Column and row 255.5 are the middle of the field. */
export const columnX = (column: number): number => (column - (COLUMNS - 1) / 2) * PIXEL_MM;
export const rowY = (row: number): number => (row - (ROWS - 1) / 2) * PIXEL_MM + MIDDLE_Y;
export const xColumn = (x: number): number => x / PIXEL_MM + (COLUMNS - 1) / 2;
export const yRow = (y: number): number => (y - MIDDLE_Y) / PIXEL_MM + (ROWS - 1) / 2;
