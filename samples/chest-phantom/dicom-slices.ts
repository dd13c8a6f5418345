/** The DICOM attributes of the phantom's slices: a low-dose screening CT that says in several places that it is simulated. */
import { type Element, encodeDicomFile, uidFrom } from './dicom-writer.ts';
import { COLUMNS, FIELD_MM, HEIGHT_MM, PIXEL_MM, ROWS } from './frame.ts';
import type { Vec3 } from './options.ts';
import { randomStream } from './random.ts';

const CT_IMAGE_STORAGE = '1.2.840.10008.5.1.4.1.1.2';
const INTERCEPT = -1024;
const MARK = 'Simulated phantom, not a patient';

export interface SliceAddress {
  /** Digest of the options: every UID follows from it. */
  studyKey: string;
  slice: number;
  slices: number;
  originMm: Vec3;
}

/** Encodes one slice. `hu` holds ROWS x COLUMNS Hounsfield units, -1024..3071. */
export function encodeSlice(hu: Int16Array, address: SliceAddress): Buffer {
  const stored = new Uint16Array(hu.length);
  for (let i = 0; i < hu.length; i++) stored[i] = hu[i]! - INTERCEPT;
  const instanceUid = uidFrom(`${address.studyKey} image ${address.slice}`);
  const elements: Element[] = [
    ...identity(address.studyKey),
    ...acquisition(),
    ...geometry(address),
    [0x00080018, 'UI', instanceUid],
    [0x00200013, 'IS', String(address.slice + 1)],
    [0x7fe00010, 'OW', new Uint8Array(stored.buffer)],
  ];
  return encodeDicomFile(CT_IMAGE_STORAGE, instanceUid, elements);
}

function identity(key: string): Element[] {
  return [
    [0x00080005, 'CS', 'ISO_IR 100'],
    [0x00080008, 'CS', ['DERIVED', 'PRIMARY', 'AXIAL']],
    [0x00080016, 'UI', CT_IMAGE_STORAGE],
    [0x00080020, 'DA', '20250102'],
    [0x00080021, 'DA', '20250102'],
    [0x00080023, 'DA', '20250102'],
    [0x00080030, 'TM', '090000'],
    [0x00080033, 'TM', '090000'],
    [0x00080050, 'SH', ''],
    [0x00080060, 'CS', 'CT'],
    [0x00080070, 'LO', 'Caseloom phantom'],
    [0x00080090, 'PN', ''],
    [0x00081030, 'LO', 'LDCT lung screening (simulated)'],
    [0x0008103e, 'LO', 'Axial 2.5 mm STANDARD, simulated'],
    [0x00081090, 'LO', 'Mathematical chest phantom'],
    [0x00082111, 'ST', MARK],
    [0x00100010, 'PN', 'PHANTOM^CHEST'],
    [0x00100020, 'LO', 'PHANTOM'],
    [0x00100030, 'DA', ''],
    [0x00100040, 'CS', 'M'],
    [0x00101010, 'AS', '058Y'],
    [0x0020000d, 'UI', uidFrom(`${key} study`)],
    [0x0020000e, 'UI', uidFrom(`${key} series`)],
    [0x00200010, 'SH', 'PHANTOM'],
    [0x00200011, 'IS', '2'],
    [0x00200012, 'IS', '1'],
    [0x00200052, 'UI', uidFrom(`${key} frame of reference`)],
    [0x00201040, 'LO', ''],
    [0x00204000, 'LT', MARK],
    [0x00280301, 'CS', 'NO'],
  ];
}

/** Exposure of a low-dose screening scan: 120 kVp, 25 mAs, CTDIvol 1.2 mGy; no contrast agent. */
function acquisition(): Element[] {
  return [
    [0x00180015, 'CS', 'CHEST'],
    [0x00180022, 'CS', 'HELICAL MODE'],
    [0x00180060, 'DS', '120'],
    [0x00180090, 'DS', [FIELD_MM]],
    [0x00181030, 'LO', 'LOW DOSE LUNG SCREENING'],
    [0x00181100, 'DS', [FIELD_MM]],
    [0x00181120, 'DS', '0'],
    [0x00181140, 'CS', 'CW'],
    [0x00181150, 'IS', '500'],
    [0x00181151, 'IS', '50'],
    [0x00181152, 'IS', '25'],
    [0x00181210, 'SH', 'STANDARD'],
    [0x00185100, 'CS', 'FFS'],
    [0x00189311, 'FD', 1.375],
    [0x00189345, 'FD', 1.2],
  ];
}

function geometry(a: SliceAddress): Element[] {
  const spacing = HEIGHT_MM / a.slices;
  return [
    [0x00180050, 'DS', [spacing]],
    [0x00180088, 'DS', [spacing]],
    [0x00200032, 'DS', a.originMm],
    [0x00200037, 'DS', [1, 0, 0, 0, 1, 0]],
    [0x00201041, 'DS', [a.originMm[2]]],
    [0x00280002, 'US', 1],
    [0x00280004, 'CS', 'MONOCHROME2'],
    [0x00280010, 'US', ROWS],
    [0x00280011, 'US', COLUMNS],
    [0x00280030, 'DS', [PIXEL_MM, PIXEL_MM]],
    [0x00280100, 'US', 16],
    [0x00280101, 'US', 16],
    [0x00280102, 'US', 15],
    [0x00280103, 'US', 0],
    [0x00281050, 'DS', ['-600', '40']],
    [0x00281051, 'DS', ['1500', '400']],
    [0x00281052, 'DS', [INTERCEPT]],
    [0x00281053, 'DS', '1'],
    [0x00281054, 'LO', 'HU'],
    [0x00281055, 'LO', ['LUNG', 'MEDIASTINUM']],
  ];
}

/** File names for the slices, in an order that has nothing to do with where they lie. */
export function fileNames(seed: number, slices: number): string[] {
  const random = randomStream(seed, 'file names');
  const numbers = Array.from({ length: slices }, (_, i) => i + 1);
  for (let i = slices - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [numbers[i], numbers[j]] = [numbers[j]!, numbers[i]!];
  }
  return numbers.map((n) => `IM${String(n).padStart(5, '0')}.dcm`);
}
