export type KernelClass = 'soft' | 'lung' | 'bone' | 'unknown';

/**
 * What a reconstruction kernel is made for, from the names makers use. Only the class is kept: kernel names are free text.
 * Words (GE, United Imaging, Neusoft): SOFT, STANDARD, LUNG, BONE, EDGE. Siemens: body kernels B10-B49 and Br/Bf/Bv below 50 are smooth,
 * Bl and 50-80 sharp for lung, head and bone kernels H60+, Hr/Br 56+ bone. Canon: FC01-FC19 body, FC30-39 bone, FC50-59 lung,
 * FC80+ bone. Philips: A-C smooth, D-E bone, L and YA-YC lung.
 */
export function kernelClass(name: string): KernelClass {
  const text = name.split('\\')[0]!.trim().toUpperCase();
  if (/LUNG|肺/.test(text)) return 'lung';
  if (/BONE|EDGE|骨/.test(text)) return 'bone';
  if (/SOFT|STANDARD|STND|CHEST|DETAIL|SMOOTH|BODY|软组织/.test(text)) return 'soft';
  return canon(text) ?? siemens(text) ?? philips(text) ?? (/SHARP/.test(text) ? 'lung' : 'unknown');
}

function canon(text: string): KernelClass | null {
  const number = Number(/^FC(\d{2})/.exec(text)?.[1]);
  if (Number.isNaN(number)) return null;
  if (number < 20) return 'soft';
  if (number < 40 && number >= 30) return 'bone';
  if (number >= 50 && number < 60) return 'lung';
  return number >= 80 ? 'bone' : 'unknown';
}

function siemens(text: string): KernelClass | null {
  const match = /^([BHIJ])([RFVLPCSU])?(\d{2})/.exec(text);
  if (match === null) return null;
  const [, region, family, digits] = match;
  const sharpness = Number(digits);
  if (family === 'L') return 'lung';
  if (sharpness < 50) return 'soft';
  if (region === 'H' || sharpness >= 75 || (family === 'R' && sharpness >= 60)) return 'bone';
  return 'lung';
}

function philips(text: string): KernelClass | null {
  if (/^[ABC]$/.test(text)) return 'soft';
  if (/^[DE]$/.test(text)) return 'bone';
  return /^(L|Y[ABC])$/.test(text) ? 'lung' : null;
}
