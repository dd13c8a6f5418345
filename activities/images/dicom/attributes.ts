import type { DataSet } from 'dicom-parser';
import { decodeText } from './text.ts';

/**
 * Forgiving reads from a data set: a missing, empty or damaged element is null or an empty list, never an exception, since one bad
 * element of a header must not stop an import.
 */
export class Attributes {
  constructor(readonly dataSet: DataSet) {}

  has(tag: string): boolean {
    return (this.dataSet.elements[tag]?.length ?? 0) > 0;
  }

  /** First value of a code or UID. */
  code(tag: string): string {
    return this.codes(tag)[0] ?? '';
  }

  /** All values of a code string. */
  codes(tag: string): string[] {
    const text = this.#quiet(() => this.dataSet.string(tag));
    return text == null ? [] : text.split('\\').map((value) => value.trim());
  }

  /** Decimal strings; null when one of them is not a number. */
  decimals(tag: string): number[] | null {
    const values = this.codes(tag).map((value) => (value === '' ? Number.NaN : Number(value)));
    return values.length > 0 && values.every(Number.isFinite) ? values : null;
  }

  decimal(tag: string): number | null {
    const value = this.code(tag);
    return value !== '' && Number.isFinite(Number(value)) ? Number(value) : null;
  }

  unsigned16(tag: string): number | null {
    return this.#quiet(() => this.dataSet.uint16(tag)) ?? null;
  }

  double(tag: string): number | null {
    const value = this.#quiet(() => this.dataSet.double(tag));
    return value !== undefined && value !== null && Number.isFinite(value) ? value : null;
  }

  /** Free text in the header's own character set. For keyword search only. */
  text(tag: string): string {
    const bytes = this.bytes(tag);
    return bytes === null ? '' : decodeText(bytes, this.codes('x00080005')).trim();
  }

  bytes(tag: string): Uint8Array | null {
    const element = this.dataSet.elements[tag];
    if (element === undefined || element.length === 0) return null;
    const end = Math.min(element.dataOffset + element.length, this.dataSet.byteArray.length);
    return this.dataSet.byteArray.subarray(element.dataOffset, end);
  }

  /** The items of a sequence. */
  items(tag: string): Attributes[] {
    const items = this.dataSet.elements[tag]?.items ?? [];
    return items.flatMap((item) => (item.dataSet === undefined ? [] : [new Attributes(item.dataSet)]));
  }

  #quiet<T>(read: () => T): T | null {
    try {
      return read();
    } catch {
      return null;
    }
  }
}
